/// One metric of one cell, over its nights.
public struct MetricValue: Sendable, Hashable, Codable {
  /// Dotted id of the catalogue, for example `slo.attainment`.
  public var id: String
  /// `federation`, `workload:ID`, `site:ID` or `link:ID`.
  public var scope: String
  public var unit: String
  /// Mean over nights of the night's value; nil where no night has one.
  public var mean: Double?
  /// 95 % interval of the mean; nil with fewer than two nights.
  public var low: Double?
  public var high: Double?
  /// Nights with a value.
  public var n: Int
  /// The night's values in the order of the nights; nil where a night has none.
  public var nights: [Double?]

  public init(
    id: String, scope: String, unit: String, mean: Double?, low: Double?, high: Double?, n: Int,
    nights: [Double?]
  ) {
    self.id = id
    self.scope = scope
    self.unit = unit
    self.mean = mean
    self.low = low
    self.high = high
    self.n = n
    self.nights = nights
  }
}

/// All metrics of one cell.
public struct MetricTable: Sendable, Hashable, Codable {
  public var variant: String
  public var `case`: String
  public var fidelity: Fidelity
  public var values: [MetricValue]

  public init(variant: String, case: String, fidelity: Fidelity, values: [MetricValue]) {
    self.variant = variant
    self.case = `case`
    self.fidelity = fidelity
    self.values = values
  }

  public subscript(_ id: String, _ scope: String) -> MetricValue? {
    values.first { $0.id == id && $0.scope == scope }
  }
}

/// What a comparison says about one metric.
public enum Verdict: String, Sendable, Hashable, Codable {
  case better, worse
  /// The whole interval lies inside the margin.
  case noRelevantDifference = "no relevant difference"
  case undecided
  /// The two sides serve differently many people, so that the metric says nothing of either.
  case notComparable = "not comparable"
}

/// A variant held against the reference, night by night (common random numbers).
public struct PairedDifference: Sendable, Hashable, Codable {
  public var id: String
  public var scope: String
  public var unit: String
  /// Mean over nights of (variant - reference), and its 95 % interval.
  public var mean: Double?
  public var low: Double?
  public var high: Double?
  public var n: Int
  /// Smallest relevant difference, in `unit`.
  public var margin: Double
  /// Nil for metrics where neither direction is good.
  public var verdict: Verdict?
  /// Welch's degrees of freedom; nil where the nights are pairs, and without an interval.
  public var degrees: Double?

  public init(
    id: String, scope: String, unit: String, mean: Double?, low: Double?, high: Double?, n: Int,
    margin: Double, verdict: Verdict?, degrees: Double? = nil
  ) {
    self.id = id
    self.scope = scope
    self.unit = unit
    self.mean = mean
    self.low = low
    self.high = high
    self.n = n
    self.margin = margin
    self.verdict = verdict
    self.degrees = degrees
  }
}

/// One variant against the reference of the same case.
public struct Comparison: Sendable, Hashable, Codable {
  public var variant: String
  public var reference: String
  public var `case`: String
  /// Whether both saw the same people: else the pairs are not pairs.
  public var sameArrivals: Bool
  public var differences: [PairedDifference]

  public init(
    variant: String, reference: String, case: String, sameArrivals: Bool,
    differences: [PairedDifference]
  ) {
    self.variant = variant
    self.reference = reference
    self.case = `case`
    self.sameArrivals = sameArrivals
    self.differences = differences
  }

  public subscript(_ id: String, _ scope: String) -> PairedDifference? {
    differences.first { $0.id == id && $0.scope == scope }
  }
}
