import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel

@testable import VerbundEngine

/// Erlang C: probability that a customer waits in M/M/c with offered load `a`.
/// A. K. Erlang, 1917; by the stable recursion over Erlang B.
func erlangC(_ a: Double, _ c: Int) -> Double {
  var b = 1.0
  for k in 1...c { b = a * b / (Double(k) + a * b) }
  let rho = a / Double(c)
  return b / (1 - rho * (1 - b))
}

/// Means over independent nights and their 95 % interval (Student's t with 9 degrees of freedom).
func meanLatency(_ federation: SmallFederation, nights: Int = 10) throws -> (Double, Double) {
  let means = try (0..<nights).map { night in
    try simulate(federation, night: night).workloads[0].latency.mean ?? 0
  }
  let mean = means.reduce(0, +) / Double(nights)
  let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(nights - 1)
  return (mean / 1e9, 2.262 * (variance / Double(nights)).squareRoot() / 1e9)
}

@Suite struct QueueTheoryTests {
  /// One replica with c workers is M/M/c; so are c replicas of one worker under least-work.
  @Test(arguments: [(1, 1, 0.7), (4, 1, 0.8), (1, 4, 0.8), (8, 1, 0.6)])
  func erlang(replicas: Int, workers: Int, load: Double) throws {
    var federation = SmallFederation()
    let servers = replicas * workers
    federation.setAside = replicas
    federation.workers = workers
    federation.hitsPerSecond = load * Double(servers) / 0.1
    federation.minutes = 12
    let (mean, half) = try meanLatency(federation)
    let a = load * Double(servers)
    let expected = 0.1 + erlangC(a, servers) * 0.1 / (Double(servers) - a)
    // The intervals of 10 nights, twice as wide: a false alarm has a chance below 1 in 1,000.
    #expect(abs(mean - expected) < 2 * half, "mean \(mean) against \(expected) +- \(half)")
  }

  /// Pollaczek-Khinchine for deterministic service: half the waiting time of M/M/1.
  @Test func deterministicService() throws {
    var federation = SmallFederation()
    federation.setAside = 1
    federation.law = .deterministic
    federation.hitsPerSecond = 7
    federation.minutes = 24
    let (mean, half) = try meanLatency(federation)
    let expected = 0.1 + 0.7 * 0.1 / (2 * (1 - 0.7))
    #expect(abs(mean - expected) < 2 * half, "mean \(mean) against \(expected) +- \(half)")
  }

  /// M/M/1/K: of K places (one in service), the loss probability is rho^K (1 - rho) / (1 - rho^(K+1)).
  @Test func finiteQueueLoses() throws {
    var federation = SmallFederation()
    federation.setAside = 1
    federation.queue = 4
    federation.hitsPerSecond = 8
    federation.minutes = 24
    let shares = try (0..<10).map { night in
      let row = try simulate(federation, night: night).workloads[0]
      return Double(row.rejected) / Double(row.offered)
    }
    let mean = shares.reduce(0, +) / 10
    let rho = 0.8
    let places = 5.0
    func power(_ n: Double) -> Double { (0..<Int(n)).reduce(1) { p, _ in p * rho } }
    let expected = power(places) * (1 - rho) / (1 - power(places + 1))
    let spread = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9
    let half = 2 * 2.262 * (spread / 10).squareRoot()
    #expect(abs(mean - expected) < half, "loss \(mean) against \(expected) +- \(half)")
  }
}
