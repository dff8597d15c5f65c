import VerbundMeasure
import VerbundModel
import VerbundStudy

/// Everything a report is made of, as plain values.
public struct ReportInput: Sendable {
  public var experiment: Experiment
  /// Digest of the inputs: the name of the results folder.
  public var run: String
  /// One per cell, in the order of the experiment's cells; cells that were not run are missing.
  public var tables: [MetricTable]
  public var comparisons: [Comparison]
  public var series: [ReportSeries]
  /// One per cell that was run.
  public var loans: [CellLoans]
  /// Digest of the results.
  public var digest: String
  public var modelVersion: Int
  /// One line on the machine that computed it; empty to leave it out.
  public var machine: String
  /// Nights per cell.
  public var nights: Int

  public init(
    experiment: Experiment, run: String, tables: [MetricTable], comparisons: [Comparison],
    series: [ReportSeries], loans: [CellLoans] = [], digest: String, modelVersion: Int,
    machine: String, nights: Int
  ) {
    self.experiment = experiment
    self.run = run
    self.tables = tables
    self.comparisons = comparisons
    self.series = series
    self.loans = loans
    self.digest = digest
    self.modelVersion = modelVersion
    self.machine = machine
    self.nights = nights
  }
}

/// One quantity of one cell on its grid of time, over its nights.
public struct ReportSeries: Sendable, Hashable {
  public var variant: String
  public var `case`: String
  /// `federation`, `workload:ID`, `site:ID` or `link:ID`.
  public var scope: String
  public var metric: String
  public var unit: String
  /// Length of a step, ns: the slot's, or an hour beyond seven days.
  public var step: Int64
  /// Mean over nights, and its 95 % interval, per step; nil where a step has none.
  public var mean: [Double?]
  public var low: [Double?]
  public var high: [Double?]

  public init(
    variant: String, case: String, scope: String, metric: String, unit: String,
    step: Int64, mean: [Double?], low: [Double?], high: [Double?]
  ) {
    self.variant = variant
    self.case = `case`
    self.scope = scope
    self.metric = metric
    self.unit = unit
    self.step = step
    self.mean = mean
    self.low = low
    self.high = high
  }
}

extension ReportInput {
  func series(_ metric: String, scope: String, _ column: Column) -> ReportSeries? {
    series.first {
      $0.metric == metric && $0.scope == scope && $0.variant == column.variant
        && $0.case == column.case
    }
  }
}
