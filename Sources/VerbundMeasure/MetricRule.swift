/// How a metric is read from a night: the shapes that most metrics share.
///
/// Totals are added as integers and divided once, so that no order of addition shows.
struct MetricRule: Sendable {
  typealias Values = [(scope: String, value: Double?)]

  let scopes: [Scope]
  let values: @Sendable (NightRecord) -> Values

  init(_ scopes: [Scope], _ values: @escaping @Sendable (NightRecord) -> Values) {
    self.scopes = scopes
    self.values = values
  }
}

extension MetricRule {
  /// An amount of every workload, and the sum over them. The value is amount / `unit`.
  static func workloadSum(
    per unit: Double = 1, _ amount: @escaping @Sendable (WorkloadRecord) -> Int128
  ) -> MetricRule {
    MetricRule([.federation, .workload]) { night in
      summed(night.workloads.map { (Scope.workload($0.id), amount($0)) }, per: unit)
    }
  }

  /// part / whole x `factor` of every workload, and of the sums over them.
  static func workloadRatio(
    times factor: Double = 1, _ part: @escaping @Sendable (WorkloadRecord) -> Int128,
    of whole: @escaping @Sendable (WorkloadRecord) -> Int128
  ) -> MetricRule {
    MetricRule([.federation, .workload]) { night in
      divided(
        night.workloads.map { (Scope.workload($0.id), part($0), whole($0)) }, times: factor)
    }
  }

  /// A peak of every workload, and the largest of them.
  static func workloadPeak(
    _ peak: @escaping @Sendable (WorkloadRecord) -> Int64
  ) -> MetricRule {
    MetricRule([.federation, .workload]) { night in
      largest(night.workloads.map { (Scope.workload($0.id), Double(peak($0))) })
    }
  }

  /// A figure of every workload's latencies, and of those of all workloads pooled, in ms.
  static func latency(
    _ nanoseconds: @escaping @Sendable (LatencyHistogram) -> Double?
  ) -> MetricRule {
    MetricRule([.federation, .workload]) { night in
      var pooled = LatencyHistogram()
      for workload in night.workloads { pooled.merge(workload.latency) }
      let all = [(scope: Scope.whole, value: nanoseconds(pooled).map { $0 / 1e6 })]
      return all
        + night.workloads.map {
          (Scope.workload($0.id), nanoseconds($0.latency).map { $0 / 1e6 })
        }
    }
  }

  /// An amount of every site, and the sum over them. The value is amount / `unit`.
  static func siteSum(
    per unit: Double = 1, _ amount: @escaping @Sendable (SiteRecord) -> Int128
  ) -> MetricRule {
    MetricRule([.federation, .site]) { night in
      summed(night.sites.map { (Scope.site($0.id), amount($0)) }, per: unit)
    }
  }

  /// part / whole of every site, and of the sums over them.
  static func siteRatio(
    _ part: @escaping @Sendable (SiteRecord) -> Int128,
    of whole: @escaping @Sendable (SiteRecord) -> Int128
  ) -> MetricRule {
    MetricRule([.federation, .site]) { night in
      divided(night.sites.map { (Scope.site($0.id), part($0), whole($0)) }, times: 1)
    }
  }
}

extension MetricRule {
  /// The entries behind their sum. Wraps rather than traps: a record may come from a damaged file.
  static func summed(_ entries: [(scope: String, amount: Int128)], per unit: Double) -> Values {
    let total = entries.reduce(0 as Int128) { $0 &+ $1.amount }
    return [(Scope.whole, Double(total) / unit)]
      + entries.map { ($0.scope, Double($0.amount) / unit) }
  }

  /// The entries behind the ratio of their sums; nil over nothing.
  static func divided(
    _ entries: [(scope: String, part: Int128, whole: Int128)], times factor: Double
  ) -> Values {
    func ratio(_ part: Int128, _ whole: Int128) -> Double? {
      whole == 0 ? nil : Double(part) / Double(whole) * factor
    }
    let part = entries.reduce(0 as Int128) { $0 &+ $1.part }
    let whole = entries.reduce(0 as Int128) { $0 &+ $1.whole }
    return [(Scope.whole, ratio(part, whole))]
      + entries.map { ($0.scope, ratio($0.part, $0.whole)) }
  }

  /// The entries behind the largest of them; nil for the federation where there is none.
  static func largest(_ entries: [(scope: String, value: Double)]) -> Values {
    [(Scope.whole, entries.map(\.value).max())] + entries.map { ($0.scope, $0.value) }
  }
}
