import Foundation
import Testing

/// Words, exit codes and bad input.
@Suite struct CommandTests {
  @Test func aGoodScenarioIsCounted() throws {
    let outcome = try Tool.run("validate", Tool.smoke)
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    #expect(
      outcome.out.hasPrefix(
        "\(Tool.smoke): ok: 3 variants, 1 case, 3 nights, 2 sites, 1 region, 1 workload, 2 links, ")
    )
  }

  @Test func allMistakesAreSaidWithTheirPlaces() throws {
    let scratch = try Scratch()
    var text = try String(contentsOfFile: Tool.smoke, encoding: .utf8)
    text = text.replacing("nights: 3", with: "nights: -3").replacing("hops: 10", with: "hops: ten")
      .replacing("focus: portal", with: "focuss: portal")
    let file = try scratch.write(text, to: "wrong.yaml")
    let outcome = try Tool.run("validate", file)
    #expect(outcome.code == 65 && outcome.out.isEmpty)
    let lines = outcome.error.split(separator: "\n")
    #expect(lines.count == 3)
    for (key, line) in zip(["nights: -3", "focuss:", "hops: ten"], lines) {
      let number = text.prefix(upTo: text.range(of: key)!.lowerBound)
        .split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(line.hasPrefix("\(file):\(number):"), "\(line)")
    }
  }

  /// The reader finds nothing wrong with a set-aside that fits on no host; the plan does.
  @Test func issuesOfThePlanHavePlacesToo() throws {
    let scratch = try Scratch()
    let text = try String(contentsOfFile: Tool.smoke, encoding: .utf8)
    let file = try scratch.write(
      text.replacing("set-aside: 4,", with: "set-aside: 400,"), to: "big.yaml")
    let outcome = try Tool.run("run", file, "--results", scratch.path)
    #expect(outcome.code == 65)
    #expect(outcome.error.contains("scaling.set-aside"))
    let place = outcome.error.dropFirst(file.count).prefix { $0 != " " }
    #expect(outcome.error.hasPrefix(file) && place.wholeMatch(of: /:\d+:\d+:/) != nil)
    #expect(scratch.names(scratch.path) == ["big.yaml"])
  }

  @Test(arguments: [
    (
      ["run", Tool.smoke, "--variant", "insel"], 64,
      "no variant \"insel\"; did you mean \"inseln\"?"
    ),
    (["run", Tool.smoke, "--case", "small"], 64, "no case \"small\""),
    (["run", Tool.smoke, "--nights", "0"], 64, "--nights must be 1 to 10000"),
    (["run", Tool.smoke, "--nights", "10001"], 64, "--nights must be 1 to 10000"),
    (["run", Tool.smoke, "--jobs", "257"], 64, "--jobs must be 1 to 256"),
    (["run", Tool.smoke, "--seed", "-1"], 64, "seed"),
    (["run", Tool.smoke, "--fidelity", "flow"], 64, "fidelity"),
    (["run", Tool.smoke, "--colour"], 64, "--colour"),
    (["run"], 64, "files"),
    (["fly"], 64, "fly"),
    (["run", "/nowhere/x.yaml"], 66, "/nowhere/x.yaml: no such file"),
    (["validate", "/tmp"], 66, "/tmp: no such file"),
    (["run", Tool.smoke, "--results", "/dev/null/x"], 73, "cannot write /dev/null/x"),
    (["list", "metric"], 64, "no topic \"metric\"; did you mean \"metrics\"?"),
    (["list", "variants"], 64, "verbund list variants FILE"),
    (["explain", "nonsense-of-all-kinds"], 64, "no term \"nonsense-of-all-kinds\""),
    (["explain", "latency.p9"], 64, "did you mean \"latency.p95\"?"),
  ])
  func aMistakeHasACodeAndASentence(_ arguments: [String], _ code: Int32, _ part: String) throws {
    let outcome = try Tool.start(Tool.path, arguments).outcome()
    #expect(outcome.code == code)
    #expect(outcome.out.isEmpty)
    #expect(outcome.error.contains(part), "\(outcome.error)")
    #expect(!outcome.error.contains("Fatal") && !outcome.error.contains(" at /"))
  }

  @Test func binaryAndEmptyFilesAreIssues() throws {
    let scratch = try Scratch()
    let empty = try scratch.write("", to: "empty.yaml")
    let binary = "\(scratch.path)/binary.yaml"
    try Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 37) })
      .write(to: URL(fileURLWithPath: binary))
    for file in [empty, binary] {
      let outcome = try Tool.run("validate", file)
      #expect(outcome.code == 65)
      #expect(outcome.error.hasPrefix("\(file):"))
    }
  }

  @Test func helpAndVersionAreResults() throws {
    let version = try Tool.run("--version")
    #expect(version.code == 0)
    #expect(version.out.wholeMatch(of: /verbund \d+\.\d+\.\d+ \(model version \d+\)\n/) != nil)
    let help = try Tool.run("run", "--help")
    #expect(help.code == 0 && help.out.contains("--results"))
  }

  @Test func whatIsListedIsExplained() throws {
    let metrics = try Tool.run("list", "metrics")
    #expect(metrics.code == 0)
    for line in metrics.out.split(separator: "\n") {
      let id = String(line.prefix { $0 != " " })
      let outcome = try Tool.run("explain", id, "--lang", "de")
      #expect(outcome.code == 0 && outcome.out.contains("\(id) ("))
    }
  }

  @Test func scenariosAreListed() throws {
    let outcome = try Tool.run("list", "variants", Tool.smoke, "--lang", "de")
    #expect(outcome.code == 0)
    #expect(
      outcome.out == """
        inseln   Inseln
        portal   Bestellung im Portal
        verbund  Verbund

        """)
  }
}
