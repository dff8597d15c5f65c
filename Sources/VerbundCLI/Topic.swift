import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

/// Something that can be listed. To add one, add it to `all`.
struct Topic: Sendable {
  let name: String
  private let source: Source

  private enum Source: Sendable {
    case program(@Sendable (Language) -> [[String]])
    case scenario(@Sendable (Experiment, Language) -> [[String]])
  }

  static let all: [Topic] = [
    Topic(name: "metrics", source: .program(metrics)),
    Topic(name: "policies", source: .program(policies)),
    Topic(
      name: "distributions",
      source: .program { _ in Distribution.Family.allCases.map { [$0.rawValue] } }),
    Topic(name: "confidences", source: .program { _ in Confidence.allCases.map { [$0.rawValue] } }),
    Topic(name: "variants", source: .scenario(variants)),
    Topic(name: "cases", source: .scenario(cases)),
    Topic(name: "sites", source: .scenario(sites)),
    Topic(name: "workloads", source: .scenario(workloads)),
    Topic(name: "regions", source: .scenario(regions)),
    Topic(name: "host-classes", source: .scenario(hostClasses)),
    Topic(name: "link-classes", source: .scenario(linkClasses)),
  ]

  static func names(ofProgram: Bool) -> String {
    all.filter { $0.isProgram == ofProgram }.map(\.name).joined(separator: ", ")
  }

  private var isProgram: Bool { if case .program = source { true } else { false } }

  /// - Throws: a topic of a scenario without its file (64), or a file that cannot be read.
  func rows(_ file: String?, _ language: Language) throws(Failure) -> [[String]] {
    switch source {
    case .program(let rows):
      return rows(language)
    case .scenario(let rows):
      guard let file else {
        throw Failure(Failure.usage, "\(name) belong to a scenario: verbund list \(name) FILE")
      }
      return rows(try ScenarioAtHand(file).experiment, language)
    }
  }

  @Sendable private static func metrics(_ language: Language) -> [[String]] {
    MetricCatalog.all.map { [$0.id, $0.unit, $0.title[language]] }
  }

  @Sendable private static func policies(_ language: Language) -> [[String]] {
    PolicyCatalog.all.map { [$0.kind, $0.id, $0.text[language]] }
  }

  @Sendable private static func variants(_ experiment: Experiment, _ language: Language)
    -> [[String]]
  {
    unique(experiment.cells.map { [$0.variant, $0.variantName[language]] })
  }

  @Sendable private static func cases(_ experiment: Experiment, _ language: Language) -> [[String]]
  {
    unique(experiment.cells.filter { !$0.case.isEmpty }.map { [$0.case, $0.caseName[language]] })
  }

  @Sendable private static func sites(_ experiment: Experiment, _ language: Language) -> [[String]]
  {
    (experiment.cells.first?.scenario.sites ?? []).map {
      [$0.id, $0.isExternal ? "external" : "member", $0.name[language]]
    }
  }

  @Sendable private static func workloads(_ experiment: Experiment, _ language: Language)
    -> [[String]]
  {
    (experiment.cells.first?.scenario.workloads ?? []).map {
      [$0.id, $0.home, $0.name[language]]
    }
  }

  @Sendable private static func regions(_ experiment: Experiment, _: Language) -> [[String]] {
    (experiment.cells.first?.scenario.regions ?? []).map { [$0.id, $0.name] }
  }

  @Sendable private static func hostClasses(_ experiment: Experiment, _: Language) -> [[String]] {
    (experiment.cells.first?.scenario.hostClasses ?? []).map {
      [$0.id, "\($0.vCPU) vCPU", $0.name]
    }
  }

  @Sendable private static func linkClasses(_ experiment: Experiment, _: Language) -> [[String]] {
    (experiment.cells.first?.scenario.linkClasses ?? []).map { [$0.id, $0.name] }
  }

  @Sendable private static func unique(_ rows: [[String]]) -> [[String]] {
    rows.indices.filter { rows.firstIndex(of: rows[$0]) == $0 }.map { rows[$0] }
  }
}
