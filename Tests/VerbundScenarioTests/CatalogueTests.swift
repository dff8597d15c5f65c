import Foundation
import Testing
import VerbundCore
import VerbundModel

@testable import VerbundScenario

/// The shipped catalogue as data, and what a scenario can take from it.
@Suite struct CatalogueTests {
  static let folder = "\(Folder.scenarios)/catalogue"

  @Test func everyFigureSaysWhereItComesFrom() throws {
    let entries = try Catalogue.read(folder: Self.folder).entries
    #expect(entries.count > 150)
    for entry in entries {
      for figure in entry.figures {
        #expect(!figure.source.isEmpty, "\(entry.file): \(entry.section).\(entry.id).\(figure.key)")
      }
    }
  }

  @Test func allThatIsReferredToIsThere() throws {
    let catalogue = try Catalogue.read(folder: Self.folder)
    func ids(_ sections: String...) -> [String] {
      sections.flatMap { catalogue.entries(of: $0).map(\.id) }
    }
    #expect(ids("regions").count == 16 && ids("providers").count == 27)
    #expect(ids("elections").count == 22)
    for provider in catalogue.entries(of: "providers") {
      #expect(ids("places").contains(provider.value("place") ?? ""), "\(provider.id)")
      #expect(ids("sizes").contains(provider.value("size") ?? ""), "\(provider.id)")
      #expect(ids("hubs").contains(provider.value("access.internet.to") ?? ""), "\(provider.id)")
      for key in ["tenants", "tariff", "carbon", "level", "serves"] {
        #expect(provider.value(key) != nil, "\(provider.id).\(key)")
      }
      for figure in provider.figures where ["size", "tenants", "carbon"].contains(figure.key) {
        #expect(figure.confidence == .A, "nothing about a provider's capacity is public")
      }
    }
    for link in catalogue.entries(of: "backbone") {
      let ends = try #require(link.value("ends")).split(separator: ", ").map(String.init)
      #expect(ends.count == 2 && ends.allSatisfy(ids("hubs", "regions").contains), "\(link.id)")
    }
  }

  @Test func aFolderWithoutCatalogueIsSaidToBeMissing() {
    #expect(throws: ScenarioError.self) { _ = try Catalogue.read(folder: "/nowhere") }
    #expect(Catalogue.folder(nearestTo: "/nowhere") == nil)
    #expect(
      Catalogue.folder(nearestTo: Folder.scenarios)?.hasSuffix("/scenarios/catalogue") == true)
  }

  /// A scenario with the whole catalogue and sites like providers.
  private func read(_ more: String = "") throws -> Experiment {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("external") }.sorted()
    var files: [String: String] = [:]
    for name in names {
      files["catalogue/\(name)"] = try Folder.text("\(Self.folder)/\(name)")
    }
    files["main.yaml"] = """
      verbund: 1
      name: providers
      title: t
      question: q
      seed: 1
      nights: 1
      election: nw-landtag-2027
      include: [\(names.map { "catalogue/\($0)" }.joined(separator: ", "))]
      horizon: { start: "2027-05-09 16:00", length: 10 h }
      sites:
        a: { like: itnrw }
        b: dvz-mv
        c: { like: brz, pue: 1.3 }
      workloads:
        w: { like: result-portal, home: a, demand: { regions: { NW: 1 } } }

      """ + more
    let folder = try Folder.temporary(files)
    defer { Folder.remove(folder) }
    return try ScenarioFile.read("\(folder)/main.yaml")
  }

  /// By hand: 20,000 / 256 = 78.1, 2,000 / 112 = 17.9, 8,000 / 256 = 31.25.
  @Test func aSiteIsLikeAProvider() throws {
    let sites = try read().cells[0].scenario.sites
    #expect(sites.map(\.operator) == ["IT.NRW", "DVZ Mecklenburg-Vorpommern", "BRZ"])
    #expect(
      sites.map(\.hosts) == [
        [HostGroup(hostClass: "amd-2021", count: 78)],
        [HostGroup(hostClass: "intel-2019", count: 18)],
        [HostGroup(hostClass: "amd-2021", count: 31)],
      ])
    #expect(sites.map(\.pue) == [1.46, 1.46, 1.3])
    #expect(sites[2].location == Location(latitude: 48.21, longitude: 16.37))
    #expect(sites[2].carbon == [Double](repeating: 125, count: 24))
  }

  /// By hand: 10,000 / 256 = 39.1. Stated hosts count alone, and the size is no assumption then.
  @Test func theSizeIsOneKnob() throws {
    let read = try read(
      """
      cases:
        half: { sizes: { large: { installed: 10000 vCPU } } }
        own: { sites: { a: { hosts: [{ class: edge-2024, count: 2 }] } } }
      """)
    #expect(read.cells.map { $0.scenario.sites[0].hosts[0].count } == [39, 2])
    let own = try self.read(
      "variants: { v: { sites: { a: { hosts: [{ class: edge-2024, count: 2 }] } } } }")
    #expect(!own.assumptions.contains { $0.path == "sizes.large.installed" })
    #expect(own.assumptions.contains { $0.path == "sizes.small.installed" })
  }

  /// Accesses of three sites, 12 links of the core, the connections of two Länder, and the people
  /// of the one region in use.
  @Test func whatLeadsNowhereTakesNoPart() throws {
    let scenario = try read().cells[0].scenario
    let ids = scenario.links.map(\.id)
    #expect(ids.count { $0.hasPrefix("ktn-") } == 12)
    #expect(
      ids.filter { !$0.hasPrefix("ktn-") } == [
        "a-landesnetz", "a-internet", "b-landesnetz", "b-internet", "c-connection-network",
        "c-internet", "connection-nw", "connection-mv", "internet-nw",
      ])
    #expect(scenario.regions.map(\.id) == ["NW"])
    #expect(scenario.hubs.filter { !$0.carriesTransit }.map(\.id) == ["exchange-frankfurt"])
  }

  @Test func frozenItReadsBackTheSame() throws {
    let first = try read()
    let second = try ScenarioFile.read(text: first.frozen, file: "scenario.yaml")
    #expect(second.cells == first.cells)
    #expect(second.assumptions == first.assumptions)
    #expect(second.election == first.election)
    #expect(second.frozen == first.frozen)
    #expect(!first.frozen.contains("internet-by") && !first.frozen.contains("krzn"))
  }

  @Test func aScenarioNamesItsElection() throws {
    let election = try #require(try read().election)
    #expect(election.id == "nw-landtag-2027" && election.kind == .landtag)
    #expect(election.date == "spring 2027" && !election.isExact)
    #expect(election.laender == ["NW"] && election.confidence == .V)
  }

  /// Leaves go one after the other; a ring around nothing in use goes too.
  @Test func theBackboneIsPrunedToWhatIsInUse() {
    let links = [
      ["a", "x"], ["x", "y"], ["y", "b"], ["y", "z"], ["z", "end"], ["r", "s"], ["s", "t"],
      ["t", "r"],
    ]
    #expect(
      Backbone.kept(links, around: ["a", "b"])
        == [true, true, true, false, false, false, false, false])
    #expect(
      Backbone.kept(links, around: ["a", "b", "end"])
        == [true, true, true, true, true, false, false, false])
    #expect(Backbone.kept(links, around: ["nobody"]).allSatisfy { !$0 })
  }
}
