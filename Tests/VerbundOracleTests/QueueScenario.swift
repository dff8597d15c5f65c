import Testing
import VerbundCore
import VerbundEngine
import VerbundLoad
import VerbundMeasure
import VerbundModel
import VerbundPlan
import VerbundScenario

/// A queue from the textbook, written as a scenario file: one site, one portal, no network to speak
/// of, constant demand. It goes the whole way of a scenario: reader, plan, dgemm, engine, record.
struct QueueScenario {
  /// Page views per second.
  var rate: Double
  var replicas: Int
  var workers: Int
  var law = "exponential"
  var routing = "least-work"
  var discipline = "first-come"
  var queue = 1_000_000
  var minutes = 20

  /// Work of a page: 100 ms, so a worker does ten pages per second.
  static let service = 0.1

  var text: String {
    """
    verbund: 1
    name: queue
    title: { de: Warteschlange, en: Queue }
    question: { de: Wie lange?, en: How long? }
    seed: 1
    nights: 10
    horizon: { start: "2027-05-09 12:00", length: \(minutes) min, slot: 1 min }
    places: { here: { latitude: 51, longitude: 7 } }
    regions: { people: { name: People, place: here, people: 1000 } }
    host-classes:
      plain:
        name: plain
        vcpu: 64 vCPU
        speed: 1
        power: [100 W, 110 W, 120 W, 130 W, 140 W, 150 W, 160 W, 170 W, 180 W, 190 W, 200 W]
    link-classes: { line: { bandwidth: 1000 Gbit/s, hops: 0 } }
    tenants: { none: { reserved: 0 %, utilisation: 0 % } }
    carbon: { mix: { level: 400 g/kWh } }
    tariffs: { cost: { capacity: 0.05 EUR/vCPUh, traffic: 0 EUR/GB } }
    sites:
      home:
        name: { de: Hier, en: Here }
        place: here
        hosts: [{ class: plain, count: 1 }]
        tenants: none
        carbon: mix
        tariff: cost
    links: { access: { class: line, ends: [people, home], distance: 0 km } }
    workloads:
      portal:
        name: { de: Portal, en: Portal }
        home: home
        demand:
          regions: { people: 1 }
          hits-per-thousand: \(rate) hits/s
          profile: { points: { "12:00": 1 } }
          window: { from: "12:00", to: "12:01" }
          noise: { deviation: 0 %, correlation: 0 }
        visit: { pages: 1, think: 10 s, timeout: 1 h, leaves: 0 % }
        page: { hits: 1, request: 0 kB, response: 0 kB }
        door:
          { connections: 10000000, new-connections: 1000000 1/s, hits: 1000000 hits/s,
            keep-alive: 1 s }
        components:
          server:
            workers: \(workers)
            work: 100 ms
            law: \(law)
            queue: \(queue)
            routing: \(routing)
            discipline: \(discipline)
            state: stateless
            scaling: { policy: fixed, set-aside: \(replicas) }
        slo: { threshold: 1 s, share: 99 % }
    """
  }

  /// The records of all nights.
  func run() throws -> [WorkloadRecord] {
    let experiment = try ScenarioFile.read(text: text, file: "queue.yaml")
    let cell = try #require(experiment.cells.first)
    let plan = try Plan.compile(cell.scenario)
    let demand = DemandModel(plan)
    return try (0..<experiment.nights).map { night in
      try simulateNight(
        plan, demand: demand.table(seed: experiment.seed, night: night), seed: experiment.seed,
        night: night, isCancelled: { false }
      ).workloads[0]
    }
  }
}

/// Mean over nights and half of its 95 % interval.
func interval(_ values: [Double]) -> (mean: Double, half: Double) {
  let interval = Interval.mean(of: values)
  let mean = interval.mean ?? .nan
  return (mean, (interval.high ?? .nan) - mean)
}
