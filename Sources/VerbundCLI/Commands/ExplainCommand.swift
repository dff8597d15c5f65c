import ArgumentParser
import VerbundMeasure
import VerbundModel
import VerbundPlan

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a metric or a policy means.")

  @Argument(help: "Id of a metric (or its beginning) or of a policy.")
  var term: String
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let metrics = MetricCatalog.all.filter { $0.id == term || $0.id.hasPrefix(term + ".") }
    let policies = PolicyCatalog.all.filter { $0.id == term }
    if metrics.isEmpty, policies.isEmpty {
      let known = MetricCatalog.all.map(\.id) + PolicyCatalog.all.map(\.id)
      throw Failure(.unknown("metric or policy", term, among: known))
    }
    let language = languageOptions.language
    let texts =
      metrics.map(text) + policies.map { "\($0.id) (\($0.kind))\n  \($0.text[language])\n" }
    try Console.print(texts.joined(separator: "\n"))
  }

  private func text(_ metric: MetricDefinition) -> String {
    let language = languageOptions.language
    let words = languageOptions.words
    let better =
      switch metric.better {
      case .higher: words.pick("mehr ist besser", "higher is better")
      case .lower: words.pick("weniger ist besser", "lower is better")
      case .neutral: words.pick("weder gut noch schlecht", "neither way is good")
      }
    let margin =
      switch metric.margin {
      case .absolute(let amount): "\(amount) \(metric.unit)"
      case .relative(let share): "\(words.number((share * 1_000).rounded() / 10)) %"
      }
    let least = words.pick("kleinster relevanter Unterschied", "smallest relevant difference")
    return """
      \(metric.id) (\(metric.unit)): \(metric.title[language])
        \(metric.definition[language])
        \(better); \(least): \(margin)

      """
  }
}
