import VerbundCore

/// M/M/c in steady state: offered load `a` below `servers`. Erlang, 1917.
struct ManyServersTheory {
  let offered: Double
  let servers: Int

  /// The chance of `n` customers.
  func chance(of n: Int) -> Double {
    // p(0) from the sum up to c, and the geometric rest.
    var weight = 1.0
    var sum = 1.0
    for k in 1...servers {
      weight *= offered / Double(k)
      sum += weight
    }
    let load = offered / Double(servers)
    sum += weight * load / (1 - load)
    return (0..<n).reduce(1 / sum) { p, k in p * offered / Double(min(k + 1, servers)) }
  }

  /// Mean number of customers.
  var meanNumber: Double {
    let load = offered / Double(servers)
    return offered + erlangC(offered, servers) * load / (1 - load)
  }

  /// A number of customers at the uniform number `u`.
  func number(_ u: Double) -> Int {
    var n = 0
    var sum = chance(of: 0)
    while sum < u && n < 10_000 {
      n += 1
      sum += chance(of: n)
    }
    return n
  }
}

/// Rates through each station: those from outside, plus those routed there. Solved by iteration.
func traffic(_ nodes: [NetworkNode]) -> [Double] {
  var rates = nodes.map(\.rate)
  for _ in 0..<1_000 {
    rates = nodes.indices.map { j in
      nodes[j].rate + nodes.indices.reduce(0) { $0 + rates[$1] * nodes[$1].routes[j] }
    }
  }
  return rates
}
