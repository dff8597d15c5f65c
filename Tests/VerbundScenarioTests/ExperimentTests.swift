import Testing
import VerbundCore
import VerbundModel

@testable import VerbundScenario

@Suite struct ExperimentTests {
  private func read(_ more: String) throws -> Experiment {
    let base = try Folder.text("\(Folder.wrong)/base.yaml")
    return try ScenarioFile.read(text: base + more, file: "t.yaml")
  }

  @Test func withoutVariantsThereIsOneCalledBase() throws {
    let cells = try read("").cells
    #expect(cells.map(\.variant) == ["base"])
    #expect(cells.map(\.case) == [""])
  }

  @Test func casesAreOutermostAndVariantsWin() throws {
    let read = try read(
      """
      variants:
        one: { name: { de: Eins, en: One } }
        two: { lending: { order: automatic }, sites: { ost: { pue: 1.2 } } }
      cases:
        small: { name: { de: Klein, en: Small }, sites: { ost: { pue: 1.3 }, west: { pue: 1.4 } } }
        large: {}
      compare-to: two
      """)
    #expect(
      read.cells.map { "\($0.case)/\($0.variant)" }
        == ["small/one", "small/two", "large/one", "large/two"])
    #expect(read.cells.map { $0.scenario.sites[1].pue } == [1.3, 1.2, 1.46, 1.2])
    #expect(read.cells.map { $0.scenario.sites[0].pue } == [1.4, 1.4, 1.46, 1.46])
    #expect(read.cells[1].scenario.lending.order == .automatic)
    #expect(read.cells[0].variantName == LocalizedText(de: "Eins", en: "One"))
    #expect(read.cells[0].caseName == LocalizedText(de: "Klein", en: "Small"))
    #expect(read.cells[2].variantName == LocalizedText(de: "Eins", en: "One"))
    #expect(read.compareTo == "two")
  }

  @Test func figuresAreListedWithTheirPathsAndSources() throws {
    let read = try read(
      """
      uncertain:
        volume: { low: 0.5, middle: 1, high: 2, confidence: D, source: derived }
      lending: { keep-free: 40 % }
      variants:
        one: {}
        two: { lending: { confidence: V, source: read, order: automatic, lead-time: 5 min } }
      """)
    func figure(_ path: String) -> [Assumption] { read.assumptions.filter { $0.path == path } }
    #expect(
      figure("uncertain.volume") == [
        Assumption(
          path: "uncertain.volume", value: "0.5 … 1 … 2", confidence: .D, source: "derived")
      ])
    #expect(figure("workloads.portal.visit.pages").map(\.confidence) == [.A])
    #expect(figure("workloads.portal.visit.pages").map(\.source) == [""])
    #expect(
      figure("variants.two.lending.lead-time") == [
        Assumption(
          path: "variants.two.lending.lead-time", value: "5 min", confidence: .V, source: "read")
      ])
    #expect(figure("lending.lead-time").map(\.value) == ["2 min"])
    #expect(figure("sites.west.pue").map(\.confidence) == [.V])
    #expect(figure("sites.west.pue").first?.source.contains("default of the format") == true)
    #expect(figure("host-classes.host.power").map(\.value).first?.hasPrefix("1 W, 2 W") == true)
    #expect(figure("profiles.evening.points").map(\.value) == ["18:00 1, 20:00 2"])
    #expect(figure("seed").isEmpty)
    #expect(Set(read.assumptions).count == read.assumptions.count)
    // In the order of the file: sites before workloads.
    let order = read.assumptions.map(\.path)
    let site = try #require(order.firstIndex(of: "sites.west.pue"))
    let workload = try #require(order.firstIndex(of: "workloads.portal.visit.pages"))
    #expect(site < workload)
  }

  /// A site names its tariff; a report finds the figure, and each one that some cell takes.
  @Test func figuresOfPresetsAreFoundByTheirPlace() throws {
    let read = try read(
      """
      variants:
        a: {}
        b: { sites: { west: { tariff: { like: cost, capacity: 0.5 EUR/vCPUh } } } }
        c: { tariffs: { cost: { capacity: 0.7 EUR/vCPUh } } }
      """)
    let found = try #require(read.origins["sites.west.tariff.capacity"])
    #expect(
      found == [
        "tariffs.cost.capacity", "variants.b.sites.west.tariff.capacity",
        "variants.c.tariffs.cost.capacity",
      ])
    for path in found { #expect(read.assumptions.contains { $0.path == path }, "\(path)") }
    // Written where it takes part: nothing to look up.
    #expect(read.origins["sites.west.pue"] == nil)
    let second = try ScenarioFile.read(text: read.frozen, file: "frozen.yaml")
    #expect(second.origins == read.origins)
  }

  @Test func aPresetMayBeLikeAnotherAndBeChangedInPlace() throws {
    let read = try read(
      """
      variants:
        a:
          tenants: { more: { like: few, utilisation: 20 % } }
          sites: { west: { tenants: more }, ost: { tenants: { like: more, reserved: 90 % } } }
      """)
    let sites = read.cells[0].scenario.sites
    #expect(sites.map(\.tenants.reserved) == [0.5, 0.9])
    #expect(sites.map(\.tenants.utilisation) == [0.2, 0.2])
  }

  @Test func timesOfDayBelongToTheEvening() throws {
    let read = try read(
      """
      lending: { order: portal, arrival: "17:30", until: "01:15", placed: 14 d before }
      """)
    let lending = read.cells[0].scenario.lending
    #expect(lending.arrival == 90 * .minute)
    #expect(lending.until == 555 * .minute)
    #expect(lending.placed == 14 * 24 * .hour)
    #expect(read.cells[0].scenario.workloads[0].demand.window == 2 * .hour..<8 * .hour)
  }

  @Test func aStartWithOffsetIsTheSameInstant() throws {
    let local = try read("").cells[0].scenario.horizon
    for text in ["2027-05-09T16:00:00+02:00", "2027-05-09 16:00+02:00"] {
      let base = try Folder.text("\(Folder.wrong)/base.yaml")
        .replacing("2027-05-09 16:00", with: text)
      let other = try ScenarioFile.read(text: base, file: "t.yaml").cells[0].scenario.horizon
      #expect(other == local)
    }
    let base = try Folder.text("\(Folder.wrong)/base.yaml")
      .replacing("2027-05-09 16:00", with: "2027-05-09T14:00Z")
    let utc = try ScenarioFile.read(text: base, file: "t.yaml").cells[0].scenario
    #expect(utc.horizon.start == local.start)
    #expect(utc.horizon.utcOffset == 0)
    // 18:00 is then a time of UTC.
    #expect(utc.workloads[0].demand.window.lowerBound == 4 * .hour)
  }

  @Test func aSetAsideInVCPUIsAWholeNumberOfReplicas() throws {
    let read = try read(
      "variants: { a: { workloads: { portal: { components: { display: "
        + "{ scaling: { set-aside: 48 vCPU } } } } } } }")
    #expect(read.cells[0].scenario.workloads[0].components[0].scaling.setAside == 12)
  }

  @Test func linksTakeTheirFiguresFromClassAndPlaces() throws {
    let read = try read(
      """
      variants:
        near: {}
        far:
          places: { city: { latitude: 51.23, longitude: 6.78 } }
          sites: { ost: { place: { latitude: 53.55, longitude: 9.99 } } }
          links: { nw-west: { bandwidth: 2 Gbit/s, distance: 7 km, hops: 3 } }
      """)
    let near = read.cells[0].scenario.links[1]
    #expect(near.kilometres == 0)
    #expect(near.bandwidth == 1e9)
    #expect(near.hops == 1)
    let far = read.cells[1].scenario.links
    #expect(far[0].kilometres == 7)
    #expect(far[0].bandwidth == 2e9)
    #expect(far[0].hops == 3)
    // Düsseldorf to Hamburg, sphere of 6,371 km: published distances are 338 to 346 km.
    #expect((335...346).contains(far[1].kilometres))
  }

  @Test func positionsAreKeptForLaterIssues() throws {
    let loaded = try ScenarioFile.load("\(Folder.wrong)/base.yaml")
    let position = try #require(loaded.positions["workloads.portal.visit.pages"])
    #expect(position.line == 39)
    #expect(position.column == 21)
    #expect(loaded.positions["sites.west.tenants.reserved"]?.line == 18)
    #expect(loaded.positions["host-classes.host.speed"]?.line == 14)
  }

  @Test func marginsAndFrozenTextSurviveHostileStrings() throws {
    let title = "a \"quoted\" \\ text: { with # signs } \u{2028}\u{85}\t\n* & ! 18:00 \u{1F600}"
    var escaped = ""
    for scalar in title.unicodeScalars {
      escaped +=
        "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
        + String(scalar.value, radix: 16)
    }
    let base = try Folder.text("\(Folder.wrong)/base.yaml")
      .replacing("title: Base", with: "title: \"\(escaped)\"")
    let more = "margins: { slo.attainment: 0.005, latency.p99: 5 }\n"
    let first = try ScenarioFile.read(text: base + more, file: "t.yaml")
    #expect(first.title.de == title)
    #expect(first.margins == ["slo.attainment": 0.005, "latency.p99": 5])
    let second = try ScenarioFile.read(text: first.frozen, file: "t.yaml")
    #expect(second.title == first.title)
    #expect(second.frozen == first.frozen)
    #expect(second.margins == first.margins)
  }
}
