import VerbundCore
import VerbundModel

/// Small federations for the tests: two sites, one workload, everything a knob.
struct SmallFederation {
  var hitsPerSecond = 40.0
  var work: Nanoseconds = 100_000_000
  var law = Distribution.exponential
  var workers = 1
  var setAside = 8
  var queue = 1_000_000
  var routing = RoutingRule.leastWork
  var scaling = ScalingKind.fixed
  var minReplicas = 1
  var pages = 1.0
  var timeout: Nanoseconds = .hour
  var onTimeout = TimeoutRule.goOn
  var discipline = Discipline.firstCome
  var faults: [Fault] = []
  var minutes: Int64 = 60
  var kilometres = 0
  var hops = 0
  var bandwidth = 1e15
  var bytes: Int64 = 0
  var calls: [Call] = []
  var extraComponents: [Component] = []
  var lending = Lending(
    order: .none, offers: [], keepFree: 0, leadTime: .minute, arrival: 0, until: .hour, placed: 0)
  var overflow = Overflow(offers: [], leadTime: .minute)
  var door = FrontDoor(
    connections: 1_000_000, newConnectionsPerSecond: 1_000_000, hitsPerSecond: 1_000_000,
    keepAlive: 10 * .second)
  var profile = [ProfilePoint(at: 0, value: 1)]
  var speed = 1.0
  var uncertain = Uncertainty()
  var noise = Noise(deviation: 0, correlation: 0)
  var startUp: Nanoseconds = 20 * .second
  var imageBytes: Int64 = 300_000_000
  var slot = Nanoseconds.minute
  var controlPeriod: Int64 = 15 * .second
  var siteNames = ["home", "lender"]

  var scenario: Scenario {
    Scenario(
      horizon: Horizon(
        start: 1_809_878_400, utcOffset: 7_200, length: minutes * .minute, slot: slot),
      regions: [
        Region(
          id: "people", name: "people", location: Location(latitude: 51, longitude: 7),
          people: 1_000)
      ],
      hostClasses: [
        HostClass(
          id: "host", name: "host", vCPU: 64, speed: speed,
          watts: (0...10).map { 100 + 10 * Double($0) })
      ],
      linkClasses: [LinkClass(id: "line", name: "line", bandwidth: bandwidth, hops: hops)],
      hubs: [], sites: siteNames.map(site), links: links, workloads: [workload],
      uncertain: uncertain, lending: lending, overflow: overflow, faults: faults,
      controlPeriod: controlPeriod)
  }

  private func site(_ id: String) -> Site {
    Site(
      id: id, name: LocalizedText(id), location: Location(latitude: 51, longitude: 7),
      operator: "nobody", isExternal: id == "market",
      hosts: [HostGroup(hostClass: "host", count: 2)],
      tenants: Tenants(
        reserved: 0.5, utilisation: 0.25, hourly: [Double](repeating: 1, count: 24)),
      pue: 1.5, carbon: [Double](repeating: 400, count: 24),
      tariff: Tariff(perVCPUHour: 0.05, perGB: 0.01))
  }

  private var links: [Link] {
    func link(_ id: String, _ ends: [String]) -> Link {
      Link(
        id: id, linkClass: "line", ends: ends, kilometres: kilometres, bandwidth: bandwidth,
        hops: hops)
    }
    return [link("access", ["people", "home"])]
      + siteNames.filter { $0 != "home" }.map { link("core-\($0)", ["home", $0]) }
  }

  var front: Component {
    Component(
      id: "front", name: LocalizedText("front"), workers: workers, work: work, law: law,
      queue: queue, routing: routing, discipline: discipline, isStateless: true,
      imageBytes: imageBytes, startUp: startUp,
      scaling: Scaling(
        policy: scaling, min: minReplicas, setAside: setAside, target: 0.7, calendar: []))
  }

  private var workload: Workload {
    Workload(
      id: "portal", name: LocalizedText("portal"), home: "home",
      demand: Demand(
        regions: [RegionShare(region: "people", share: 1)], hitsPerThousand: hitsPerSecond,
        profile: profile, window: 0..<(minutes * .minute), bursts: [], noise: noise),
      visit: Visit(
        pages: pages, think: 5 * .second, timeout: timeout, onTimeout: onTimeout, leaves: 0.4),
      page: Page(hits: 1, requestBytes: bytes, responseBytes: bytes), door: door,
      components: [front] + extraComponents, entry: "front", calls: calls,
      slo: ServiceLevel(threshold: 2 * .second, share: 0.99))
  }
}
