import Foundation
import Testing

/// The smoke scenario, end to end through the built program.
@Suite struct RunTests {
  private func run(
    _ scratch: Scratch, _ more: String..., nights: Int = 2
  ) throws -> (outcome: Tool.Outcome, answer: Answer) {
    let outcome = try Tool.start(
      Tool.path,
      ["run", Tool.smoke, "--nights", "\(nights)", "--results", scratch.path, "--format", "json"]
        + more
    ).outcome()
    #expect(outcome.code == 0, "\(outcome.error)")
    return (outcome, try Answer(outcome.out))
  }

  @Test func printsOneObjectWithEveryVariant() throws {
    let scratch = try Scratch()
    let (outcome, answer) = try run(scratch)
    #expect(outcome.out.hasPrefix("{\"scenario\":\"two-sites\",\"run\":\""))
    #expect(outcome.out.split(separator: "\n").count == 1)
    #expect(answer.variants.map(\.name) == ["inseln", "portal", "verbund"])
    #expect(answer.variants.allSatisfy { $0.fidelity == "request" && $0.case.isEmpty })
    #expect(answer.digest.count == 64 && answer.digest.allSatisfy(\.isHexDigit))
    #expect(answer.folder == "\(scratch.path)/two-sites/\(answer.run.prefix(12))")
    for variant in answer.variants {
      let share = try #require(variant.value("slo.attainment", "workload:portal"))
      #expect(share.n == 2 && share.unit == "share")
      let (low, mean, high) = (share.low ?? -1, share.mean ?? -1, share.high ?? -1)
      #expect(0 <= low && low <= mean && mean <= high && high <= 1)
    }
    #expect(
      scratch.names(answer.folder) == [
        "columns.csv", "latency.csv", "manifest.json", "metrics.csv", "nights", "report.html",
        "scenario.yaml", "series.csv",
      ])
    #expect(scratch.names("\(scratch.path)/two-sites") == [String(answer.run.prefix(12))])
  }

  /// Both sides of the account, and the same people in all variants.
  @Test func theBooksOfPageViewsCloseInTheOutput() throws {
    let (_, answer) = try run(try Scratch())
    var offered: Set<Double> = []
    for variant in answer.variants {
      func mean(_ id: String) -> Double {
        variant.value("requests.\(id)", "workload:portal")?.mean ?? .nan
      }
      let parts = ["completed", "rejected", "timed-out", "failed", "in-flight"].map(mean)
      #expect(abs(mean("offered") - parts.reduce(0, +)) < 1e-6)
      offered.insert(variant.value("visits.offered", "workload:portal")?.mean ?? .nan)
    }
    #expect(offered.count == 1)
  }

  @Test func oneThreadAndTwoGiveTheSameBytes() throws {
    let one = try Scratch()
    let two = try Scratch()
    let a = try run(one, "--jobs", "1").answer
    let b = try run(two, "--jobs", "2").answer
    #expect(a.digest == b.digest)
    for name in ["metrics.csv", "series.csv", "latency.csv", "report.html", "scenario.yaml"] {
      let bytes = FileManager.default.contents(atPath: "\(a.folder)/\(name)")
      #expect(bytes != nil)
      #expect(bytes == FileManager.default.contents(atPath: "\(b.folder)/\(name)"), "\(name)")
    }
  }

  @Test func theSameAgainIsReadNotRun() throws {
    let scratch = try Scratch()
    let first = try run(scratch)
    let again = try run(scratch)
    #expect(first.outcome.error.isEmpty)
    #expect(again.outcome.error.contains("already there; reused"))
    #expect(again.outcome.out == first.outcome.out)
    #expect(try run(scratch, "--quiet").outcome.error.isEmpty)
  }

  @Test func oneNightHasNoInterval() throws {
    let (_, answer) = try run(try Scratch(), "--variant", "inseln", nights: 1)
    #expect(answer.variants.map(\.name) == ["inseln"])
    #expect(answer.variants[0].metrics.allSatisfy { $0.low == nil && $0.high == nil })
  }

  @Test func theSeedChangesTheResult() throws {
    let scratch = try Scratch()
    let a = try run(scratch, "--variant", "inseln", nights: 1).answer
    let b = try run(scratch, "--variant", "inseln", "--seed", "8", nights: 1).answer
    #expect(a.run != b.run && a.digest != b.digest)
  }

  @Test func textSpeaksTheReadersLanguageAndSaysWhereItLies() throws {
    let scratch = try Scratch()
    func text(_ arguments: [String], _ environment: [String: String]) throws -> String {
      let outcome = try Tool.start(
        Tool.path,
        ["run", Tool.smoke, "--nights", "1", "--results", scratch.path, "--quiet"] + arguments,
        environment: environment
      ).outcome()
      #expect(outcome.code == 0)
      return outcome.out
    }
    let english = try text([], ["LANG": "C.UTF-8"])
    let german = try text([], ["LANG": "de_DE.UTF-8"])
    #expect(english.contains("Two sites") && english.contains("/report.html\n"))
    #expect(german.contains("Zwei Standorte") && german.contains("/report.html\n"))
    #expect(try text(["--lang", "de"], ["LANG": "C"]) == german)
    #expect(try text(["--lang", "en"], ["LC_ALL": "de_DE"]) == english)
    #expect(try text([], ["LC_ALL": "C", "LANG": "de_DE"]) == english)
    #expect(!english.contains("\u{1B}"))
  }

  @Test func checkFailsWhereAPromiseIsMissed() throws {
    let scratch = try Scratch()
    let text = try String(contentsOfFile: Tool.smoke, encoding: .utf8)
    let slack = try scratch.write(
      text.replacing(
        "slo: { threshold: 1 s, share: 99 % }", with: "slo: { threshold: 1 s, share: 0 % }"),
      to: "slack.yaml")
    let strict = try scratch.write(
      text.replacing(
        "slo: { threshold: 1 s, share: 99 % }", with: "slo: { threshold: 1 ms, share: 100 % }"),
      to: "strict.yaml")
    func check(_ file: String) throws -> Tool.Outcome {
      try Tool.run(
        "run", file, "--nights", "1", "--variant", "inseln", "--results", scratch.path, "--check")
    }
    let kept = try check(slack)
    let missed = try check(strict)
    #expect(kept.code == 0, "\(kept.error)")
    #expect(missed.code == 1)
    #expect(missed.error.contains("inseln: portal: slo.attainment 0.0 % instead of 100.0 %"))
  }
}
