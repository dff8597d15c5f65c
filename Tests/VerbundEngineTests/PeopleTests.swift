import Testing
import VerbundCore
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

/// People on their way to the front door, and the connections that they leave there.
@Suite struct PeopleTests {
  /// A line that is free or busy for 0.1 s is M/D/1: at half load its mean wait is 0.05 s. What
  /// leaves it is at least 0.1 s apart, so the way back waits nowhere.
  @Test func requestsQueueForTheLineToTheDoor() throws {
    var federation = SmallFederation()
    federation.law = .deterministic
    federation.work = 0
    federation.bandwidth = 1e7
    federation.bytes = 125_000
    federation.hitsPerSecond = 5
    federation.minutes = 240
    let row = try simulate(federation).workloads[0]
    let mean = try #require(row.latency.mean) / 1e6
    #expect(abs(mean - 250) < 2.5)
    #expect(row.completed + row.inFlight == row.offered && row.offered > 70_000)
  }

  /// Between two pages of a visit of three on average a connection is held for
  /// E[min(think, 10 s)] = 5 s (1 - exp(-2)), after the last one for 10 s, and during each for
  /// 0.1 s: 18.95 s of a visit, at 40/3 visits a second (Little).
  @Test func theDoorHoldsWhatTheLawSays() throws {
    var federation = SmallFederation()
    federation.pages = 3
    federation.law = .deterministic
    let plan = try Plan.compile(federation.scenario)
    var kernel = Kernel(Federation(plan, demand: plainDemand(plan), seed: 4, night: 0))
    kernel.model.begin(&kernel.agenda)
    var sum = 0
    let samples = 330
    for sample in 0..<samples + 30 {
      let time = Nanoseconds(sample + 1) * 10 * .second
      let finished = kernel.run(until: time)
      #expect(finished)
      kernel.model.closeIdle(0, time)
      if sample >= 30 { sum += kernel.model.doors[0].held }
    }
    let expected = 40.0 / 3 * (2 * 5 * (1 - 0.135335) + 10 + 3 * 0.1)
    #expect(abs(Double(sum) / Double(samples) - expected) < 0.02 * expected)
  }

  /// The line is asked for twice what it carries: nobody is answered after the patience has ended.
  @Test func whoWaitsForTheLineLongerThanItsPatienceGivesUp() throws {
    var federation = SmallFederation()
    federation.bandwidth = 1e6
    federation.bytes = 125_000
    federation.timeout = 3 * .second
    federation.hitsPerSecond = 2
    let row = try simulate(federation).workloads[0]
    // A message takes a second; half of the people come in vain, later nearly all.
    #expect(row.timedOut > row.offered / 2)
    #expect(row.completed + row.timedOut + row.inFlight == row.offered)
    let longest = row.latency.entries.last?.value ?? 0
    #expect(Double(longest) < 3e9 * 1.01)
  }

  /// Near and far regions share a line that is all but idle. Nobody waits behind who was sent
  /// later: a far page takes two ways of 7.5 ms and its work.
  @Test func whoComesFromAfarWaitsForNobodyBehind() throws {
    var federation = SmallFederation()
    federation.law = .deterministic
    federation.work = 1_000_000
    federation.bandwidth = 1e12
    federation.bytes = 1_000
    federation.hitsPerSecond = 500
    federation.minutes = 5
    federation.setAside = 32
    var scenario = federation.scenario
    let place = Location(latitude: 51, longitude: 7)
    scenario.regions.append(Region(id: "far", name: "far", location: place, people: 1_000))
    scenario.hubs = [Hub(id: "hub", name: "hub", location: place)]
    scenario.links = [("people", "hub", 0), ("far", "hub", 1_000), ("hub", "home", 0)].map {
      Link(
        id: "\($0.0)-\($0.1)", linkClass: "line", ends: [$0.0, $0.1], kilometres: $0.2,
        bandwidth: 1e12, hops: 0)
    }
    scenario.workloads[0].demand.regions = [
      RegionShare(region: "people", share: 0.5), RegionShare(region: "far", share: 0.5),
    ]
    let plan = try Plan.compile(scenario)
    let record = try simulateNight(
      plan, demand: plainDemand(plan), seed: 1, night: 0, isCancelled: { false })
    let row = record.workloads[0]
    #expect(row.offered > 100_000)
    let values = row.latency.entries.map { Double($0.value) / 1e6 }
    // Two clusters, at 1 ms and at 16 ms, a bucket or two wide: some share a worker or the line.
    let between = row.latency.entries.filter {
      2.2e6 < Double($0.value) && Double($0.value) < 15.9e6
    }
    #expect(between.isEmpty, "\(values)")
    let far = row.latency.entries.filter { Double($0.value) > 15.9e6 }.reduce(0) { $0 + $1.count }
    let prompt = row.latency.entries.filter {
      15.9e6 < Double($0.value) && Double($0.value) < 16.2e6
    }
    .reduce(0) { $0 + $1.count }
    #expect(Double(prompt) > 0.97 * Double(far) && far > 40_000)
  }

  /// The door may look late at what has closed: who looks every 20 ms sees the same evening, with a
  /// table that is never full, often full, and with people who lose patience.
  @Test(arguments: [(1_000_000, 60.0), (120, 60.0), (120, 1.0)])
  func lookingLateAtClosedConnectionsChangesNothing(places: Int, patience: Double) throws {
    var federation = busyFederation()
    federation.minutes = 3
    federation.door.connections = places
    federation.door.keepAlive = 7 * .second
    federation.timeout = Nanoseconds(patience * 1e9)
    let plan = try Plan.compile(federation.scenario)
    func evening(eager: Bool) -> (completed: Int64, rejected: Int64, timedOut: Int64, peak: Int) {
      var kernel = Kernel(Federation(plan, demand: plainDemand(plan), seed: 2, night: 0))
      kernel.model.begin(&kernel.agenda)
      for step in 1...9_000 {
        let time = Nanoseconds(step) * 20_000_000
        _ = kernel.run(until: time)
        if eager { kernel.model.closeIdle(0, time) }
      }
      let row = kernel.model.counters[0]
      return (row.completed, row.rejected, row.timedOut, kernel.model.doors[0].peak)
    }
    let (late, eager) = (evening(eager: false), evening(eager: true))
    #expect(late == eager)
    #expect(late.completed > 1_000 && (late.peak == 120) == (places == 120))
  }
}
