import Testing
import VerbundCore
import VerbundModel

@testable import VerbundPlan

@Suite struct FaultPlanTests {
  private func compile(_ faults: [Fault]) throws -> Plan {
    let place = Location(latitude: 51, longitude: 7)
    let sites = ["b", "a"].map { id in
      Site(
        id: id, name: LocalizedText(id), location: place, operator: "nobody", isExternal: false,
        hosts: [HostGroup(hostClass: "host", count: 2)],
        tenants: Tenants(
          reserved: 0, utilisation: 0, hourly: [Double](repeating: 1, count: 24)),
        pue: 1, carbon: [Double](repeating: 0, count: 24),
        tariff: Tariff(perVCPUHour: 0, perGB: 0))
    }
    return try Plan.compile(
      Scenario(
        horizon: Horizon(start: 0, utcOffset: 0, length: .hour, slot: .minute), regions: [],
        hostClasses: [
          HostClass(
            id: "host", name: "host", vCPU: 8, speed: 1, watts: [Double](repeating: 1, count: 11))
        ],
        linkClasses: [], hubs: [], sites: sites, links: [], workloads: [],
        uncertain: Uncertainty(),
        lending: Lending(
          order: .none, offers: [], keepFree: 0, leadTime: 0, arrival: 0, until: 0, placed: 0),
        overflow: Overflow(offers: [], leadTime: 0), faults: faults, controlPeriod: .minute))
  }

  /// Sites are sorted by id: those of `a` are hosts 0 and 1.
  @Test func namesBecomePlaces() throws {
    let plan = try compile([
      Fault(id: "y", target: .host(site: "b", index: 2), at: 0, until: .hour),
      Fault(id: "x", target: .site("a"), at: .minute, until: 2 * .minute),
    ])
    #expect(plan.faults.map(\.site) == [0, nil])
    #expect(plan.faults.map(\.hosts) == [0..<2, 3..<4])
    #expect(plan.faults.map(\.at) == [.minute, 0])
    #expect(plan.faults.map(\.until) == [2 * .minute, .hour])
  }

  @Test(arguments: [
    Fault(id: "f", target: .site("c"), at: 0, until: .minute),
    Fault(id: "f", target: .host(site: "a", index: 0), at: 0, until: .minute),
    Fault(id: "f", target: .host(site: "a", index: 3), at: 0, until: .minute),
    Fault(
      id: "f", target: .component(workload: "w", id: "c", replicas: 1), at: 0, until: .minute),
    Fault(id: "f", target: .site("a"), at: .minute, until: .minute),
    Fault(id: "f", target: .site("a"), at: -1, until: .minute),
    Fault(id: "f", target: .site("a"), at: 0, until: .hour + 1),
  ])
  func whatCannotBeIsAnIssue(_ fault: Fault) throws {
    let error = #expect(throws: IssueList.self) { _ = try compile([fault]) }
    #expect(error?.issues.map(\.path) == ["faults.f"])
  }
}
