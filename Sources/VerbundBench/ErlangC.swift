/// M/M/c in its steady state (Erlang, 1917): what a simulated mean wait is held against.
struct ErlangC: Sendable {
  /// 1/s.
  var arrivals: Double
  /// 1/s, of one server.
  var services: Double
  var servers: Int
  /// Standard deviation of a run's mean wait, relative to the mean, times the root of the number of
  /// customers. By the central limit theorem for the birth-death process (Poisson's equation).
  var scatter: Double

  static let sixteen = ErlangC(arrivals: 14.4, services: 1, servers: 16, scatter: 31.3)

  /// s, over all customers, also those who do not wait.
  var meanWait: Double {
    let load = arrivals / services
    var blocked = 1.0
    for k in 1...servers { blocked = load * blocked / (Double(k) + load * blocked) }
    let waits = blocked / (1 - load / Double(servers) * (1 - blocked))
    return waits / (Double(servers) * services - arrivals)
  }

  /// Three standard errors of a run of so many customers, relative to the mean wait.
  func tolerance(customers: Double) -> Double { 3 * scatter / customers.squareRoot() }

  /// Throws a sentence if a sample's mean wait is too far away; one that has none passes, its
  /// results are compared elsewhere by hash.
  func check(_ sample: Sample, owner: String) throws {
    guard let wait = sample.meanWait else { return }
    let allowed = tolerance(customers: sample.operations)
    guard abs(wait / meanWait - 1) <= allowed else {
      throw BenchFailure(
        text: "\(owner) mean wait \(wait) s is more than \((allowed * 1_000).rounded() / 10) % off "
          + "Erlang's \(meanWait) s")
    }
  }
}
