import Testing
import VerbundCore
import VerbundModel

@testable import VerbundScenario

@Suite struct ShippedScenarioTests {
  static let names = [
    "landtagswahl-nrw.yaml", "smoke/two-sites.yaml", "scale/night-1e8.yaml",
  ]

  @Test(arguments: names) func canBeRead(_ name: String) {
    #expect(lines("\(Folder.scenarios)/\(name)") == [])
  }

  @Test(arguments: names) func frozenReadsBackTheSame(_ name: String) throws {
    let first = try ScenarioFile.read("\(Folder.scenarios)/\(name)")
    let second = try ScenarioFile.read(text: first.frozen, file: "scenario.yaml")
    #expect(second.name == first.name)
    #expect(second.title == first.title)
    #expect(second.question == first.question)
    #expect(second.seed == first.seed)
    #expect(second.nights == first.nights)
    #expect(second.cells == first.cells)
    #expect(second.compareTo == first.compareTo)
    #expect(second.focus == first.focus)
    #expect(second.election == first.election)
    #expect(second.margins == first.margins)
    #expect(second.assumptions == first.assumptions)
    #expect(second.frozen == first.frozen)
    for part in ["include:", "extends:", "\"2027-05-09 "] {
      #expect(!first.frozen.contains(part))
    }
  }

  @Test func theElectionNightIsTheOneOfTheFacts() throws {
    let night = try ScenarioFile.read("\(Folder.scenarios)/landtagswahl-nrw.yaml")
    let asRecorded = night.cells.filter { $0.case == "ein-portal-mittel" }
    #expect(asRecorded.map(\.variant) == ["inseln", "portal", "verbund", "hyperscaler"])
    #expect(night.election?.id == "nw-landtag-2027")
    #expect(night.compareTo == "inseln")
    #expect(night.focus == "portal-nw")
    let inseln = asRecorded[0].scenario
    // 16:00 in Berlin is 14:00 UTC in May: 20,582 days after 1970 and 14 hours.
    #expect(inseln.horizon.start == 20_947 * 86_400 + 14 * 3_600)
    #expect(inseln.horizon.utcOffset == 7_200)
    #expect(inseln.horizon.slots == 600)
    let portal = try #require(inseln.workloads.first { $0.id == "portal-nw" })
    let region = try #require(inseln.regions.first { $0.id == "NW" })
    #expect(region.people == 12_883_912)
    #expect(portal.demand.window == 2 * .hour..<8 * .hour)
    #expect(portal.components.map(\.id) == ["display", "account", "back-end"])
    #expect(portal.components.map(\.isStateless) == [true, true, false])
    #expect(portal.components[0].work == 40_000_000)
    #expect(portal.components[0].scaling.calendar == [CalendarEntry(at: 90 * .minute, min: 6)])
    #expect(portal.demand.bursts.map(\.at) == [122 * .minute, 137 * .minute])
    #expect(inseln.lending.order == .none)
    #expect(inseln.lending.offers.map(\.vCPU) == [48, 48, 48, 48, 48, 48])
    #expect(inseln.overflow.offers.isEmpty)
    #expect(asRecorded[1].scenario.lending.order == .portal)
    #expect(asRecorded[1].scenario.lending.arrival == .hour)
    #expect(asRecorded[1].scenario.lending.until == 9 * .hour)
    #expect(asRecorded[2].scenario.lending.leadTime == 2 * .minute)
    #expect(
      asRecorded[3].scenario.overflow
        == Overflow(offers: [Offer(site: "hyperscaler-eu", vCPU: 1_024)], leadTime: 3 * .minute))
  }

  /// Six cases: one portal or five, and three sizes. Five portals have the same sum of replicas for
  /// the display, 4 vCPU each there and 1 vCPU each here, and of people.
  @Test func fivePortalsShareWhatOneHas() throws {
    let night = try ScenarioFile.read("\(Folder.scenarios)/landtagswahl-nrw.yaml")
    #expect(night.cells.count == 24)
    for (size, vCPU) in [("klein", 12), ("mittel", 24), ("gross", 64)] {
      for (placement, count) in [("ein-portal", 1), ("fuenf-portale", 5)] {
        let cell = try #require(night.cells.first { $0.case == "\(placement)-\(size)" })
        let portals = cell.scenario.workloads.filter { $0.demand.regions.map(\.region) == ["NW"] }
        #expect(portals.count == count && portals.contains { $0.id == night.focus })
        let displays = portals.map { $0.components[0] }
        #expect(displays.reduce(0) { $0 + $1.workers * $1.scaling.setAside } == vCPU)
        #expect(displays.allSatisfy { $0.scaling.calendar.map(\.min) == [$0.scaling.setAside] })
        #expect(displays.allSatisfy { $0.queue == 50 * $0.workers })
        #expect(abs(portals.reduce(0) { $0 + $1.demand.regions[0].share } - 1) < 1e-9)
        #expect(cell.scenario.sites.count == (count == 1 ? 8 : 12))
        #expect(cell.scenario.regions.count == 16)
      }
    }
  }

  /// Shape and burst together reach three times the mean, the record's peak factor.
  @Test func thePeakIsThreeTimesTheMean() throws {
    let night = try ScenarioFile.read("\(Folder.scenarios)/landtagswahl-nrw.yaml")
    let demand = try #require(night.cells[0].scenario.workloads.first?.demand)
    var area = 0.0
    for (a, b) in zip(demand.profile, demand.profile.dropFirst())
    where a.at >= demand.window.lowerBound && b.at <= demand.window.upperBound {
      area += Double(b.at - a.at) * (a.value + b.value) / 2
    }
    let mean = area / Double(demand.window.upperBound - demand.window.lowerBound)
    let points = demand.profile.filter { $0.at >= demand.window.lowerBound }
    let at = demand.bursts[0].at
    let share = Double(at - points[0].at) / Double(points[1].at - points[0].at)
    let shape = points[0].value + share * (points[1].value - points[0].value)
    #expect(abs(shape / mean + demand.bursts[0].height - 3) < 0.02)
  }
}
