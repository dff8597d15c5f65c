import Testing

@testable import VerbundMeasure

/// Every metric of the catalogue against a night worked out by hand.
@Suite struct MetricValueTests {
  /// (metric, scope, value) of `Samples.night`, the whole of it; the comment beside says how.
  static let byHand: [(id: String, scope: String, value: Double)] = [
    ("visits.offered", "federation", 150), ("visits.offered", "workload:nw", 100),
    ("visits.offered", "workload:by", 50),
    ("visits.served", "federation", 130), ("visits.served", "workload:nw", 80),
    ("visits.served", "workload:by", 50),
    ("visits.abandoned", "federation", 18), ("visits.abandoned", "workload:nw", 18),
    ("visits.abandoned", "workload:by", 0),
    ("hits.offered", "federation", 8_000), ("hits.offered", "workload:nw", 6_000),
    ("hits.offered", "workload:by", 2_000),
    ("requests.offered", "federation", 400), ("requests.offered", "workload:nw", 300),
    ("requests.offered", "workload:by", 100),
    ("requests.completed", "federation", 340), ("requests.completed", "workload:nw", 240),
    ("requests.completed", "workload:by", 100),
    ("requests.rejected", "federation", 30), ("requests.rejected", "workload:nw", 30),
    ("requests.rejected", "workload:by", 0),
    ("requests.timed-out", "federation", 20), ("requests.timed-out", "workload:nw", 20),
    ("requests.timed-out", "workload:by", 0),
    ("requests.failed", "federation", 6), ("requests.failed", "workload:nw", 6),
    ("requests.failed", "workload:by", 0),
    ("requests.in-flight", "federation", 4), ("requests.in-flight", "workload:nw", 4),
    ("requests.in-flight", "workload:by", 0),
    // 340 of 400, not the mean of 0.8 and 1.
    ("success.share", "federation", 0.85), ("success.share", "workload:nw", 0.8),
    ("success.share", "workload:by", 1),
    ("slo.attainment", "federation", 0.8125), ("slo.attainment", "workload:nw", 0.75),
    ("slo.attainment", "workload:by", 1),
    // The sample has no series of it.
    ("slo.missed", "federation", 0), ("slo.missed", "workload:nw", 0),
    ("slo.missed", "workload:by", 0),
    // nw: 100 100 100 200; by: 50 250 250 250; pooled: 50 100 100 100 200 250 250 250 (ns).
    ("latency.mean", "federation", 162.5e-6), ("latency.mean", "workload:nw", 125e-6),
    ("latency.mean", "workload:by", 200e-6),
    ("latency.p50", "federation", 100e-6), ("latency.p50", "workload:nw", 100e-6),
    ("latency.p50", "workload:by", 250e-6),
    ("latency.p95", "federation", 250e-6), ("latency.p95", "workload:nw", 200e-6),
    ("latency.p95", "workload:by", 250e-6),
    ("latency.p99", "federation", 250e-6), ("latency.p99", "workload:nw", 200e-6),
    ("latency.p99", "workload:by", 250e-6),
    ("connections.peak", "federation", 90), ("connections.peak", "workload:nw", 70),
    ("connections.peak", "workload:by", 90),
    // 12 of 40 core-h.
    ("utilisation.mean", "federation", 0.3), ("utilisation.mean", "site:west", 0.375),
    ("utilisation.mean", "site:south", 0.25), ("utilisation.mean", "site:cloud", 0.25),
    ("utilisation.peak", "federation", 0.875), ("utilisation.peak", "site:west", 0.75),
    ("utilisation.peak", "site:south", 0.5), ("utilisation.peak", "site:cloud", 0.875),
    // One host all the hour, and 2, 1 or 0 for half of it.
    ("hosts.on.mean", "federation", 4.5), ("hosts.on.mean", "site:west", 2),
    ("hosts.on.mean", "site:south", 1.5), ("hosts.on.mean", "site:cloud", 1),
    ("hosts.on.peak", "federation", 6), ("hosts.on.peak", "site:west", 3),
    ("hosts.on.peak", "site:south", 1), ("hosts.on.peak", "site:cloud", 2),
    ("capacity.shortfall.peak", "federation", 16),
    ("capacity.shortfall.peak", "workload:nw", 16), ("capacity.shortfall.peak", "workload:by", 0),
    // The 8 core-h of the cloud are rented, not lent.
    ("capacity.lent", "federation", 12), ("capacity.lent", "workload:nw", 12),
    ("capacity.lent", "workload:by", 0), ("capacity.lent", "site:west", 0),
    ("capacity.lent", "site:south", 12),
    ("energy.it", "federation", 16), ("energy.it", "site:west", 10), ("energy.it", "site:south", 5),
    ("energy.it", "site:cloud", 1),
    ("energy.facility", "federation", 22), ("energy.facility", "site:west", 12),
    ("energy.facility", "site:south", 8), ("energy.facility", "site:cloud", 2),
    ("energy.attributed", "federation", 2), ("energy.attributed", "workload:nw", 1.2),
    ("energy.attributed", "workload:by", 0.8),
    // 2,000 Wh / 0.34; 1,200 / 0.24; 800 / 0.1.
    ("energy.per-1000-requests", "federation", 2_000 / 0.34),
    ("energy.per-1000-requests", "workload:nw", 5_000),
    ("energy.per-1000-requests", "workload:by", 8_000),
    ("carbon", "federation", 8), ("carbon", "site:west", 4), ("carbon", "site:south", 3),
    ("carbon", "site:cloud", 1),
    ("carbon.attributed", "federation", 0.8), ("carbon.attributed", "workload:nw", 0.48),
    ("carbon.attributed", "workload:by", 0.32),
    ("cost.settlement", "federation", 2.5), ("cost.settlement", "site:west", -2.5),
    ("cost.settlement", "site:south", 2.5),
    ("cost.external", "federation", 7), ("cost.external", "workload:nw", 7),
    ("cost.external", "workload:by", 0),
    // 2 of 10 core-h.
    ("external.share", "federation", 0.2), ("external.share", "workload:nw", 0.25),
    ("external.share", "workload:by", 0),
    ("link.utilisation.peak", "federation", 0.625), ("link.utilisation.peak", "link:access", 0.5),
    ("link.utilisation.peak", "link:core", 0.125),
    ("link.utilisation.peak", "link:internet", 0.625),
    // The internet link joins no two sites.
    ("data.crossing", "federation", 4.5), ("data.crossing", "link:access", 3),
    ("data.crossing", "link:core", 1.5),
  ]

