import Foundation

/// Closed forms of queues: mean and 95th percentile of a wait or a stay, in seconds.
struct CoverageTruth: Sendable {
  var mean: Double
  var percentile: Double

  /// From the mean and the chance to exceed `t`, which falls.
  init(mean: Double, tail: (Double) -> Double) {
    self.mean = mean
    var low = 0.0
    var high = 1.0
    while tail(high) > 0.05 { high *= 2 }
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if tail(middle) > 0.05 { low = middle } else { high = middle }
    }
    percentile = low
  }

  /// M/M/1: the response is exponential.
  static func singleServer(rate: Double, work: Double) -> CoverageTruth {
    let decay = 1 / work - rate
    return CoverageTruth(mean: 1 / decay) { exp(-decay * $0) }
  }

  /// M/M/c: who waits, waits exponentially (Erlang, 1917).
  static func manyServers(_ servers: Int, rate: Double, work: Double) -> CoverageTruth {
    let offered = rate * work
    let blocked = (1...servers).reduce(1.0) { offered * $0 / (Double($1) + offered * $0) }
    let waits = blocked / (1 - offered / Double(servers) * (1 - blocked))
    let decay = Double(servers) / work - rate
    return CoverageTruth(mean: waits / decay) { waits * exp(-decay * $0) }
  }

  /// M/D/1, work of one second: the wait's distribution (Erlang, 1909).
  static func fixedWork(rate: Double) -> CoverageTruth {
    CoverageTruth(mean: rate / 2 / (1 - rate)) { t in
      var sum = 0.0
      for k in 0...Int(t) {
        let x = rate * (t - Double(k))
        sum += (1...max(1, k)).reduce(exp(x)) { k == 0 ? $0 : $0 * -x / Double($1) }
      }
      return 1 - (1 - rate) * sum
    }
  }

  /// M/G/1 with a mixture of two exponentials, mean 1: the wait's transform (Pollaczek, Khinchine)
  /// has two poles, so its tail is a sum of two exponentials.
  static func mixedWork(
    rate: Double, chance: Double, fast: Double, slow: Double
  ) -> CoverageTruth {
    let square = 2 * (chance / fast / fast + (1 - chance) / slow / slow)
    let sum = fast + slow - rate
    let product = fast * slow * (1 - rate)
    let root = (sum * sum / 4 - product).squareRoot()
    let poles = [sum / 2 - root, sum / 2 + root]
    let weights = [(poles[0], poles[1]), (poles[1], poles[0])].map { pole, other in
      (1 - rate) * (fast - pole) * (slow - pole) / (other - pole) / pole
    }
    return CoverageTruth(mean: rate * square / 2 / (1 - rate)) { t in
      weights[0] * exp(-poles[0] * t) + weights[1] * exp(-poles[1] * t)
    }
  }

  /// M/M/c/K, work of mean one second: the wait of those who are let in.
  static func finiteQueue(servers: Int, places: Int, rate: Double) -> CoverageTruth {
    let chances = finiteQueueChances(servers: servers, places: places, rate: rate)
    let letIn = 1 - chances[places]
    let c = Double(servers)
    let mean = (servers..<places).reduce(0) { $0 + chances[$1] * Double($1 - servers + 1) / c }
    return CoverageTruth(mean: mean / letIn) { t in
      (servers..<places).reduce(0) { sum, n in
        var term = exp(-c * t)
        var tail = term
        for j in 0..<n - servers {
          term *= c * t / Double(j + 1)
          tail += term
        }
        return sum + chances[n] / letIn * tail
      }
    }
  }

  /// The chance of each number present in M/M/c/K with work of mean one second.
  static func finiteQueueChances(servers: Int, places: Int, rate: Double) -> [Double] {
    var weights = [1.0]
    for n in 1...places { weights.append(weights[n - 1] * rate / Double(min(n, servers))) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// M/M/1 twice: both stays are exponential and independent (Reich, 1957).
  static func tandem(rate: Double, works: (Double, Double)) -> CoverageTruth {
    let a = 1 / works.0 - rate
    let b = 1 / works.1 - rate
    return CoverageTruth(mean: 1 / a + 1 / b) { (b * exp(-a * $0) - a * exp(-b * $0)) / (b - a) }
  }
}
