import Testing
import VerbundCore
import VerbundModel

@testable import VerbundPlan

/// The internet joins people to sites, and the market to everybody, but no two members.
@Suite struct PublicNetworkTests {
  /// Sites a and b at the internet and at a core; a market site at the internet; a region.
  private func network() -> Network {
    let place = Location(latitude: 51, longitude: 7)
    let sites = ["a", "b", "market"].map { id in
      Site(
        id: id, name: LocalizedText(id), location: place, operator: id, isExternal: id == "market",
        hosts: [], tenants: Tenants(reserved: 0, utilisation: 0, hourly: []), pue: 1, carbon: [],
        tariff: Tariff(perVCPUHour: 0, perGB: 0))
    }
    func link(_ id: String, _ from: String, _ to: String, hops: Int) -> Link {
      Link(
        id: id, linkClass: "l", ends: [from, to], kilometres: 0, bandwidth: 1e9, hops: hops)
    }
    let scenario = Scenario(
      horizon: Horizon(start: 0, utcOffset: 0, length: .hour, slot: .minute),
      regions: [Region(id: "r", name: "r", location: place, people: 1)], hostClasses: [],
      linkClasses: [],
      hubs: [
        Hub(id: "core", name: "core", location: place),
        Hub(id: "internet", name: "internet", location: place, carriesTransit: false),
      ],
      sites: sites,
      links: [
        link("a-core", "a", "core", hops: 9), link("a-net", "a", "internet", hops: 1),
        link("b-core", "b", "core", hops: 9), link("b-net", "b", "internet", hops: 1),
        link("market-net", "market", "internet", hops: 1), link("r-net", "r", "internet", hops: 1),
      ], workloads: [], uncertain: Uncertainty(),
      lending: Lending(
        order: .none, offers: [], keepFree: 0, leadTime: 0, arrival: 0, until: 0, placed: 0),
      overflow: Overflow(offers: [], leadTime: 0), controlPeriod: .minute)
    return Network(scenario, sites: ["a", "b", "market"], regions: ["r"])
  }

  /// The short way of 2 hops over the internet is closed to members: 18 hops over the core.
  @Test func membersMeetInTheCoreOnly() throws {
    let routes = network().routes
    #expect(try #require(routes.site(0, site: 1)).propagation == 1_800_000)
    #expect(try #require(routes.site(1, site: 0)).propagation == 1_800_000)
    #expect(try #require(routes.site(0, site: 2)).propagation == 200_000)
    #expect(try #require(routes.site(2, site: 1)).propagation == 200_000)
    #expect(try #require(routes.region(0, site: 1)).propagation == 200_000)
    #expect(try #require(routes.site(1, region: 0)).propagation == 200_000)
  }

  /// Over the accesses of a and b people come too; the market's carries traffic of sites alone.
  @Test func whatPeopleUseIsNoCrossing() {
    let links = network().links
    #expect(links.filter(\.joinsSites).map(\.id) == ["a-core", "b-core", "market-net"])
  }
}
