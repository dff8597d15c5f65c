import VerbundCore
import VerbundModel

/// A portal on one site for ten minutes: seconds of work, with randomness in it.
enum SmallExperiment {
  static func make(name: String = "small", nights: Int = 2, cases: [String] = []) -> Experiment {
    var lean = scenario
    lean.workloads[0].components[0].scaling.setAside = 1
    let cells = (cases.isEmpty ? [""] : cases).flatMap { name in
      [cell("plenty", name, scenario), cell("lean", name, lean)]
    }
    return Experiment(
      name: name, title: LocalizedText("Small"), question: LocalizedText("Which?"), seed: 42,
      nights: nights, cells: cells, compareTo: "plenty", focus: "portal", margins: [:],
      assumptions: [], frozen: "verbund: 1\nname: \(name)\n")
  }

  private static func cell(_ variant: String, _ name: String, _ scenario: Scenario) -> Cell {
    Cell(
      variant: variant, case: name, variantName: LocalizedText(variant),
      caseName: LocalizedText(name), scenario: scenario)
  }

  private static let scenario = Scenario(
    horizon: Horizon(
      start: 1_809_864_000, utcOffset: 7_200, length: 10 * .minute, slot: .minute),
    regions: [
      Region(
        id: "town", name: "Town", location: Location(latitude: 51, longitude: 7), people: 1_000)
    ],
    hostClasses: [
      HostClass(
        id: "plain", name: "Plain", vCPU: 8, speed: 1,
        watts: [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150])
    ],
    linkClasses: [LinkClass(id: "line", name: "Line", bandwidth: 1e9, hops: 2)], hubs: [],
    sites: [
      Site(
        id: "home", name: LocalizedText("Home"), location: Location(latitude: 51, longitude: 7),
        operator: "town", isExternal: false,
        hosts: [HostGroup(hostClass: "plain", count: 2)],
        tenants: Tenants(
          reserved: 0.25, utilisation: 0.1, hourly: [Double](repeating: 1, count: 24)),
        pue: 1.5, carbon: [Double](repeating: 300, count: 24),
        tariff: Tariff(perVCPUHour: 0.05, perGB: 0.01))
    ],
    links: [
      Link(
        id: "town-home", linkClass: "line", ends: ["town", "home"], kilometres: 10,
        bandwidth: 1e9, hops: 2)
    ],
    workloads: [portal],
    uncertain: Uncertainty(volume: Band(low: 0.8, middle: 1, high: 1.5)),
    lending: Lending(
      order: .none, offers: [], keepFree: 0.1, leadTime: .minute, arrival: 0,
      until: 10 * .minute, placed: 0),
    overflow: Overflow(offers: [], leadTime: .minute), controlPeriod: 15 * .second)

  private static let portal = Workload(
    id: "portal", name: LocalizedText("Portal"), home: "home",
    demand: Demand(
      regions: [RegionShare(region: "town", share: 1)], hitsPerThousand: 20,
      profile: [ProfilePoint(at: 0, value: 1)], window: 0..<(10 * .minute), bursts: [],
      noise: Noise(deviation: 0.1, correlation: 0.5)),
    visit: Visit(pages: 2, think: 10 * .second, timeout: 8 * .second, leaves: 0.5),
    page: Page(hits: 20, requestBytes: 1_000, responseBytes: 100_000),
    door: FrontDoor(
      connections: 10_000, newConnectionsPerSecond: 1_000, hitsPerSecond: 10_000,
      keepAlive: 15 * .second),
    components: [
      Component(
        id: "pages", name: LocalizedText("Pages"), workers: 1, work: 100_000_000,
        law: .exponential, queue: 100, routing: .twoChoices, isStateless: true,
        imageBytes: 1_000_000, startUp: 5 * .second,
        scaling: Scaling(policy: .fixed, min: 1, setAside: 4, target: 0.7, calendar: []))
    ],
    entry: "pages", calls: [],
    slo: ServiceLevel(threshold: .second, share: 0.95))
}
