import VerbundMeasure
import VerbundModel

/// What a study found: everything that a report or a table needs, and where it lies on disk.
public struct StudyResult: Sendable {
  /// As run: only the chosen cells, with the seed and the number of nights that were used.
  public var experiment: Experiment
  /// Digest of the inputs, 64 hexadecimal digits; the folder is named by the first twelve.
  public var run: String
  /// Path of the run folder.
  public var folder: String
  /// One per cell, in the order of `experiment.cells`.
  public var tables: [MetricTable]
  /// Every other variant against `experiment.compareTo`, case by case.
  public var comparisons: [Comparison]
  /// One per cell, in the order of `experiment.cells`.
  public var series: [CellSeries]
  /// One per cell, in the order of `experiment.cells`.
  public var loans: [CellLoans]
  public var manifest: Manifest
  /// Whether a finished run with the same inputs was already there.
  public var reused: Bool

  public init(
    experiment: Experiment, run: String, folder: String, tables: [MetricTable],
    comparisons: [Comparison], series: [CellSeries], loans: [CellLoans] = [], manifest: Manifest,
    reused: Bool
  ) {
    self.experiment = experiment
    self.run = run
    self.folder = folder
    self.tables = tables
    self.comparisons = comparisons
    self.series = series
    self.loans = loans
    self.manifest = manifest
    self.reused = reused
  }

  /// SHA-256 over the results of all cells.
  public var digest: String { manifest.digest }
}

/// The series of one cell on the slot grid (hourly beyond seven days), over its nights.
public struct CellSeries: Sendable, Hashable {
  public var variant: String
  public var `case`: String
  /// Length of a step, ns.
  public var step: Int64
  public var series: [SeriesSummary]

  public init(variant: String, case: String, step: Int64, series: [SeriesSummary]) {
    self.variant = variant
    self.case = `case`
    self.step = step
    self.series = series
  }

  public subscript(_ metric: String, _ scope: String) -> SeriesSummary? {
    series.first { $0.metric == metric && $0.scope == scope }
  }
}

/// Who lent to whom in one cell.
public struct CellLoans: Sendable, Hashable {
  public var variant: String
  public var `case`: String
  public var loans: [LoanSummary]

  public init(variant: String, case: String, loans: [LoanSummary]) {
    self.variant = variant
    self.case = `case`
    self.loans = loans
  }
}
