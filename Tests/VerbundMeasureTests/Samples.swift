import VerbundCore
import VerbundModel

@testable import VerbundMeasure

/// A night small enough to be worked out by hand: two public sites, one external, two portals.
///
/// `west` is the home of portal `nw`; `south` is the home of portal `by` and lends to `nw`; `cloud`
/// is rented by `nw`. One hour in 60 slots.
enum Samples {
  static let hour: Int128 = 3_600_000_000_000
  /// mW·ns of a kWh: 1e6 mW for an hour.
  static let kilowattHour: Int128 = 1_000_000 * hour
  static let euro: Int64 = 100_000_000

  static func night(_ number: Int = 0) -> NightRecord {
    NightRecord(
      night: number, fidelity: .request, slot: .minute, slots: 60, workloads: [nw, by],
      sites: [west, south, cloud], links: [access, core, internet], loans: [lent, rented],
      series: [
        Series(
          scope: "federation", metric: "success.share", unit: "share", values: [1, nil, 0.5])
      ], trace: "t", arrivals: "a", events: 12)
  }

  private static var nw: WorkloadRecord {
    var w = WorkloadRecord(id: "nw")
    (w.visitsOffered, w.visitsServed, w.visitsAbandoned, w.visitsInFlight) = (100, 80, 18, 2)
    w.hitsOffered = 6_000
    (w.offered, w.completed, w.rejected) = (300, 240, 30)
    (w.timedOut, w.failed, w.inFlight) = (20, 6, 4)
    (w.withinSLO, w.sloShare) = (225, 0.95)
    // 100 ns has a bucket of its own; times are small so that they are exact.
    for value in [100, 100, 100, 200] as [Int64] { w.latency.record(value) }
    (w.connectionsPeak, w.shortfallPeak) = (70, 16)
    w.work = Account(8 * hour)
    w.workExternal = Account(2 * hour)
    w.energyAttributed = Account(kilowattHour)
    w.facilityAttributed = Account(kilowattHour * 6 / 5)
    w.carbonAttributed = Account(480_000_000_000)
    return w
  }

  private static var by: WorkloadRecord {
    var w = WorkloadRecord(id: "by")
    (w.visitsOffered, w.visitsServed) = (50, 50)
    w.hitsOffered = 2_000
    (w.offered, w.completed, w.withinSLO) = (100, 100, 100)
    for value in [50, 250, 250, 250] as [Int64] { w.latency.record(value) }
    (w.connectionsPeak, w.shortfallPeak) = (90, 0)
    w.work = Account(2 * hour)
    w.energyAttributed = Account(kilowattHour / 2)
    w.facilityAttributed = Account(kilowattHour * 4 / 5)
    w.carbonAttributed = Account(320_000_000_000)
    return w
  }

  private static var west: SiteRecord {
    site("west", kWh: (10, 12), carbon: 4, busy: 6, reserved: 16, hosts: (2, 3), peak: 0.75)
  }
  private static var south: SiteRecord {
    site("south", kWh: (5, 8), carbon: 3, busy: 4, reserved: 16, hosts: (1, 1), peak: 0.5)
  }
  private static var cloud: SiteRecord {
    site(
      "cloud", external: true, kWh: (1, 2), carbon: 1, busy: 2, reserved: 8, hosts: (0, 2),
      peak: 0.875)
  }

  /// kWh at the hosts and the facility, kg, core-h busy and reserved, hosts on: half-hours and
  /// peak.
  private static func site(
    _ id: String, external: Bool = false, kWh: (Int128, Int128), carbon: Int128, busy: Int128,
    reserved: Int128, hosts: (Int128, Int64), peak: Double
  ) -> SiteRecord {
    var s = SiteRecord(id: id, isExternal: external)
    s.energyIT = Account(kWh.0 * kilowattHour)
    s.energyFacility = Account(kWh.1 * kilowattHour)
    s.carbon = Account(carbon * 1_000_000_000_000)
    s.busy = Account(busy * hour)
    s.reserved = Account(reserved * hour)
    s.hostsOn = Account(hosts.0 * hour / 2 + hour)
    s.hostsOnPeak = hosts.1
    s.utilisationPeak = peak
    return s
  }

  private static var access: LinkRecord { link("access", 0.5, bytes: 3_000_000_000, sites: true) }
  private static var core: LinkRecord { link("core", 0.125, bytes: 1_500_000_000, sites: true) }
  private static var internet: LinkRecord { link("internet", 0.625, bytes: 9_000_000_000) }

  private static func link(
    _ id: String, _ peak: Double, bytes: Int64, sites: Bool = false
  ) -> LinkRecord {
    var l = LinkRecord(id: id)
    (l.utilisationPeak, l.bytes, l.crossesSites) = (peak, bytes, sites)
    return l
  }

  private static var lent: LoanRecord {
    var l = LoanRecord(lender: "south", borrower: "west", workload: "nw", isExternal: false)
    l.reserved = Account(12 * hour)
    (l.bytes, l.owed, l.due) = (1_000_000_000, 25 * euro / 10, 25 * euro / 10)
    return l
  }

  private static var rented: LoanRecord {
    var l = LoanRecord(lender: "cloud", borrower: "west", workload: "nw", isExternal: true)
    l.reserved = Account(8 * hour)
    (l.bytes, l.owed, l.due) = (500_000_000, 7 * euro, 7 * euro)
    return l
  }

  /// A table with one scope per given metric.
  static func table(
    _ variant: String, scope: String = Scope.whole, _ nights: [(id: String, values: [Double?])]
  ) -> MetricTable {
    MetricTable(
      variant: variant, case: "c", fidelity: .request,
      values: nights.map { id, values in
        let mean = Interval.mean(of: values.compactMap(\.self))
        return MetricValue(
          id: id, scope: scope, unit: "", mean: mean.mean, low: mean.low, high: mean.high,
          n: mean.n, nights: values)
      })
  }
}
