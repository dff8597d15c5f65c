import Testing

@testable import VerbundMeasure

@Suite struct MissedMinutesTests {
  /// Slots of half a minute; a target of 99 %. Below it: the second, with the highest load, and the
  /// fourth; the fifth is below it as well, but hardly anybody was there.
  @Test func byHand() {
    var night = Samples.night()
    let id = night.workloads[0].id
    night.slot = 30_000_000_000
    night.workloads[0].sloShare = 0.99
    night.series = [
      Series(
        scope: "workload:\(id)", metric: "slo.attainment", unit: "1",
        values: [1, 0.5, 0.99, 0.98, 0, nil]),
      Series(
        scope: "workload:\(id)", metric: "requests.offered", unit: "1/s",
        values: [50, 100, 80, 10, 9, 0]),
    ]
    let values = MetricCatalog.sloMissed.compute(night)
    #expect(values.first { $0.scope == "workload:\(id)" }?.value == 1)
    #expect(values.first { $0.scope == Scope.whole }?.value == 1)
  }
}
