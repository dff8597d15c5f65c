import VerbundCore
import VerbundModel

extension SampleEvening {
  var experiment: Experiment {
    let cells = cases.enumerated().flatMap { place, name in
      let scenario = scenario(replicas: place < replicas.count ? replicas[place] : 12)
      return variants.map { variant in
        Cell(
          variant: variant.0, case: name, variantName: LocalizedText(de: variant.1, en: variant.2),
          caseName: LocalizedText(de: name + " (klein)", en: name + " (small)"),
          scenario: scenario)
      }
    }
    return Experiment(
      name: "wahlabend", title: title,
      question: LocalizedText(
        de: "Was ändert es, wenn freie Kapazität anderer Standorte die Spitze trägt?",
        en: "What does it change if idle capacity of other sites carries the peak?"),
      seed: 42, nights: nights, cells: cells, compareTo: "inseln", focus: "wahl", margins: [:],
      assumptions: assumptions, frozen: "")
  }

  private var assumptions: [Assumption] {
    let codes: [Confidence] = [.V, .A, .D, .M, .S1]
    return ["workloads.wahl", "workloads.amt", "sites.nord", "lending", "uncertain"].flatMap {
      group in
      (0..<6).map { index in
        Assumption(
          path: "\(group).components.display.figure-\(index)", value: "\(index * 10 + 5) ms",
          confidence: codes[index % codes.count],
          source: index % codes.count == 0 ? "Ergebnisbericht, Tabelle \(index)" : "")
      }
    }
  }

  private func scenario(replicas: Int) -> Scenario {
    let place = Location(latitude: 51.5, longitude: 7)
    let host = HostClass(
      id: "neu", name: "Neu", vCPU: 128, speed: 1,
      watts: (0...10).map { 100 + 30 * Double($0) })
    let sites = ["west", "nord"].map { id in
      Site(
        id: id, name: LocalizedText(id), location: place, operator: id, isExternal: false,
        hosts: [HostGroup(hostClass: "neu", count: 40)],
        tenants: Tenants(reserved: 0.5, utilisation: 0.2, hourly: Array(repeating: 1, count: 24)),
        pue: 1.4, carbon: Array(repeating: 350, count: 24),
        tariff: Tariff(perVCPUHour: 0.04, perGB: 0.01))
    }
    return Scenario(
      horizon: Horizon(
        start: 1_809_871_200, utcOffset: 7_200, length: Int64(slots) * .minute, slot: .minute),
      regions: [Region(id: "nw", name: "NW", location: place, people: 1)], hostClasses: [host],
      linkClasses: [], hubs: [], sites: sites, links: [],
      workloads: [
        service(
          "wahl", home: "west", de: "Ergebnisportal", en: "Result portal", replicas: replicas),
        service(
          "amt", home: "nord", de: "Serviceportal Nord", en: "Service portal North", replicas: 12),
      ],
      uncertain: Uncertainty(),
      lending: Lending(
        order: .automatic, offers: [Offer(site: "nord", vCPU: 256)], keepFree: 0.2,
        leadTime: .minute, arrival: 0, until: 600 * .minute, placed: 0),
      overflow: Overflow(offers: [], leadTime: 0), controlPeriod: 15 * .second)
  }

  private func service(
    _ id: String, home: String, de: String, en: String, replicas: Int
  ) -> Workload {
    Workload(
      id: id, name: LocalizedText(de: de, en: en), home: home,
      demand: Demand(
        regions: [RegionShare(region: "nw", share: 1)], hitsPerThousand: 1, profile: [],
        window: 0..<Nanoseconds.hour, bursts: [], noise: Noise(deviation: 0, correlation: 0)),
      visit: Visit(pages: 3, think: .second, timeout: 8 * .second, leaves: 0.5),
      page: Page(hits: 20, requestBytes: 1_000, responseBytes: 100_000),
      door: FrontDoor(
        connections: 1, newConnectionsPerSecond: 1, hitsPerSecond: 1, keepAlive: .second),
      components: [
        Component(
          id: "display", name: LocalizedText("display"), workers: 8, work: 40_000_000,
          law: .exponential, queue: 50, routing: .twoChoices, isStateless: true,
          imageBytes: 1, startUp: .second,
          scaling: Scaling(
            policy: .horizontal, min: 2, setAside: replicas, target: 0.6, calendar: []))
      ],
      entry: "display", calls: [], slo: ServiceLevel(threshold: 2 * .second, share: 0.95))
  }
}
