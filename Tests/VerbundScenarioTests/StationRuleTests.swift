import Testing
import VerbundCore
import VerbundModel

@testable import VerbundScenario

/// Rules of stations: outages, holding, cancelling, disciplines.
@Suite struct StationRuleTests {
  private func read(_ more: String) throws -> Experiment {
    let base = try Folder.text("\(Folder.wrong)/base.yaml")
    return try ScenarioFile.read(text: base + more, file: "t.yaml")
  }

  private let full = """
    faults:
      dark: { site: west, at: "18:30", until: "19:00", confidence: D, source: "a drill" }
      broken: { host: { site: ost, index: 1 }, at: "23:00", until: "01:30" }
      rollout:
        { component: { workload: portal, id: display, replicas: 2 }, at: "20:00" }
    variants:
      calm: {}
      strict:
        workloads:
          portal:
            visit: { on-timeout: cancel }
            components: { back-end: { discipline: processor-sharing } }
            calls: [{ from: display, to: back-end, holds: true }]
        faults: { rollout: { until: "20:10" } }

    """

  @Test func nothingOfItHoldsUnlessItIsStated() throws {
    let scenario = try read("").cells[0].scenario
    let portal = scenario.workloads[0]
    #expect(scenario.faults.isEmpty)
    #expect(portal.visit.onTimeout == .goOn)
    #expect(portal.components.allSatisfy { $0.discipline == .firstCome })
    #expect(portal.calls.allSatisfy { !$0.holds })
  }

  @Test func whatIsStatedHolds() throws {
    let cells = try read(full).cells
    #expect(
      cells[0].scenario.faults == [
        Fault(id: "dark", target: .site("west"), at: 150 * .minute, until: 180 * .minute),
        Fault(
          id: "broken", target: .host(site: "ost", index: 1), at: 420 * .minute,
          until: 570 * .minute),
        // To the end of the horizon.
        Fault(
          id: "rollout", target: .component(workload: "portal", id: "display", replicas: 2),
          at: 240 * .minute, until: 600 * .minute),
      ])
    #expect(cells[1].scenario.faults[2].until == 250 * .minute)
    let strict = cells[1].scenario.workloads[0]
    #expect(strict.visit.onTimeout == .cancel)
    #expect(strict.components.map(\.discipline) == [.firstCome, .processorSharing])
    #expect(strict.calls.map(\.holds) == [true])
  }

  @Test func outagesAreListedWithTheirSources() throws {
    let rows = try read(full).assumptions.filter { $0.path.hasPrefix("faults.dark") }
    #expect(rows.map(\.path) == ["faults.dark.at", "faults.dark.until"])
    #expect(rows.allSatisfy { $0.confidence == .D && $0.source == "a drill" })
  }

  @Test func theFrozenFileReadsBackTheSame() throws {
    let first = try read(full)
    let second = try ScenarioFile.read(text: first.frozen, file: "t.yaml")
    #expect(second.cells == first.cells)
    #expect(second.assumptions == first.assumptions)
    #expect(second.frozen == first.frozen)
  }
}
