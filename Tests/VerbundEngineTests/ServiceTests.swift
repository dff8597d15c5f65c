import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel

@testable import VerbundEngine

@Suite struct ServiceTests {
  /// One visitor at a time: the page takes propagation both ways, transmission both ways and work.
  @Test func latencyOfAnIdleSystemByHand() throws {
    var federation = SmallFederation()
    federation.law = .deterministic
    federation.hitsPerSecond = 0.2
    federation.kilometres = 200
    federation.hops = 3
    federation.bandwidth = 1e9
    federation.bytes = 125_000
    let latency = try simulate(federation).workloads[0].latency
    // 200 km x 7.5 us + 3 x 100 us = 1.8 ms, and 1 ms for 1 Mbit, twice; and 100 ms of work.
    let smallest = try #require(latency.entries.first).value
    #expect(abs(Double(smallest) - 105.6e6) < 105.6e6 / 128)
  }

  /// Everybody loses patience, and the work is done all the same.
  @Test func queuedWorkGoesOnAfterATimeOut() throws {
    var federation = SmallFederation()
    federation.law = .deterministic
    federation.work = 10 * .second
    federation.timeout = 8 * .second
    federation.hitsPerSecond = 0.5
    let row = try simulate(federation).workloads[0]
    #expect(row.completed == 0 && row.rejected == 0)
    #expect(row.timedOut + row.inFlight == row.offered && row.timedOut > 1_000)
    let done = Double(row.work.value) / 10e9
    #expect(done > Double(row.offered) - 20 && done <= Double(row.offered))
    #expect(row.visitsAbandoned + row.visitsInFlight == row.visitsOffered)
  }

  @Test func theDoorHoldsNoMoreConnectionsThanItsTable() throws {
    var federation = SmallFederation()
    federation.door.connections = 20
    federation.door.keepAlive = 30 * .second
    let row = try simulate(federation).workloads[0]
    #expect(row.connectionsPeak == 20)
    // 20 places for 30 s each let 40 people a minute in.
    #expect(abs(Double(row.completed) / 60 - 40) < 4)
    #expect(row.rejected > row.completed)
  }

  @Test func theDoorLetsSoManyHitsInASecond() throws {
    var federation = SmallFederation()
    federation.door.hitsPerSecond = 10
    let record = try simulate(federation)
    let row = record.workloads[0]
    #expect(row.completed + row.inFlight <= 10 * 3_600)
    #expect(Double(row.completed) > 0.98 * 36_000)
  }

  /// Smart routing waits less: random, two choices, least work.
  @Test func routingRulesAreOrdered() throws {
    func mean(_ rule: RoutingRule) throws -> Double {
      var federation = SmallFederation()
      federation.routing = rule
      federation.hitsPerSecond = 64
      federation.minutes = 10
      return try simulate(federation).workloads[0].latency.mean ?? 0
    }
    let random = try mean(.random)
    let two = try mean(.twoChoices)
    let least = try mean(.leastWork)
    #expect(least < two && two < random)
    #expect(try mean(.roundRobin) < random)
  }

  /// A call to the second component adds its work for the share that makes it.
  @Test func callsAddTheirWork() throws {
    var federation = SmallFederation()
    federation.law = .deterministic
    federation.hitsPerSecond = 5
    var back = federation.front
    back.id = "back"
    back.work = 50_000_000
    federation.extraComponents = [back]
    federation.calls = [
      Call(from: "front", to: "back", probability: 0.4, requestBytes: 0, responseBytes: 0)
    ]
    let row = try simulate(federation).workloads[0]
    let perPage = Double(row.work.value) / Double(row.completed) / 1e6
    #expect(abs(perPage - (100 + 0.4 * 50)) < 1)
  }

  @Test func geometricVisitsHaveTheirMean() throws {
    var federation = SmallFederation()
    federation.pages = 4
    federation.minutes = 60
    let row = try simulate(federation).workloads[0]
    // The last visits are cut off by the horizon: compare the finished ones' rate of pages.
    let perVisit = Double(row.offered) / Double(row.visitsOffered)
    #expect(abs(perVisit - 4) < 0.15)
  }
}
