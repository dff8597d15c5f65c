import ArgumentParser
import Foundation
import VerbundCore

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a scenario to start from.",
    discussion: """
      Without NAME, and on a terminal, it asks for what no option says. In or below a folder that \
      holds catalogue/ the scenario includes it; elsewhere it holds all that it needs.
      """)

  @Argument(help: "Its name: a-z, 0-9 and hyphens.")
  var name: String?
  @Option(help: "What reports call it. Default: made of kind and Land.")
  var title: String?
  @Option(help: "Code or name of the Land.")
  var land: String?
  @Option(help: "What the evening is about: landtag, bundestag, european, municipal, citizens.")
  var kind: String?
  @Option(help: "The day, such as 2027-05-09.")
  var date: String?
  @Option(help: "Nights per variant, 1 to 10000.")
  var nights: String?
  @Option(help: "Number of sites, 2 to 8, or their ids with commas between; the first is home.")
  var sites: String?
  @Option(help: "The file. Default: scenarios/NAME.yaml beside a catalogue, else NAME.yaml.")
  var output: String?
  @Flag(help: "Overwrite a file that is there.")
  var force = false
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let isAsking = name == nil && Question.isPossible
    // Before anybody answers questions for nothing.
    if let output, !force { try NewFile(output, for: "").refuseExisting() }
    if isAsking {
      Signals.catchStop()
      Signals.interruptReading()
    }
    let scenario = try NewAnswers(self, isAsking: isAsking, words: languageOptions.words).scenario()
    let file = try NewFile(output, for: scenario.name)
    if !force { try file.refuseExisting() }
    let issues = try file.write(scenario, force: force)
    if let issues { Console.complain(issues) }
    try Console.print("\(file.path)\n")
  }
}
