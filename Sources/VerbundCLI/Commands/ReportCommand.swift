import ArgumentParser
import Foundation
import VerbundModel
import VerbundReport
import VerbundStudy

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write report.html of finished runs anew.")

  @Argument(help: "Folders of runs.")
  var folders: [String]
  @Option(
    help: """
      Write every figure of the page into this folder as SVG, PNG and CSV; in both languages \
      without --lang.
      """)
  var figures: String?
  @Flag(help: "Write report.pdf beside report.html; takes Chromium.")
  var pdf = false
  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    if figures?.isEmpty ?? false { throw ValidationError("--figures must name a folder") }
  }

  func run() throws {
    let charts = ChartsAtHand.bundle()
    for folder in folders {
      let (input, page) = try write(folder, charts)
      try Console.tell("\(page)\n")
      if pdf { try Console.tell("\(writePDF(of: page, folder))\n") }
      if let figures {
        let place = folders.count == 1 ? figures : "\(figures)/\(Self.plain(input.run))"
        try FigureFolder(place, words: languageOptions.words).write(input, languages)
      }
    }
  }

  /// Of the page: the chosen one or that of the environment. Of figures: the chosen one or both.
  private var languages: [Language] {
    languageOptions.lang == nil ? Language.allCases : [languageOptions.language]
  }

  private func write(
    _ folder: String, _ charts: ChartBundle?
  ) throws(Failure) -> (ReportInput, String) {
    do throws(StudyError) {
      let run = try RunFolder(folder)
      let input = ReportInput(try run.result())
      let page = HTMLReport.render(input, first: languageOptions.language, charts: charts)
      return (input, try run.write(report: page))
    } catch {
      throw Failure(error)
    }
  }

  private func writePDF(of page: String, _ folder: String) throws(Failure) -> String {
    guard Pictures.browser != nil else {
      throw Failure(
        Failure.inputOutput,
        languageOptions.words.pick(
          "für die PDF-Datei fehlt Chromium; unter Debian: sudo apt-get install chromium",
          "the PDF takes Chromium, which is not installed; on Debian: sudo apt-get install chromium"
        ))
    }
    guard let bytes = Pictures.pdf(of: page) else {
      throw Failure(Failure.inputOutput, "\(page): Chromium made no PDF of it")
    }
    do throws(StudyError) {
      return try OutputFolder(folder).write(bytes, as: "report.pdf")
    } catch {
      throw Failure(error)
    }
  }

  /// A folder name, whatever a manifest says.
  private static func plain(_ run: String) -> String {
    let digits = run.filter { $0.isASCII && $0.isHexDigit }
    return digits.isEmpty ? "run" : String(digits)
  }
}
