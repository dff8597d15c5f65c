import Foundation
import VerbundModel

/// What of an experiment is run, and where the results go.
public struct StudyOptions: Sendable {
  /// Names of the variants to run; empty for all.
  public var variants: [String]
  /// Names of the cases to run; empty for all.
  public var cases: [String]
  /// Nights per cell; nil for the scenario's own number.
  public var nights: Int?
  public var seed: UInt64?
  /// Threads; the results do not depend on it.
  public var jobs: Int
  /// The folder that holds `<scenario>/<run>/`.
  public var results: String
  /// Also write the series of every single night.
  public var fullSeries: Bool

  public init(
    variants: [String] = [], cases: [String] = [], nights: Int? = nil, seed: UInt64? = nil,
    jobs: Int = ProcessInfo.processInfo.activeProcessorCount, results: String = "results",
    fullSeries: Bool = false
  ) {
    self.variants = variants
    self.cases = cases
    self.nights = nights
    self.seed = seed
    self.jobs = jobs
    self.results = results
    self.fullSeries = fullSeries
  }
}

/// How far a study is; told after each night, when the night is on disk.
public struct StudyProgress: Sendable, Hashable {
  /// One night of one cell.
  public struct Night: Sendable, Hashable {
    public var variant: String
    public var `case`: String
    public var night: Int
  }

  /// Nights finished, those of an earlier broken run included.
  public var finished: Int
  public var total: Int
  /// Nights that an earlier broken run had left.
  public var found = 0
  /// The night just finished; nil at the start.
  public var latest: Night?
}
