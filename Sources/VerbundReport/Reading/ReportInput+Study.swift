import VerbundMeasure
import VerbundStudy

extension ReportInput {
  /// The report of a study that was run or read back. The machine is left out: the same run, the
  /// same page.
  public init(_ result: StudyResult) {
    self.init(
      experiment: result.experiment, run: String(result.run.prefix(12)), tables: result.tables,
      comparisons: result.comparisons, series: result.series.flatMap(Self.lines),
      loans: result.loans,
      digest: result.digest, modelVersion: result.manifest.modelVersion, machine: "",
      nights: result.manifest.nights)
  }

  private static func lines(_ cell: CellSeries) -> [ReportSeries] {
    cell.series.map { series in
      ReportSeries(
        variant: cell.variant, case: cell.case, scope: series.scope, metric: series.metric,
        unit: series.unit, step: cell.step, mean: series.slots.map(\.mean),
        low: series.slots.map(\.low), high: series.slots.map(\.high))
    }
  }
}
