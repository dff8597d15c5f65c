import ArgumentParser
import VerbundReport
import VerbundStudy

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write report.html of finished runs anew.")

  @Argument(help: "Folders of runs.")
  var folders: [String]

  func run() throws {
    for folder in folders {
      let file: String
      do throws(StudyError) {
        let run = try RunFolder(folder)
        file = try run.write(report: HTMLReport.render(ReportInput(try run.result())))
      } catch {
        throw Failure(error)
      }
      try Console.print("\(file)\n")
    }
  }
}
