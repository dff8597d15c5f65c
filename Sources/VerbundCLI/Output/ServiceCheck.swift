import VerbundModel
import VerbundStudy

/// `--check`: whether every service keeps its promise in every cell, in the mean of the nights.
enum ServiceCheck {
  /// One line per promise that is not kept.
  static func missed(_ result: StudyResult, _ language: Language) -> [String] {
    zip(result.experiment.cells, result.tables).flatMap { cell, table in
      cell.scenario.workloads.compactMap { workload in
        let share = table["slo.attainment", "workload:\(workload.id)"]?.mean
        // Nobody came: nothing was promised to anybody.
        guard let share, share < workload.slo.share else { return nil }
        let place = cell.case.isEmpty ? cell.variant : "\(cell.variant), \(cell.case)"
        let words = Words(language: language)
        return "\(place): \(workload.id): slo.attainment \(percent(share, words)) "
          + words.pick("statt", "instead of") + " \(percent(workload.slo.share, words))"
      }
    }
  }

  private static func percent(_ share: Double, _ words: Words) -> String {
    // Rounded down, so that a missed promise never looks kept.
    words.number((share * 10_000).rounded(.down) / 100) + " %"
  }
}
