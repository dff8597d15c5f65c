import Testing
import VerbundCore
import VerbundMeasure

/// Erlang B, the share lost with `c` servers and offered load `a`, by the stable recursion; and
/// Erlang C, the probability to wait. A. K. Erlang, 1917.
func erlangB(_ a: Double, _ c: Int) -> Double {
  (1...c).reduce(1) { b, k in a * b / (Double(k) + a * b) }
}

func erlangC(_ a: Double, _ c: Int) -> Double {
  let b = erlangB(a, c)
  return b / (1 - a / Double(c) * (1 - b))
}

/// Closed forms against scenario files. Ten nights of about 10,000 page views; the bound is twice
/// the half width of their 95 % interval, so a right model fails less than once in 1,000 seeds.
@Suite struct QueueTheoryTests {
  private func expectMean(
    _ scenario: QueueScenario, _ expected: Double, _ value: (WorkloadRecord) -> Double
  ) throws {
    let (mean, half) = interval(try scenario.run().map(value))
    #expect(abs(mean - expected) < 2 * half, "\(mean) against \(expected), half width \(half)")
  }

  private func seconds(_ row: WorkloadRecord) -> Double { (row.latency.mean ?? .nan) / 1e9 }

  /// M/M/1; one replica with c workers is M/M/c, and so are c replicas of one under least work.
  @Test(arguments: [(1, 1, 0.7), (1, 4, 0.8), (4, 1, 0.8), (8, 1, 0.6)])
  func erlangWaits(replicas: Int, workers: Int, load: Double) throws {
    let servers = replicas * workers
    let offered = load * Double(servers)
    let scenario = QueueScenario(
      rate: offered / QueueScenario.service, replicas: replicas, workers: workers,
      minutes: max(5, 20 / servers))
    let wait =
      erlangC(offered, servers) * QueueScenario.service / (Double(servers) - offered)
    try expectMean(scenario, QueueScenario.service + wait, seconds)
  }

  /// The tail of M/M/1: the time in the system is exponential.
  @Test func tailOfOneServer() throws {
    let scenario = QueueScenario(rate: 6, replicas: 1, workers: 1, minutes: 30)
    let expected = -0.1 / (1 - 0.6) * Elementary.log(0.05)
    try expectMean(scenario, expected) { Double($0.latency.quantile(0.95) ?? 0) / 1e9 }
  }

  /// Pollaczek-Khinchine: M/D/1 waits half as long as M/M/1; uniform service on [0, 2] has a
  /// squared coefficient of variation of 1/3, the three points one of (4/3 + 4) / 2 / 1.5^2 - 1 by
  /// their straight pieces.
  @Test(arguments: [
    ("deterministic", 0.0), ("uniform", 1.0 / 3), ("{ lognormal: { cv: 1.2 } }", 1.44),
    ("{ gamma: { shape: 4 } }", 0.25),
    ("{ empirical: { points: { 0 %: 0, 50 %: 2, 100 %: 2 } } }", 5.0 / 27),
  ])
  func pollaczekKhinchine(law: String, variation: Double) throws {
    let load = 0.7
    let scenario = QueueScenario(
      rate: load / QueueScenario.service, replicas: 1, workers: 1, law: law)
    let wait = load * QueueScenario.service * (1 + variation) / (2 * (1 - load))
    try expectMean(scenario, QueueScenario.service + wait, seconds)
  }

  /// M/M/c/K: with K places the number present has a truncated geometric tail.
  @Test(arguments: [(1, 4), (4, 3)])
  func finiteQueueLoses(workers: Int, waiting: Int) throws {
    let load = 0.9
    let a = load * Double(workers)
    let scenario = QueueScenario(
      rate: a / QueueScenario.service, replicas: 1, workers: workers, queue: waiting,
      minutes: 20 / workers)
    // p(n) is proportional to a^n / n! up to c, then to powers of the load.
    var weight = 1.0
    var sum = 1.0
    for n in 1...(workers + waiting) {
      weight *= a / Double(min(n, workers))
      sum += weight
    }
    try expectMean(scenario, weight / sum) { Double($0.rejected) / Double($0.offered) }
  }

  /// Erlang B: no waiting places at all.
  @Test func noWaitingPlaces() throws {
    let scenario = QueueScenario(rate: 30, replicas: 1, workers: 4, queue: 0, minutes: 5)
    try expectMean(scenario, erlangB(3, 4)) { Double($0.rejected) / Double($0.offered) }
  }

  /// Two choices wait longer than one queue for all, and less than blind chance.
  @Test func twoChoicesLieBetween() throws {
    func mean(_ routing: String) throws -> Double {
      interval(
        try QueueScenario(
          rate: 64, replicas: 8, workers: 1, routing: routing, minutes: 3
        ).run().map(seconds)
      ).mean
    }
    let least = try mean("least-work")
    let two = try mean("two-choices")
    let blind = try mean("random")
    #expect(least < two && two < blind)
    // Blind chance splits a Poisson stream into eight M/M/1 queues.
    #expect(abs(blind - 0.5) < 0.1)
  }
}
