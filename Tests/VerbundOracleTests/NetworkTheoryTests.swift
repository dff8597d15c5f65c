import Testing
import VerbundCore
import VerbundEngine

/// Networks of M/M/c stations against their product form (Burke, 1956; Jackson, 1957).
///
/// Every night begins in steady state: each station's number is drawn from its own law, the works
/// have no memory. So means have no bias, however short the night.
@Suite struct NetworkTheoryTests {
  /// What one night measured.
  struct Night {
    var numbers: [Double]
    var stay: Double
    var empty: Double
    var obeysLittle: Bool
  }

  /// `customers` stays are measured; numbers up to the time at which so many are expected.
  private func night(_ nodes: [NetworkNode], customers: Int, seed: UInt64, _ number: Int) -> Night {
    let draws = Draws(seed: seed, night: number)
    let rates = traffic(nodes)
    let start = nodes.indices.map { node in
      ManyServersTheory(offered: rates[node] * nodes[node].work, servers: nodes[node].servers)
        .number(draws.uniform(.baseLoad, stream: UInt32(node), Subject(visit: 0)))
    }
    var kernel = Kernel(StationNetwork(nodes, draws: draws, measured: customers))
    kernel.model.begin(with: start, &kernel.agenda)
    let outside = nodes.reduce(0) { $0 + $1.rate }
    var end = Nanoseconds(Double(customers) / outside * 1e9)
    var isWhole = kernel.run(until: end)
    var model = kernel.model
    model.noteEnd(end)
    let numbers = model.present.map { $0.mean(until: end) }
    let empty = Double(model.emptyTime) / Double(end)
    var obeysLittle = model.present.allSatisfy { $0.obeysLittle(at: end) }
    while isWhole, kernel.model.stays.count < customers {
      end += .minute
      isWhole = kernel.run(until: end)
      obeysLittle = obeysLittle && kernel.model.present.allSatisfy { $0.obeysLittle(at: end) }
    }
    let stay = kernel.model.stays.reduce(0) { $0 + Double($1) } / Double(customers) / 1e9
    return Night(numbers: numbers, stay: stay, empty: empty, obeysLittle: isWhole && obeysLittle)
  }

  /// What leaves an M/M/c station is a Poisson process, and the next number does not depend on it.
  @Test(arguments: [(1, 1), (3, 2)]) func tandem(first: Int, second: Int) {
    let nodes = [
      NetworkNode(servers: first, work: 0.6 * Double(first), rate: 1, routes: [0, 1]),
      NetworkNode(servers: second, work: 0.5 * Double(second), rate: 0, routes: [0, 0]),
    ]
    let theory = [
      ManyServersTheory(offered: 0.6 * Double(first), servers: first),
      ManyServersTheory(offered: 0.5 * Double(second), servers: second),
    ]
    let nights = (0..<20).map { night(nodes, customers: 10_000, seed: 3, $0) }
    for node in 0..<2 {
      expectMean(
        nights.map { $0.numbers[node] }, theory[node].meanNumber, within: 0.1, "number \(node)")
    }
    expectMean(
      nights.map(\.stay), theory[0].meanNumber + theory[1].meanNumber, within: 0.1, "stay")
    expectMean(
      nights.map(\.empty), theory[0].chance(of: 0) * theory[1].chance(of: 0), within: 0.1, "empty")
    #expect(nights.allSatisfy { $0.obeysLittle })
  }

  /// Three stations, with ways back: arrivals at a station are no Poisson process, and yet each has
  /// the law of an M/M/c queue by itself, and all are independent.
  @Test func feedback() {
    let nodes = [
      NetworkNode(servers: 1, work: 0.35, rate: 1, routes: [0, 0.6, 0.2]),
      NetworkNode(servers: 2, work: 0.8, rate: 0.2, routes: [0.3, 0, 0.3]),
      NetworkNode(servers: 1, work: 0.5, rate: 0, routes: [0.4, 0.1, 0]),
    ]
    let rates = traffic(nodes)
    let theory = nodes.indices.map {
      ManyServersTheory(offered: rates[$0] * nodes[$0].work, servers: nodes[$0].servers)
    }
    let nights = (0..<10).map { night(nodes, customers: 4_000, seed: 4, $0) }
    for node in nodes.indices {
      let load = theory[node].offered / Double(theory[node].servers)
      #expect((0.3...0.8).contains(load))
      expectMean(
        nights.map { $0.numbers[node] }, theory[node].meanNumber, within: 0.1, "number \(node)")
    }
    // Little for the whole network.
    let stay = theory.reduce(0) { $0 + $1.meanNumber } / 1.2
    expectMean(nights.map(\.stay), stay, within: 0.1, "stay")
    let empty = theory.reduce(1) { $0 * $1.chance(of: 0) }
    expectMean(nights.map(\.empty), empty, within: 0.15, "empty")
    #expect(nights.allSatisfy { $0.obeysLittle })
  }
}
