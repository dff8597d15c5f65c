import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel

@testable import VerbundEngine

/// Calls that hold their caller.
@Suite struct HoldingTests {
  /// One replica each: `front` with workers and places, and `back` behind it.
  private func pair(workers: Int, queue: Int, back work: Nanoseconds, servers: Int, holds: Bool)
    -> SmallFederation
  {
    var federation = SmallFederation()
    federation.workers = workers
    federation.setAside = 1
    federation.queue = queue
    federation.minutes = 30
    var back = federation.front
    back.id = "back"
    back.work = work
    back.workers = servers
    back.queue = 1_000_000
    federation.extraComponents = [back]
    federation.calls = [
      Call(
        from: "front", to: "back", probability: 1, requestBytes: 0, responseBytes: 0, holds: holds)
    ]
    return federation
  }

  /// One worker, 100 ms of its own and 300 ms of waiting: a page every 400 ms, a quarter is work.
  /// Without holding, the 300 ms behind are the narrow place.
  @Test func aHeldWorkerServesNobodyElse() throws {
    func run(_ holds: Bool) throws -> WorkloadRecord {
      var federation = pair(
        workers: 1, queue: 5, back: 300_000_000, servers: 1, holds: holds)
      federation.law = .deterministic
      federation.extraComponents[0].law = .deterministic
      federation.hitsPerSecond = 30
      return try simulate(federation).workloads[0]
    }
    let held = try run(true)
    let free = try run(false)
    let halfHour = 1_800.0
    #expect(abs(Double(held.completed) - halfHour / 0.4) <= 2)
    #expect(abs(Double(free.completed) - halfHour / 0.3) <= 2)
    // Waiting is no work: 100 ms and 300 ms for each page.
    #expect(abs(Double(held.work.value) / 1e9 - 0.4 * Double(held.completed)) <= 1)
  }

  /// Four workers, no queue, ample servers behind: the worker is taken for both parts, whatever
  /// their laws, so Erlang's loss formula holds for the sum (Sevastyanov, 1957).
  @Test(arguments: [(true, 3.0), (false, 1.0)])
  func heldWorkersLoseAsErlangSays(holds: Bool, offered: Double) throws {
    var federation = pair(
      workers: 4, queue: 0, back: 200_000_000, servers: 20, holds: holds)
    federation.hitsPerSecond = 10
    let nights = try (0..<4).map { night in
      try simulate(federation, night: night).workloads[0]
    }
    let lost = nights.reduce(0) { $0 + Double($1.rejected) }
    let all = nights.reduce(0) { $0 + Double($1.offered) }
    var loss = 1.0
    for servers in 1...4 { loss = offered * loss / (Double(servers) + offered * loss) }
    #expect(abs(lost / all - loss) < 0.008, "\(lost / all) against \(loss)")
  }

  /// One slow server behind blocks the four workers before it: a Jackson network that loses
  /// arrivals at four present has weights a^i / i! x b^j (Lam, 1977).
  @Test func aSaturatedChildBlocksItsCallers() throws {
    var federation = pair(workers: 4, queue: 0, back: 125_000_000, servers: 1, holds: true)
    federation.hitsPerSecond = 10
    let nights = try (0..<4).map { night in
      try simulate(federation, night: night).workloads[0]
    }
    let (a, b) = (1.0, 1.25)
    var weights = [Double](repeating: 0, count: 5)
    for i in 0...4 {
      for j in 0...(4 - i) {
        let front = (0..<i).reduce(1.0) { $0 * a / Double($1 + 1) }
        weights[i + j] += (0..<j).reduce(front) { weight, _ in weight * b }
      }
    }
    let loss = weights[4] / weights.reduce(0, +)
    let share =
      nights.reduce(0) { $0 + Double($1.rejected) } / nights.reduce(0) { $0 + Double($1.offered) }
    #expect(abs(share - loss) < 0.012, "\(share) against \(loss)")
  }

  /// The worker is kept until the last holding call is past, also through calls that do not hold.
  @Test func mixedCallsAreHeldToTheLastThatHolds() throws {
    func completed(_ holding: [Bool]) throws -> Double {
      var federation = pair(workers: 1, queue: 5, back: 200_000_000, servers: 10, holds: false)
      var other = federation.extraComponents[0]
      other.id = "other"
      federation.extraComponents.append(other)
      federation.calls = zip(["back", "other"], holding).map {
        Call(from: "front", to: $0, probability: 1, requestBytes: 0, responseBytes: 0, holds: $1)
      }
      federation.hitsPerSecond = 30
      federation.minutes = 10
      federation.law = .deterministic
      for index in federation.extraComponents.indices {
        federation.extraComponents[index].law = .deterministic
      }
      return Double(try simulate(federation).workloads[0].completed)
    }
    #expect(abs(try completed([false, false]) - 600 / 0.1) <= 10)
    #expect(abs(try completed([true, false]) - 600 / 0.3) <= 5)
    #expect(abs(try completed([false, true]) - 600 / 0.5) <= 5)
    #expect(abs(try completed([true, true]) - 600 / 0.5) <= 5)
  }
}
