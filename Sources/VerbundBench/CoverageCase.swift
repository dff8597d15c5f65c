import VerbundCore
import VerbundEngine
import VerbundMeasure

/// A queue with its closed form, and how a night of it is simulated and measured.
///
/// Every night begins in steady state, so there is no warm-up to cut off: the numbers present come
/// from the stationary law, the work in service from its law at a random time.
struct CoverageCase: Sendable {
  let name: String
  /// What the mean is of, and what the percentile is of.
  let what: (mean: String, percentile: String)
  let truth: CoverageTruth
  let nodes: [CoverageNode]
  /// Works (seconds) of those present at the start, by station.
  let start: @Sendable (Start) -> [[Double]]
  let read: @Sendable (CoverageModel) -> (mean: LatencyHistogram, percentile: LatencyHistogram)

  /// Draws for the start of a night.
  struct Start {
    let draws: Draws

    func uniform(_ number: Int, _ node: Int = 0) -> Double {
      draws.uniform(.baseLoad, stream: UInt32(node), Subject(visit: UInt32(number)))
    }

    /// A number with the chances (1 - share) share^n.
    func geometric(_ share: Double, _ node: Int = 0) -> Int {
      Int(Elementary.log(uniform(0, node)) / Elementary.log(share))
    }

    /// Works that add up to the stationary work of M/G/1: a geometric number of rests (Pollaczek).
    func works(_ node: CoverageNode, _ place: Int = 0) -> [Double] {
      (0..<geometric(node.rate * node.work, place)).map {
        node.law.sampleOfRest(uniform($0 + 1, place)) * node.work
      }
    }

    /// A number with these chances, each with an exponential work of mean one.
    func works(chances: [Double]) -> [Double] {
      var u = uniform(0)
      let number = chances.firstIndex { chance in
        u -= chance
        return u < 0
      }
      return (0..<(number ?? 0)).map { -Elementary.log(uniform($0 + 1)) }
    }
  }

  /// Mean and 95th percentile of a night, in seconds; nil if it broke off.
  func night(_ draws: Draws, customers: Int) -> (mean: Double, percentile: Double)? {
    var kernel = Kernel(CoverageModel(nodes, draws: draws, measured: customers))
    kernel.model.begin(with: start(Start(draws: draws)), &kernel.agenda)
    while !kernel.model.isDone {
      guard kernel.run(until: kernel.agenda.now + .minute) else { return nil }
    }
    let (mean, percentile) = read(kernel.model)
    guard let mean = mean.mean, let percentile = percentile.quantile(0.95) else { return nil }
    return (mean / 1e9, Double(percentile) / 1e9)
  }

  static var all: [CoverageCase] {
    [singleServer, manyServers, fixedWork, mixedWork, finiteQueue, tandem, network]
  }

  private static var singleServer: CoverageCase {
    let node = CoverageNode(work: 1, rate: 0.6)
    return CoverageCase(
      name: "M/M/1", what: ("response", "response"), truth: .singleServer(rate: 0.6, work: 1),
      nodes: [node],
      start: { [$0.works(node)] }, read: { ($0.responses, $0.responses) })
  }

  private static var manyServers: CoverageCase {
    // The chances of M/M/c are those of a line that nobody ever fills.
    let chances = CoverageTruth.finiteQueueChances(servers: 4, places: 400, rate: 2.8)
    return CoverageCase(
      name: "M/M/4", what: ("wait", "wait"), truth: .manyServers(4, rate: 2.8, work: 1),
      nodes: [CoverageNode(servers: 4, work: 1, rate: 2.8)],
      start: { [$0.works(chances: chances)] }, read: { ($0.waits, $0.waits) })
  }

  private static var fixedWork: CoverageCase {
    let node = CoverageNode(work: 1, law: .deterministic, rate: 0.6)
    return CoverageCase(
      name: "M/D/1", what: ("wait", "wait"), truth: .fixedWork(rate: 0.6), nodes: [node],
      start: { [$0.works(node)] }, read: { ($0.waits, $0.waits) })
  }

  /// Nine in ten are short; the squared coefficient of variation is 4.6.
  private static var mixedWork: CoverageCase {
    let (chance, fast) = (0.9, 1.8)
    let slow = (1 - chance) / (1 - chance / fast)
    let law = CoverageLaw.mixed(chance: chance, rate: fast, otherRate: slow)
    let node = CoverageNode(work: 1, law: law, rate: 0.5)
    return CoverageCase(
      name: "M/G/1", what: ("wait", "wait"),
      truth: .mixedWork(rate: 0.5, chance: chance, fast: fast, slow: slow), nodes: [node],
      start: { [$0.works(node)] }, read: { ($0.waits, $0.waits) })
  }

  private static var finiteQueue: CoverageCase {
    let chances = CoverageTruth.finiteQueueChances(servers: 2, places: 7, rate: 1.8)
    return CoverageCase(
      name: "M/M/2/7", what: ("wait", "wait"),
      truth: .finiteQueue(servers: 2, places: 7, rate: 1.8),
      nodes: [CoverageNode(servers: 2, places: 7, work: 1, rate: 1.8)],
      start: { [$0.works(chances: chances)] }, read: { ($0.waits, $0.waits) })
  }

  private static var tandem: CoverageCase {
    let first = CoverageNode(work: 1, rate: 0.6, routes: [0, 1])
    let second = CoverageNode(work: 0.8, rate: 0)
    return CoverageCase(
      name: "tandem", what: ("stay", "stay"), truth: .tandem(rate: 0.6, works: (1, 0.8)),
      nodes: [first, second],
      start: {
        // Departures are Poisson, so the second is an M/M/1 of the same rate.
        [$0.works(first), $0.works(CoverageNode(work: 0.8, rate: 0.6), 1)]
      }, read: { ($0.totals, $0.totals) })
  }

  /// Three stations with ways back: the mean of the whole stay (Little), and the percentile of a
  /// visit to the first, which finds the stationary law though arrivals are no Poisson process.
  private static var network: CoverageCase {
    let nodes = [
      CoverageNode(work: 0.3, rate: 0.8, routes: [0, 0.5, 0.3]),
      CoverageNode(work: 0.5, rate: 0.2, routes: [0.4, 0, 0.2]),
      CoverageNode(work: 0.7, rate: 0, routes: [0.3, 0, 0]),
    ]
    var rates = nodes.map(\.rate)
    for _ in 0..<1_000 {
      rates = nodes.indices.map { j in
        nodes[j].rate + nodes.indices.reduce(0) { $0 + rates[$1] * nodes[$1].routes[j] }
      }
    }
    var truth = CoverageTruth.singleServer(rate: rates[0], work: nodes[0].work)
    let loads = nodes.indices.map { rates[$0] * nodes[$0].work }
    truth.mean = loads.reduce(0) { $0 + $1 / (1 - $1) } / nodes.reduce(0) { $0 + $1.rate }
    let alone = nodes.indices.map { CoverageNode(work: nodes[$0].work, rate: rates[$0]) }
    return CoverageCase(
      name: "Jackson", what: ("stay", "visit"), truth: truth, nodes: nodes,
      start: { start in alone.indices.map { start.works(alone[$0], $0) } },
      read: { ($0.totals, $0.responses) })
  }
}
