import Testing

@testable import VerbundMeasure

@Suite struct MetricTableTests {
  /// Three nights of which the second in number comes first.
  private func nights(completed: [Int64]) -> [NightRecord] {
    completed.enumerated().map { number, count in
      var night = Samples.night(number)
      night.workloads[0].completed = count
      return night
    }
  }

  @Test func meanOfTheNights() throws {
    let table = MetricTable.compute(
      variant: "v", case: "c", records: nights(completed: [150, 240, 300]))
    let value = try #require(table["success.share", "workload:nw"])
    #expect(value.nights == [0.5, 0.8, 1])
    #expect(abs(try #require(value.mean) - 2.3 / 3) < 1e-12)
    #expect(value.n == 3)
    #expect(value.unit == "share")
    #expect(try #require(value.low) < 0.5)
    #expect(value.high == 1)
    #expect((table.variant, table.case, table.fidelity) == ("v", "c", .request))
  }

  /// 0 and 1,000 of anything: Student's t with one degree of freedom reaches far below 0, where no
  /// count, time, energy or expense can be. A site's balance can: it owes as well as earns.
  @Test func intervalsStayWhereValuesCanBe() throws {
    var records = [Samples.night(0), Samples.night(1)]
    records[0].workloads = records[0].workloads.map { WorkloadRecord(id: $0.id) }
    records[0].loans = []
    for site in records[0].sites.indices {
      records[0].sites[site] = SiteRecord(id: records[0].sites[site].id, isExternal: site == 2)
    }
    records[0].links = records[0].links.map { LinkRecord(id: $0.id) }
    let table = MetricTable.compute(variant: "v", case: "", records: records)
    var cut: Set<String> = []
    for value in table.values {
      guard let low = value.low, let mean = value.mean else { continue }
      if value.id == "cost.settlement", value.scope.hasPrefix("site:") { continue }
      #expect(low >= 0, "\(value.id) of \(value.scope)")
      if mean > 0, low == 0 { cut.insert(value.unit) }
    }
    // The nights differ enough for the rule to bite in every family.
    #expect(cut.isSuperset(of: ["count", "vCPU", "hosts", "core-h", "kWh", "kg", "EUR", "GB"]))
    let earned = try #require(table["cost.settlement", "site:south"])
    let owed = try #require(table["cost.settlement", "site:west"])
    #expect(try #require(earned.low) < 0)
    #expect(try #require(owed.mean) < 0 && #require(owed.low) < #require(owed.mean))
  }

  @Test func orderOfTheNightsIsTheirNumber() {
    let records = nights(completed: [150, 240, 300])
    let turned = [records[1], records[2], records[0]]
    #expect(
      MetricTable.compute(variant: "v", case: "", records: turned)
        == MetricTable.compute(variant: "v", case: "", records: records))
  }

  /// The mean of the nights' percentiles, not the percentile of the pooled nights.
  @Test func percentileOfEachNight() {
    var records = nights(completed: [240, 240])
    records[0].workloads[0].latency = LatencyHistogram()
    for _ in 0..<9 { records[0].workloads[0].latency.record(10) }
    records[1].workloads[0].latency = LatencyHistogram()
    records[1].workloads[0].latency.record(110)
    let table = MetricTable.compute(variant: "v", case: "", records: records)
    #expect(table["latency.p50", "workload:nw"]?.mean == 60e-6)
  }

  @Test func nightsWithoutAValue() throws {
    var records = nights(completed: [240, 240, 240])
    records[1].workloads[0].latency = LatencyHistogram()
    let table = MetricTable.compute(variant: "v", case: "", records: records)
    let value = try #require(table["latency.mean", "workload:nw"])
    #expect(value.nights == [125e-6, nil, 125e-6])
    #expect((value.mean, value.low, value.high, value.n) == (125e-6, 125e-6, 125e-6, 2))
  }

  @Test func oneNightHasNoInterval() throws {
    let table = MetricTable.compute(variant: "v", case: "", records: [Samples.night()])
    for value in table.values {
      #expect(value.mean != nil)
      #expect(value.low == nil && value.high == nil)
      #expect(value.n == 1)
    }
  }

  @Test func noNights() {
    #expect(MetricTable.compute(variant: "v", case: "", records: []).values.isEmpty)
  }

  @Test func oneFlowNightMarksTheTable() {
    var records = nights(completed: [1, 2])
    records[1].fidelity = .flow
    #expect(MetricTable.compute(variant: "v", case: "", records: records).fidelity == .flow)
  }

  /// A site that only one night knows has a value there and none elsewhere.
  @Test func scopesOfAnyNight() {
    var records = nights(completed: [1, 2])
    records[0].sites.removeLast()
    let table = MetricTable.compute(variant: "v", case: "", records: records)
    #expect(table["energy.it", "site:cloud"]?.nights == [nil, 1])
  }
}
