import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

/// Small federations with everything at once, at random: the books close at every slot, the night
/// ends, and a second run is the same.
@Suite struct TortureTests {
  /// Numbers for the choice of a scenario (SplitMix64; Steele, Lea, Flood, 2014).
  private struct Dice {
    var state: UInt64

    mutating func roll() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
      range.lowerBound + Int64(roll() % UInt64(range.count))
    }

    mutating func pick<T>(_ values: [T]) -> T { values[Int(roll() % UInt64(values.count))] }
  }

  private func federation(_ seed: UInt64) -> SmallFederation {
    var dice = Dice(state: seed)
    var federation = busyFederation()
    federation.minutes = 3
    federation.hitsPerSecond = Double(dice.number(5...40))
    federation.profile = [
      ProfilePoint(at: 0, value: 0.5), ProfilePoint(at: .minute, value: 3),
    ]
    federation.workers = Int(dice.number(1...3))
    federation.setAside = Int(dice.number(1...3))
    federation.minReplicas = 1
    federation.queue = Int(dice.pick([0, 2, 20]))
    federation.timeout = dice.pick([300_000_000, 1 * .second, 4 * .second])
    federation.onTimeout = dice.pick(TimeoutRule.allCases)
    federation.discipline = dice.pick(Discipline.allCases)
    federation.routing = dice.pick(RoutingRule.allCases)
    federation.scaling = dice.pick(ScalingKind.allCases)
    federation.law = dice.pick([Distribution.exponential, .deterministic, .uniform])
    federation.imageBytes = 1_000_000
    federation.controlPeriod = 5 * .second
    federation.slot = 2 * .second
    federation.startUp = dice.pick([0, 5 * .second])
    federation.bytes = dice.pick([0, 50_000])
    federation.bandwidth = dice.pick([2e7, 1e9])
    federation.siteNames = ["home", "lender", "market", "other"]
    federation.lending.order = dice.pick(OrderKind.allCases)
    federation.lending.leadTime = 2 * .second
    federation.lending.arrival = dice.number(0...60) * .second
    federation.lending.until = dice.number(100...180) * .second
    federation.lending.offers = [
      Offer(site: "lender", vCPU: 6), Offer(site: "other", vCPU: 20),
    ]
    federation.overflow = Overflow(
      offers: [Offer(site: "market", vCPU: Int(dice.number(0...20)))], leadTime: 20 * .second)
    addCalls(to: &federation, &dice)
    addFaults(to: &federation, &dice)
    return federation
  }

  /// front calls back, back calls deep, front calls side.
  private func addCalls(to federation: inout SmallFederation, _ dice: inout Dice) {
    func call(_ from: String, _ to: String, _ dice: inout Dice) -> Call {
      Call(
        from: from, to: to, probability: dice.pick([0.3, 1]), requestBytes: dice.pick([0, 2_000]),
        responseBytes: dice.pick([0, 20_000]), holds: dice.pick([false, true]))
    }
    federation.extraComponents = ["back", "deep", "side"].map { id in
      var component = federation.front
      component.id = id
      component.work = dice.number(1...300) * 1_000_000
      component.discipline = dice.pick(Discipline.allCases)
      component.isStateless = dice.pick([false, true])
      component.scaling.setAside = Int(dice.number(1...3))
      return component
    }
    federation.calls = [
      call("front", "back", &dice), call("back", "deep", &dice), call("front", "side", &dice),
    ]
  }

  private func addFaults(to federation: inout SmallFederation, _ dice: inout Dice) {
    federation.faults = (0..<dice.number(4...12)).map { number in
      let site = dice.pick(federation.siteNames)
      let target = dice.pick([
        FaultTarget.site(site), .host(site: site, index: Int(dice.number(1...2))),
        .component(
          workload: "portal", id: dice.pick(["front", "back", "deep", "side"]),
          replicas: Int(dice.number(1...4))),
      ])
      let at = dice.number(0...170_000) * 1_000_000
      return Fault(
        id: "f\(number)", target: target, at: at,
        until: min(180 * .second, at + dice.number(1...40_000) * 1_000_000))
    }
  }

  @Test(arguments: 1...50) func booksCloseThroughEverything(seed: UInt64) throws {
    let federation = federation(seed)
    let first = try simulate(federation, seed: seed)
    let row = first.workloads[0]
    #expect(row.offered > 300)
    #expect(first.loans.allSatisfy { $0.due == $0.owed })
    #expect(try simulate(federation, seed: seed) == first)
  }

  /// The fifty scenarios are no routine: each outcome and each kind of thing happens in them.
  @Test func theTortureIsOne() throws {
    var (completed, rejected, timedOut, failed, lent) = (0, 0, 0, 0, 0)
    for seed in UInt64(1)...12 {
      let record = try simulate(federation(seed), seed: seed)
      let row = record.workloads[0]
      completed += row.completed > 100 ? 1 : 0
      rejected += row.rejected > 100 ? 1 : 0
      timedOut += row.timedOut > 100 ? 1 : 0
      failed += row.failed > 100 ? 1 : 0
      lent += record.loans.isEmpty ? 0 : 1
    }
    #expect([completed, rejected, timedOut, failed, lent].allSatisfy { $0 >= 3 })
  }
}
