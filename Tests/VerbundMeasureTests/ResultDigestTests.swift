import Foundation
import Testing
import VerbundCore

@testable import VerbundMeasure

@Suite struct ResultDigestTests {
  private func cell(_ variant: String, _ records: [NightRecord]) -> Digest {
    ResultDigest.of(MetricTable.compute(variant: variant, case: "c", records: records), records)
  }

  @Test func namesAndOrderOfArrivalDoNotCount() {
    let a = Samples.night(0)
    var b = Samples.night(1)
    b.events = 13
    #expect(cell("one", [a, b]) == cell("two", [b, a]))
    var renumbered = a
    renumbered.night = 5
    #expect(ResultDigest.of(renumbered) == ResultDigest.of(a))
  }

  @Test func orderOfNightsCounts() {
    var late = Samples.night(1)
    var early = Samples.night(0)
    (late.trace, early.trace) = ("late", "early")
    let before = cell("v", [early, late])
    (late.night, early.night) = (0, 1)
    #expect(cell("v", [early, late]) != before)
  }

  static let changes: [@Sendable (inout NightRecord) -> Void] = [
    { $0.slot += 1 }, { $0.slots += 1 }, { $0.trace = "x" }, { $0.arrivals = "x" },
    { $0.events += 1 },
    { $0.workloads[0].id = "x" }, { $0.workloads[0].visitsOffered += 1 },
    { $0.workloads[0].visitsServed += 1 }, { $0.workloads[0].visitsAbandoned += 1 },
    { $0.workloads[0].visitsInFlight += 1 }, { $0.workloads[0].hitsOffered += 1 },
    { $0.workloads[0].offered += 1 }, { $0.workloads[0].completed += 1 },
    { $0.workloads[0].rejected += 1 }, { $0.workloads[0].timedOut += 1 },
    { $0.workloads[0].failed += 1 }, { $0.workloads[0].inFlight += 1 },
    { $0.workloads[0].withinSLO += 1 }, { $0.workloads[0].sloShare = 0.9 },
    { $0.workloads[0].latency.record(5) }, { $0.workloads[0].connectionsPeak += 1 },
    { $0.workloads[0].shortfallPeak += 1 }, { $0.workloads[0].work.value += 1 },
    { $0.workloads[0].workExternal.value += 1 << 64 },
    { $0.workloads[0].energyAttributed.value += 1 },
    { $0.workloads[0].facilityAttributed.value += 1 },
    { $0.workloads[0].carbonAttributed.value += 1 }, { $0.workloads[0].reserved.value += 1 },
    { $0.workloads.swapAt(0, 1) }, { $0.workloads.removeLast() },
    { $0.sites[0].id = "x" }, { $0.sites[0].isExternal = true },
    { $0.sites[0].energyIT.value += 1 }, { $0.sites[0].energyFacility.value += 1 },
    { $0.sites[0].carbon.value += 1 }, { $0.sites[0].busy.value += 1 },
    { $0.sites[0].reserved.value += 1 }, { $0.sites[0].hostsOnPeak += 1 },
    { $0.sites[0].hostsOn.value += 1 }, { $0.sites[0].utilisationPeak = 0.1 },
    { $0.links[0].id = "x" }, { $0.links[0].bytes += 1 }, { $0.links[0].utilisationPeak = 0.1 },
    { $0.links[0].crossesSites = false },
    { $0.loans[0].lender = "x" }, { $0.loans[0].borrower = "x" }, { $0.loans[0].workload = "x" },
    { $0.loans[0].isExternal = true }, { $0.loans[0].reserved.value += 1 },
    { $0.loans[0].bytes += 1 }, { $0.loans[0].owed += 1 }, { $0.loans[0].due += 1 },
    { $0.series[0].scope = "x" }, { $0.series[0].metric = "x" }, { $0.series[0].unit = "x" },
    { $0.series[0].values[0] = 0.5 }, { $0.series[0].values[1] = 0 },
    { $0.series[0].values.append(nil) },
  ]

  /// Every field of a record counts, and no two changes cancel out.
  @Test func everyResultCounts() {
    var seen: Set<Digest> = [ResultDigest.of(Samples.night())]
    for change in Self.changes {
      var night = Samples.night()
      change(&night)
      seen.insert(ResultDigest.of(night))
    }
    #expect(seen.count == Self.changes.count + 1)
  }

  @Test func textsDoNotRunTogether() {
    var a = Samples.night()
    var b = Samples.night()
    (a.trace, a.arrivals) = ("ab", "c")
    (b.trace, b.arrivals) = ("a", "bc")
    #expect(ResultDigest.of(a) != ResultDigest.of(b))
  }

  @Test func metricsCount() {
    let records = [Samples.night(0), Samples.night(1)]
    var table = MetricTable.compute(variant: "v", case: "c", records: records)
    let before = ResultDigest.of(table, records)
    table.values[3].low? += 1
    #expect(ResultDigest.of(table, records) != before)
    #expect(ResultDigest.of(table, nights: records.map(ResultDigest.of)) != before)
  }

  @Test func aFileInBetweenChangesNothing() throws {
    let night = Samples.night()
    let data = try JSONEncoder().encode(night)
    let read = try JSONDecoder().decode(NightRecord.self, from: data)
    #expect(ResultDigest.of(read) == ResultDigest.of(night))
  }

  @Test func runIsItsCellsInOrder() {
    let a = ResultDigest.of(Samples.night())
    let b = SHA256.digest("b")
    #expect(ResultDigest.of(cells: [a, b]) != ResultDigest.of(cells: [b, a]))
    #expect(ResultDigest.of(cells: [a]) != ResultDigest.of(cells: [a, a]))
    #expect(ResultDigest.of(cells: [a, b]) == ResultDigest.of(cells: [a, b]))
  }
}
