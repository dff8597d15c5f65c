import VerbundModel
import VerbundScenario

/// Something that can be listed. To add one, add it to `all`.
struct Topic: Sendable {
  let name: String
  let source: Source

  enum Source: Sendable {
    /// What the program has.
    case program(@Sendable (Language) -> Listing)
    /// What a scenario compares.
    case experiment(@Sendable (Experiment, Language) -> Listing)
    /// What the catalogue has, or what a scenario uses.
    case catalogue(CatalogueColumns)
  }

  static let all: [Topic] =
    ProgramTopics.all + CatalogueColumns.all.map { Topic(name: $0.topic, source: .catalogue($0)) }
    + ExperimentTopics.all

  /// The topic of this name; a section of the format names its topic too.
  static func named(_ name: String) -> Topic? {
    all.first { $0.name == name } ?? all.first { $0.sections.contains(name) }
  }

  private var sections: [String] {
    if case .catalogue(let columns) = source { columns.sections } else { [] }
  }

  /// Names for the help: those of the program, of the catalogue, of a scenario.
  static let names: (program: String, catalogue: String, experiment: String) = {
    var names = (program: [String](), catalogue: [String](), experiment: [String]())
    for topic in all {
      switch topic.source {
      case .program: names.program.append(topic.name)
      case .catalogue: names.catalogue.append(topic.name)
      case .experiment: names.experiment.append(topic.name)
      }
    }
    return (
      names.program.joined(separator: ", "), names.catalogue.joined(separator: ", "),
      names.experiment.joined(separator: ", ")
    )
  }()

  /// - Throws: a topic of a scenario without its file (64), no catalogue (66), or a file that
  ///   cannot be read.
  func listing(_ file: String?, _ language: Language) throws(Failure) -> Listing {
    switch source {
    case .program(let listing):
      return listing(language)
    case .experiment(let listing):
      guard let file else {
        throw Failure(Failure.usage, "\(name) belong to a scenario: verbund list \(name) FILE")
      }
      return listing(try ScenarioAtHand(file).experiment, language)
    case .catalogue(let columns):
      guard let file else { return columns.listing(try CatalogueAtHand.shipped(), language) }
      return columns.listing(Catalogue(of: try ScenarioAtHand(file).experiment), language)
    }
  }
}
