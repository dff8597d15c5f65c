import VerbundCore
import VerbundEngine
import VerbundMeasure
import VerbundModel
import VerbundPlan

/// The product's own engine, books and all, against the same federation written by hand in C++:
/// portals with front doors that hold connections, people who time out and leave, replicas with
/// finite queues that overflow, a component behind, links that queue.
func federationCase(_ programs: Baseline) -> BenchCase {
  let bench = FederationBench()
  return BenchCase(name: "federation-cpp", unit: "page view") {
    try bench.run()
  } baseline: {
    let keys = try bench.plan().streams.map { "\($0.key)" }
    let words = try programs.run(
      "federation",
      ["\(FederationBench.slots)", "1", "\(FederationBench.base)", "\(FederationBench.peak)"] + keys
    )
    guard words.count > 2 else { throw BenchFailure(text: "the baseline says too little") }
    return Sample(
      seconds: Double(words[0]) ?? .nan, operations: Double(words[2]) ?? .nan, hash: words[1])
  }
}

/// The scenario that `Benchmarks/baseline/federation.cpp` has in its constants.
struct FederationBench: Sendable {
  static let slots = 30
  static let portals = 8
  /// hits/s of a portal, and the factor on it in the peak (a twelfth of the time, after a third).
  static let base = 7_000.0
  static let peak = 6.0

  func run() throws -> Sample {
    let plan = try plan()
    let demand = demand(plan)
    let (record, seconds) = try timed {
      try simulateNight(plan, demand: demand, seed: 1, night: 0, isCancelled: { false })
    }
    var hash = ResultHash()
    for row in record.workloads {
      for count in [
        row.offered, row.completed, row.rejected, row.timedOut, row.failed, row.withinSLO,
        row.visitsOffered, row.visitsServed, row.visitsAbandoned,
      ] {
        hash.add(UInt64(count))
      }
      hash.add(row.latency)
    }
    let pages = record.workloads.reduce(0) { $0 + $1.offered }
    return Sample(seconds: seconds, operations: Double(pages), hash: hash.hex)
  }

  func plan() throws -> Plan { try Plan.compile(scenario) }

  private func demand(_ plan: Plan) -> DemandTable {
    let peak = Self.slots / 3..<Self.slots / 3 + Self.slots / 12
    let hits = (0..<Self.slots).map { peak.contains($0) ? Self.base * Self.peak : Self.base }
    return DemandTable(
      slots: Self.slots, hits: plan.streams.flatMap { _ in hits },
      baseLoad: plan.sites.flatMap { _ in [Double](repeating: 0.1, count: Self.slots) })
  }

  private var scenario: Scenario {
    let place = Location(latitude: 51, longitude: 7)
    let names = (0..<Self.portals).map { $0 < 10 ? "0\($0)" : "\($0)" }
    return Scenario(
      horizon: Horizon(
        start: 1_809_864_000, utcOffset: 7_200, length: Int64(Self.slots) * .minute,
        slot: .minute),
      regions: names.map { Region(id: "r\($0)", name: $0, location: place, people: 1_000) },
      hostClasses: [
        HostClass(
          id: "host", name: "host", vCPU: 64, speed: 1,
          watts: (0...10).map { 100 + 20 * Double($0) })
      ],
      linkClasses: [LinkClass(id: "line", name: "line", bandwidth: 1e10, hops: 3)], hubs: [],
      sites: names.map { site($0, place) },
      links: names.map {
        Link(
          id: "l\($0)", linkClass: "line", ends: ["r\($0)", "s\($0)"], kilometres: 200,
          bandwidth: 1e10, hops: 3)
      },
      workloads: names.map(workload), uncertain: Uncertainty(),
      lending: Lending(
        order: .none, offers: [], keepFree: 0, leadTime: .minute, arrival: 0, until: .minute,
        placed: 0),
      overflow: Overflow(offers: [], leadTime: .minute), controlPeriod: 15 * .second)
  }

  private func site(_ name: String, _ place: Location) -> Site {
    Site(
      id: "s\(name)", name: LocalizedText(name), location: place, operator: "bench",
      isExternal: false, hosts: [HostGroup(hostClass: "host", count: 2)],
      tenants: Tenants(
        reserved: 0.25, utilisation: 0.1, hourly: [Double](repeating: 1, count: 24)),
      pue: 1.4, carbon: [Double](repeating: 360, count: 24),
      tariff: Tariff(perVCPUHour: 0.05, perGB: 0.01))
  }

  private func component(_ id: String, work: Nanoseconds, replicas: Int) -> Component {
    Component(
      id: id, name: LocalizedText(id), workers: 4, work: work, law: .exponential, queue: 1_000,
      routing: .twoChoices, isStateless: true, imageBytes: 0, startUp: 10 * .second,
      scaling: Scaling(policy: .fixed, min: 0, setAside: replicas, target: 0.7, calendar: []))
  }

  private func workload(_ name: String) -> Workload {
    Workload(
      id: "w\(name)", name: LocalizedText(name), home: "s\(name)",
      demand: Demand(
        regions: [RegionShare(region: "r\(name)", share: 1)], hitsPerThousand: Self.base,
        profile: [ProfilePoint(at: 0, value: 1)], window: 0..<Int64(Self.slots) * .minute,
        bursts: [], noise: Noise(deviation: 0, correlation: 0)),
      visit: Visit(pages: 4, think: 20 * .second, timeout: 8 * .second, leaves: 0.4),
      page: Page(hits: 20, requestBytes: 20_000, responseBytes: 400_000),
      door: FrontDoor(
        connections: 12_000, newConnectionsPerSecond: 2_000, hitsPerSecond: 50_000,
        keepAlive: 15 * .second),
      components: [
        component("front", work: 40_000_000, replicas: 6),
        component("back", work: 30_000_000, replicas: 3),
      ],
      entry: "front",
      calls: [
        Call(from: "front", to: "back", probability: 0.2, requestBytes: 0, responseBytes: 0)
      ],
      slo: ServiceLevel(threshold: 2 * .second, share: 0.99))
  }
}
