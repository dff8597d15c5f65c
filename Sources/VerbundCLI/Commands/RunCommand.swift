import ArgumentParser
import Foundation
import VerbundModel
import VerbundReport
import VerbundStudy

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run scenarios and compare their variants.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
  enum Detail: String, ExpressibleByArgument, CaseIterable { case summary, full }
  enum FidelityChoice: String, ExpressibleByArgument, CaseIterable { case request }

  @Argument(help: "Scenario files.")
  var files: [String]
  @Option(parsing: .singleValue, help: "Run this variant; may be given again. Default: all.")
  var variant: [String] = []
  @Option(
    name: .customLong("case"), parsing: .singleValue,
    help: "Run this case; may be given again. Default: all.")
  var cases: [String] = []
  @Option(help: "Nights per variant and case, 1 to 10000. Default: the scenario's.")
  var nights: Int?
  @Option(help: "Seed of all random numbers. Default: the scenario's.")
  var seed: UInt64?
  @Option(help: "Threads, 1 to 256; the results do not depend on it. Default: all cores.")
  var jobs: Int?
  @Option(help: "How the evening is simulated.")
  var fidelity: FidelityChoice = .request
  @Option(help: "Folder for the results.")
  var results = "results"
  @Option(help: "Form of the output.")
  var format: Format = .text
  @Option(help: "Series on disk: means over the nights, or also every night.")
  var series: Detail = .summary
  @Flag(help: "Exit with 1 if a service level is missed.")
  var check = false
  @Flag(help: "Say nothing but the results.")
  var quiet = false
  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    if let nights, !(1...10_000).contains(nights) {
      throw ValidationError("--nights must be 1 to 10000")
    }
    try Jobs.check(jobs)
    if results.isEmpty { throw ValidationError("--results must name a folder") }
  }

  func run() throws {
    Signals.catchStop()
    let studies = try prepared()
    var missed: [String] = []
    for study in studies {
      let result = try run(study)
      try Console.tell(format == .json ? ResultJSON.line(result) : text(result))
      if check { missed += ServiceCheck.missed(result, languageOptions.language) }
    }
    for line in missed { Console.say(line) }
    if !missed.isEmpty { throw ExitCode(Failure.checkFailed) }
  }

  /// All scenarios, read and planned; what is wrong with any of them is said before anything runs.
  private func prepared() throws -> [Study] {
    var worst: Int32 = 0
    let studies = files.compactMap { file -> Study? in
      do throws(Failure) {
        return try ScenarioAtHand(file).study(options)
      } catch {
        Console.complain(error.message)
        if worst == 0 { worst = error.code }
        return nil
      }
    }
    if worst != 0 { throw ExitCode(worst) }
    return studies
  }

  private var options: StudyOptions {
    StudyOptions(
      variants: variant, cases: cases, nights: nights, seed: seed, jobs: Jobs.number(jobs),
      results: results, fullSeries: series == .full)
  }

  private func run(_ study: Study) throws(Failure) -> StudyResult {
    let words = languageOptions.words
    let bar = ProgressBar(quiet: quiet, words: words)
    let charts = ChartsAtHand.bundle()
    do throws(StudyError) {
      let result = try study.run(
        progress: { bar.update($0) }, watch: bar.watch, isCancelled: { Signals.isStopped },
        report: {
          HTMLReport.render(ReportInput($0), first: languageOptions.language, charts: charts)
        })
      bar.finish()
      if result.reused, !quiet { Console.say("\(result.folder): \(words.reused)") }
      return result
    } catch {
      bar.finish()
      guard case .interrupted = error else { throw Failure(error) }
      throw Failure(Failure.interrupted, "\(error); \(words.resume)")
    }
  }

  private func text(_ result: StudyResult) -> String {
    let words = languageOptions.words
    let table = TerminalTable.render(
      ReportInput(result), language: languageOptions.language, color: Console.isColored,
      width: Console.width)
    let width = max(words.results.count, words.report.count)
    func line(_ label: String, _ path: String) -> String {
      label + ":" + String(repeating: " ", count: width - label.count + 1) + path + "\n"
    }
    return table + "\n" + line(words.results, result.folder)
      + line(words.report, "\(result.folder)/report.html")
  }
}

/// `--jobs` of the commands that simulate.
enum Jobs {
  static func check(_ jobs: Int?) throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256") }
  }

  static func number(_ jobs: Int?) -> Int {
    jobs ?? min(256, ProcessInfo.processInfo.activeProcessorCount)
  }
}
