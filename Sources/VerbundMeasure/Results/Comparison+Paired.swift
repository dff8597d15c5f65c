extension Comparison {
  /// Holds a variant against the reference of its case, in every (metric, scope) that both have.
  ///
  /// With the same arrivals the nights are pairs and the interval is that of their differences;
  /// otherwise it is Welch's, of two unrelated samples. `margins` are a scenario's smallest
  /// relevant differences by metric id, in the metric's unit; the catalogue's stand in for the
  /// rest. The verdict follows `Verdict.of`, with one more rule: a metric that needs equal service
  /// (latency, utilisation, energy, carbon, money) is not comparable while the two mean success
  /// shares differ by more than their margin, 0 against 0 included.
  /// - Complexity: O(values).
  public static func paired(
    variant: MetricTable, reference: MetricTable, sameArrivals: Bool, margins: [String: Double]
  ) -> Comparison {
    let desk = Desk(
      variant: variant, reference: reference, sameArrivals: sameArrivals, margins: margins)
    return Comparison(
      variant: variant.variant, reference: reference.variant, case: variant.case,
      sameArrivals: sameArrivals, differences: variant.values.compactMap(desk.difference))
  }
}

extension Verdict {
  /// Inside the margin: no relevant difference. Wholly beyond it: better or worse. Otherwise, and
  /// without an interval: undecided. Nil where neither direction is good. It knows nothing of
  /// service: `Comparison.paired` says what is not comparable.
  public static func of(
    _ difference: Interval, margin: Double, better: MetricDefinition.Direction
  ) -> Verdict? {
    if better == .neutral { return nil }
    guard let low = difference.low, let high = difference.high else { return .undecided }
    if low >= -margin, high <= margin { return .noRelevantDifference }
    if low > margin { return better == .higher ? .better : .worse }
    if high < -margin { return better == .lower ? .better : .worse }
    return .undecided
  }
}

/// Both tables, opened for lookup.
private struct Desk {
  private struct Key: Hashable { let id: String, scope: String }

  private let ours: [Key: MetricValue]
  private let theirs: [Key: MetricValue]
  private let sameArrivals: Bool
  private let margins: [String: Double]

  init(
    variant: MetricTable, reference: MetricTable, sameArrivals: Bool, margins: [String: Double]
  ) {
    func index(_ table: MetricTable) -> [Key: MetricValue] {
      Dictionary(
        table.values.map { (Key(id: $0.id, scope: $0.scope), $0) },
        uniquingKeysWith: { first, _ in first })
    }
    (ours, theirs) = (index(variant), index(reference))
    self.sameArrivals = sameArrivals
    self.margins = margins
  }

  func difference(_ value: MetricValue) -> PairedDifference? {
    guard let other = theirs[Key(id: value.id, scope: value.scope)],
      let metric = MetricCatalog.metric(value.id)
    else { return nil }
    let (interval, degrees) = interval(value, other, within: metric.isShare ? -1...1 : nil)
    let margin = margin(metric, reference: other.mean)
    var verdict = Verdict.of(interval, margin: margin, better: metric.better)
    if verdict != nil, metric.needsEqualService, !servesAlike(value.scope) {
      verdict = .notComparable
    }
    return PairedDifference(
      id: value.id, scope: value.scope, unit: metric.unit, mean: interval.mean,
      low: interval.low, high: interval.high, n: interval.n, margin: margin, verdict: verdict,
      degrees: degrees)
  }

  private func interval(
    _ a: MetricValue, _ b: MetricValue, within bounds: ClosedRange<Double>?
  ) -> (Interval, degrees: Double?) {
    guard sameArrivals else {
      return Interval.welch(
        of: a.nights.compactMap(\.self), from: b.nights.compactMap(\.self), within: bounds)
    }
    let pairs = zip(a.nights, b.nights).compactMap { a, b in a.flatMap { a in b.map { a - $0 } } }
    return (.mean(of: pairs, within: bounds), nil)
  }

  private func margin(_ metric: MetricDefinition, reference: Double?) -> Double {
    if let own = margins[metric.id], own.isFinite { return abs(own) }
    return metric.margin.amount(reference: reference)
  }

  /// Whether the success shares of this scope, or of the federation where it has none, agree.
  private func servesAlike(_ scope: String) -> Bool {
    let metric = MetricCatalog.successShare
    let own = Key(id: metric.id, scope: scope)
    let key = ours[own] == nil ? Key(id: metric.id, scope: Scope.whole) : own
    guard let a = ours[key]?.mean, let b = theirs[key]?.mean else { return false }
    return abs(a - b) <= margin(metric, reference: b)
  }
}
