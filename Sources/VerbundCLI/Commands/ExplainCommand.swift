import ArgumentParser
import VerbundScenario

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a metric, a policy, a key, a word or an entry of the catalogue means.",
    discussion: """
      For example: slo.attainment, two-choices, scaling.set-aside, amd-2021, itnrw, lead time.
      """)

  @Argument(help: "Metric or its beginning, policy, key or path, word, id of the catalogue.")
  var term: String
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let explanations = Explanations(
      language: languageOptions.language, words: languageOptions.words,
      catalogue: CatalogueAtHand.folder == nil ? nil : try CatalogueAtHand.shipped(),
      glossary: Glossary.atHand)
    let texts = explanations.texts(of: term)
    guard !texts.isEmpty else {
      throw Failure(.unknown("term", term, among: explanations.known))
    }
    try Console.print(texts.joined(separator: "\n"))
  }
}
