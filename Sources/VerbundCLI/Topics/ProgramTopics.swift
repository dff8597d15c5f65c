import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

/// What the program itself has.
enum ProgramTopics {
  static let all: [Topic] = [
    Topic(
      name: "metrics",
      source: .program { language in
        Listing(
          header: ["id", "unit", "title"],
          rows: MetricCatalog.all.map { [$0.id, $0.unit, $0.title[language]] })
      }),
    Topic(
      name: "policies",
      source: .program { language in
        Listing(
          header: ["kind", "id", "text"],
          rows: PolicyCatalog.all.map { [$0.kind, $0.id, $0.text[language]] })
      }),
    Topic(
      name: "distributions",
      source: .program { _ in
        Listing(header: ["id"], rows: Distribution.Family.allCases.map { [$0.rawValue] })
      }),
    Topic(
      name: "confidences",
      source: .program { language in
        Listing(
          header: ["id", "text"],
          rows: Confidence.allCases.map { [$0.rawValue, $0.meaning[language]] })
      }),
  ]
}

/// What a scenario compares, and by what.
enum ExperimentTopics {
  static let all: [Topic] = [
    Topic(
      name: "variants",
      source: .experiment { experiment, language in
        listing(experiment.cells.map { [$0.variant, $0.variantName[language]] })
      }),
    Topic(
      name: "cases",
      source: .experiment { experiment, language in
        listing(
          experiment.cells.filter { !$0.case.isEmpty }.map { [$0.case, $0.caseName[language]] })
      }),
    Topic(
      name: "workloads",
      source: .experiment { experiment, language in
        let all = experiment.cells.flatMap(\.scenario.workloads)
        return Listing(
          header: ["id", "home", "name"],
          rows: unique(all.map { [$0.id, $0.home, $0.name[language]] }))
      }),
  ]

  private static func listing(_ rows: [[String]]) -> Listing {
    Listing(header: ["id", "name"], rows: unique(rows))
  }

  private static func unique(_ rows: [[String]]) -> [[String]] {
    var seen: Set<[String]> = []
    return rows.filter { seen.insert($0).inserted }
  }
}
