import ArgumentParser
import VerbundCore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what there is.",
    discussion: """
      Topics of the program: \(Topic.names.program).
      Topics of the shipped catalogue, or with a file of that scenario: \(Topic.names.catalogue).
      Topics of a scenario file: \(Topic.names.experiment).
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "What to list; without it, the topics.")
  var topic: String?
  @Argument(help: "Scenario file; without it, the shipped catalogue.")
  var file: String?
  @Option(help: "Output on stdout; json has every figure with its confidence and source.")
  var format: Format = .text
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    guard let topic else {
      let names = Topic.all.map(\.name)
      return try Console.print(
        format == .json
          ? JSONText.array(names.map(JSONText.string)).text + "\n"
          : names.map { $0 + "\n" }.joined())
    }
    guard let found = Topic.named(topic) else {
      throw Failure(.unknown("topic", topic, among: Topic.all.map(\.name)))
    }
    let listing = try found.listing(file, languageOptions.language)
    if format == .text, listing.rows.isEmpty {
      let place = file ?? languageOptions.words.pick("der Katalog", "the catalogue")
      Console.complain(
        languageOptions.words.pick("\(place): keine \(found.name)", "\(place): no \(found.name)"))
    }
    try Console.print(format == .json ? listing.json.text + "\n" : listing.text)
  }
}
