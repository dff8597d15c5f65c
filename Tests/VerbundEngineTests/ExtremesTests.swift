import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

/// Figures at the edge of what a scenario may state: they work, they never trap.
@Suite struct ExtremesTests {
  /// Thousands of services of weeks, bound to one replica.
  @Test func endlessWork() throws {
    var federation = SmallFederation()
    federation.work = .hour
    federation.speed = 1e-6
    federation.setAside = 1
    federation.hitsPerSecond = 2
    let row = try simulate(federation).workloads[0]
    #expect(row.completed == 0 && row.offered > 5_000)
    #expect(row.work.value <= Int128(Nanoseconds.hour))
  }

  /// Half a gigabyte for every click, through a line of a kilobit.
  @Test func endlessTransmission() throws {
    var federation = SmallFederation()
    federation.bandwidth = 1e3
    federation.bytes = 500_000_000
    federation.timeout = 5 * .second
    let record = try simulate(federation)
    #expect(record.workloads[0].completed == 0 && record.workloads[0].timedOut > 5_000)
    #expect(record.links[0].utilisationPeak == 1)
  }

  /// More visits under way than the engine takes: a sentence, with slot and night.
  @Test func moreEventsThanTheCeiling() throws {
    let plan = try Plan.compile(SmallFederation().scenario)
    let demand = plainDemand(plan)
    let error = #expect(throws: SimulationError.self) {
      try simulateNight(
        plan, demand: demand, seed: 1, night: 0, ceiling: 10, isCancelled: { false })
    }
    #expect("\(try #require(error))".hasPrefix("more than 10 events are pending in slot "))
  }

  /// Nothing takes any time: everything of a page happens in one instant.
  @Test func nothingTakesTime() throws {
    var federation = SmallFederation()
    federation.work = 0
    let row = try simulate(federation).workloads[0]
    #expect(row.completed == row.offered && row.offered > 100_000)
    #expect(row.latency.max == 0)
  }

  /// Nobody runs the service.
  @Test func noReplicaAtAll() throws {
    var federation = SmallFederation()
    federation.setAside = 0
    federation.hitsPerSecond = 5
    let row = try simulate(federation).workloads[0]
    #expect(row.failed == row.offered && row.failed > 10_000)
  }

  /// A million workers of one component, measured over long scrapes.
  @Test func aMillionWorkers() throws {
    var federation = SmallFederation()
    federation.workers = 50_000
    federation.setAside = 60
    federation.controlPeriod = .hour
    federation.minutes = 120
    federation.hitsPerSecond = 1
    var scenario = federation.scenario
    scenario.hostClasses[0].vCPU = 4_000_000
    let plan = try Plan.compile(scenario)
    let record = try simulateNight(
      plan, demand: plainDemand(plan), seed: 1, night: 0, isCancelled: { false })
    #expect(record.workloads[0].completed > 6_000)
  }

  /// Visits longer than the longest are cut, and as many more people come: the volume stays.
  @Test func endlessVisits() throws {
    var federation = SmallFederation()
    federation.pages = 1_000
    federation.hitsPerSecond = 20
    federation.minutes = 120
    var scenario = federation.scenario
    scenario.workloads[0].visit.think = 100_000_000
    let plan = try Plan.compile(scenario)
    let record = try simulateNight(
      plan, demand: plainDemand(plan), seed: 1, night: 0, isCancelled: { false })
    let perSecond = Double(record.workloads[0].offered) / 7_200
    #expect(abs(perSecond - 20) < 1)
  }
}
