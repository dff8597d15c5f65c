import Foundation
import Testing
import VerbundModel

@testable import VerbundCLI
@testable import VerbundStudy

/// What a run shows while it goes on.
@Suite struct ProgressTests {
  private func show(
    columns: Int, _ extra: [String] = [], environment: [String: String] = [:]
  ) throws -> Tool.Outcome {
    let scratch = try Scratch()
    let terminal = try PseudoTerminal(
      [
        "run", Tool.smoke, "--nights", "2", "--variant", "inseln", "--results", scratch.path,
        "--lang", "de",
      ] + extra,
      columns: columns, in: scratch, environment: environment)
    return try terminal.outcome()
  }

  /// Parts between carriage returns, line feeds and escape sequences.
  private func lines(_ text: String) -> [String] {
    text.replacing(/\u{1B}\[[0-9;]*[A-Za-z]/, with: "\n").split { $0.isNewline || $0 == "\r" }
      .map(String.init)
  }

  @Test(arguments: [100, 60, 24, 14]) func noLineIsWiderThanTheTerminal(_ columns: Int) throws {
    let outcome = try show(columns: columns)
    #expect(outcome.code == 0)
    #expect(!lines(outcome.error).isEmpty)
    for line in lines(outcome.error) { #expect(line.count < columns, "\(line)") }
    // Redrawn in place, and taken away at the end.
    #expect(outcome.error.contains("\r"))
    #expect(outcome.error.hasSuffix("\r\u{1B}[K"))
  }

  @Test func itSaysWhatIsSimulatedNow() throws {
    let shown = try show(columns: 100).error
    #expect(shown.contains("/2 Nächte"))
    #expect(shown.contains(/inseln: Nacht [12]\/2, (17|18):[0-5][0-9]/))
    #expect(shown.contains("█") && shown.contains("noch "))
    let english = try show(columns: 100, ["--lang", "en"]).error
    #expect(english.contains("/2 nights") && english.contains("left"))
  }

  @Test func whoWantsNothingSeesNothing() throws {
    #expect(try show(columns: 80, ["--quiet"]).error.isEmpty)
    #expect(try show(columns: 80, environment: ["TERM": "dumb"]).error.isEmpty)
    let scratch = try Scratch()
    let piped = try Tool.run("run", Tool.smoke, "--nights", "1", "--results", scratch.path)
    #expect(piped.code == 0 && piped.error.isEmpty)
  }

  @Test func thereIsNoColour() throws {
    let shown = try show(columns: 80, environment: ["NO_COLOR": "1"]).error
    #expect(!shown.isEmpty && !shown.contains(/\u{1B}\[[0-9;]*m/))
  }

  private func night(_ variant: String, _ simulated: Int64, length: Int64) -> StudyWatch.Night {
    StudyWatch.Night(
      variant: variant, case: "klein", night: 1, nights: 5,
      horizon: Horizon(
        start: 1_809_864_000, utcOffset: 7_200, length: length * 3_600_000_000_000,
        slot: 60_000_000_000),
      simulated: simulated * 60_000_000_000)
  }

  private func line(_ width: Int, _ language: Language = .en) -> ProgressLine {
    var progress = StudyProgress(finished: 7, total: 20)
    progress.found = 5
    return ProgressLine(
      progress: progress,
      running: [night("inseln", 90, length: 10), night("verbund", 300, length: 10)], seconds: 60,
      words: Words(language: language), width: width)
  }

  /// 7 of 20 done, 5 of them found; 15 % and 50 % of two nights more: 2.65 in a minute.
  @Test func rateAndTimeLeftFollowFromWhatIsDone() {
    // (20 - 7.65) / 2.65 minutes are 279.6 s.
    #expect(line(100).whole.hasSuffix(" 7/20 nights · 2.7/min · 4:40 left"))
    #expect(line(100).whole.hasPrefix("█████████░"))
    let both = "inseln, klein: night 2/5, 15:30 · verbund, klein: night 2/5, 19:00"
    #expect(line(100).nights == both)
    #expect(line(40).nights == "inseln, klein: night 2/5, 15:30")
  }

  @Test func everyWidthIsKept() {
    for language in Language.allCases {
      for width in 0...120 {
        #expect(line(width, language).whole.count <= width)
        #expect(line(width, language).nights.count <= width)
      }
    }
  }

  @Test func longHorizonsAreSaidAsShares() {
    let progress = StudyProgress(finished: 0, total: 1)
    let long = ProgressLine(
      progress: progress, running: [night("a", 60 * 100, length: 400)], seconds: 0,
      words: Words(language: .en), width: 80)
    #expect(long.nights == "a, klein: night 2/5, 25 %")
    #expect(long.whole == "██████░░░░░░░░░░░░░░░░░░ 0/1 nights · 0:00")
  }
}
