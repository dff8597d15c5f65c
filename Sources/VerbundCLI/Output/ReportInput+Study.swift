import VerbundReport
import VerbundStudy

extension ReportInput {
  /// What a report needs of a study. The machine is left out: the same run, the same page.
  init(_ result: StudyResult) {
    self.init(
      experiment: result.experiment, run: String(result.run.prefix(12)), tables: result.tables,
      comparisons: result.comparisons, series: result.series.flatMap(Self.series),
      digest: result.digest, modelVersion: result.manifest.modelVersion, machine: "",
      nights: result.experiment.nights)
  }

  private static func series(_ cell: CellSeries) -> [ReportSeries] {
    cell.series.map { series in
      ReportSeries(
        variant: cell.variant, case: cell.case, scope: series.scope, metric: series.metric,
        unit: series.unit, step: cell.step, mean: series.slots.map(\.mean),
        low: series.slots.map(\.low),
        high: series.slots.map(\.high))
    }
  }
}
