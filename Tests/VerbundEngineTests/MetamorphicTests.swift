import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

/// A federation in which everything happens: two components, network, scaling, loans.
func busyFederation() -> SmallFederation {
  var federation = SmallFederation()
  federation.setAside = 4
  federation.minReplicas = 2
  federation.scaling = .horizontal
  federation.routing = .twoChoices
  federation.queue = 20
  federation.pages = 3
  federation.timeout = 4 * .second
  federation.minutes = 30
  federation.kilometres = 400
  federation.hops = 4
  federation.bandwidth = 1e9
  federation.bytes = 200_000
  federation.hitsPerSecond = 50
  federation.profile = [
    ProfilePoint(at: 0, value: 0.3), ProfilePoint(at: 10 * .minute, value: 0.3),
    ProfilePoint(at: 12 * .minute, value: 2), ProfilePoint(at: 20 * .minute, value: 0.5),
  ]
  var back = federation.front
  back.id = "back"
  back.isStateless = false
  back.work = 20_000_000
  back.scaling.setAside = 2
  federation.extraComponents = [back]
  federation.calls = [
    Call(from: "front", to: "back", probability: 0.3, requestBytes: 2_000, responseBytes: 50_000)
  ]
  federation.lending.offers = [Offer(site: "lender", vCPU: 20)]
  return federation
}

@Suite struct MetamorphicTests {
  @Test func theSameNightTwiceIsTheSame() throws {
    var federation = busyFederation()
    federation.lending.order = .automatic
    #expect(try simulate(federation) == simulate(federation))
    #expect(try simulate(federation) != simulate(federation, seed: 2))
    #expect(try simulate(federation).trace != simulate(federation, night: 1).trace)
  }

  @Test func lendingNothingIsTheSameAsNoLending() throws {
    var federation = busyFederation()
    let alone = try simulate(federation)
    federation.lending.order = .automatic
    #expect(try simulate(federation) != alone)
    federation.lending.offers = [Offer(site: "lender", vCPU: 0)]
    #expect(try simulate(federation) == alone)
  }

  @Test func orderOfSitesDoesNotMatter() throws {
    var federation = busyFederation()
    federation.lending.order = .automatic
    federation.siteNames = ["home", "lender", "other"]
    federation.lending.offers.append(Offer(site: "other", vCPU: 20))
    let record = try simulate(federation)
    federation.siteNames = ["other", "lender", "home"]
    federation.lending.offers.reverse()
    #expect(try simulate(federation) == record)
  }

  /// All speeds and rates doubled, all delays halved: every latency is halved, up to the rounding
  /// of a handful of whole nanoseconds.
  @Test func twiceAsFastHalvesLatency() throws {
    let slow = busyFederation()
    var fast = slow
    fast.hitsPerSecond *= 2
    fast.bandwidth *= 2
    fast.speed *= 2
    fast.startUp /= 2
    fast.timeout /= 2
    fast.kilometres /= 2
    fast.hops /= 2
    fast.controlPeriod /= 2
    fast.profile = slow.profile.map { ProfilePoint(at: $0.at / 2, value: $0.value) }
    var scenario = fast.scenario
    scenario.horizon.length /= 2
    scenario.horizon.slot /= 2
    for index in scenario.workloads.indices {
      scenario.workloads[index].demand.window = 0..<scenario.horizon.length
      scenario.workloads[index].visit.think /= 2
      scenario.workloads[index].door.keepAlive /= 2
    }
    // The scaler's own windows are fixed by its definition, so it stands still here.
    func still(_ scenario: Scenario) -> Scenario {
      var scenario = scenario
      for index in scenario.workloads[0].components.indices {
        scenario.workloads[0].components[index].scaling.policy = .fixed
      }
      return scenario
    }
    func run(_ scenario: Scenario) throws -> WorkloadRecord {
      let plan = try Plan.compile(still(scenario))
      return try simulateNight(
        plan, demand: plainDemand(plan), seed: 3, night: 0, isCancelled: { false }
      ).workloads[0]
    }
    let a = try run(slow.scenario)
    let b = try run(scenario)
    #expect(a.completed == b.completed && a.timedOut == b.timedOut && a.rejected == b.rejected)
    #expect(a.rejected + a.timedOut > 0 && a.completed > 1_000)
    let ratio = (a.latency.mean ?? 0) / (b.latency.mean ?? 1)
    #expect(abs(ratio - 2) < 1e-6)
  }

  /// Common random numbers: the same people come, whatever is done for them.
  @Test func arrivalsDoNotDependOnTheVariant() throws {
    var federation = busyFederation()
    let alone = try simulate(federation)
    federation.lending.order = .automatic
    federation.routing = .random
    #expect(try simulate(federation).arrivals == alone.arrivals)
  }
}