  @Test(arguments: byHand) func value(id: String, scope: String, value: Double) throws {
    let metric = try #require(MetricCatalog.metric(id))
    let found = try #require(metric.compute(Samples.night()).first { $0.scope == scope }?.value)
    #expect(abs(found - value) <= 1e-12 * abs(value))
  }

  @Test func nothingElseIsReported() {
    let found = MetricCatalog.all.flatMap { metric in
      metric.compute(Samples.night()).map { "\(metric.id) \($0.scope)" }
    }
    #expect(found == Self.byHand.map { "\($0.id) \($0.scope)" })
  }

  @Test func settlementSumsToZero() throws {
    let metric = try #require(MetricCatalog.metric("cost.settlement"))
    let sites = metric.compute(Samples.night()).filter { $0.scope != Scope.whole }
    #expect(sites.compactMap(\.value).reduce(0, +) == 0)
  }

  @Test func attributedIsPartOfTheBoundary() throws {
    let table = MetricTable.compute(variant: "v", case: "", records: [Samples.night()])
    let part = try #require(table["energy.attributed", Scope.whole]?.mean)
    let whole = try #require(table["energy.facility", Scope.whole]?.mean)
    #expect(part <= whole)
  }

  /// A night without anybody: shares, ratios and latencies have no value, amounts are zero.
  @Test func emptyNight() {
    let night = NightRecord(
      night: 0, fidelity: .flow, slot: 0, slots: 0, workloads: [WorkloadRecord(id: "nw")],
      sites: [SiteRecord(id: "west", isExternal: false)], links: [], loans: [], series: [],
      trace: "", arrivals: "", events: 0)
    let without = MetricCatalog.all.filter { metric in
      metric.compute(night).contains { $0.value == nil }
    }
    #expect(
      without.map(\.id) == [
        "success.share", "slo.attainment", "latency.mean", "latency.p50", "latency.p95",
        "latency.p99", "utilisation.mean", "hosts.on.mean", "energy.per-1000-requests",
        "external.share", "link.utilisation.peak",
      ])
  }

  /// A record from a damaged file may hold anything; it must not trap.
  @Test func absurdNight() {
    var night = Samples.night()
    night.workloads[0].facilityAttributed = Account(.max)
    night.workloads[1].facilityAttributed = Account(.max)
    night.workloads[0].completed = .min
    night.sites[0].busy = Account(.min)
    night.sites[1].busy = Account(.min)
    night.loans[0].owed = .max
    night.loans[0].due = .min
    night.sites[0].utilisationPeak = .nan
    let values = MetricCatalog.all.flatMap { $0.compute(night) }
    #expect(values.allSatisfy { $0.value?.isFinite ?? true })
  }
}
