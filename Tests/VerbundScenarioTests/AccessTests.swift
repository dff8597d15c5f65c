import Testing
import VerbundModel

@testable import VerbundScenario

/// Accesses of sites and links of the backbone: what can be wrong with them.
@Suite struct AccessTests {
  private func found(_ more: String) throws -> [String] {
    lines(text: try Folder.text("\(Folder.wrong)/base.yaml") + more)
  }

  @Test func anAccessIsALinkOfItsSite() throws {
    let text =
      try Folder.text("\(Folder.wrong)/base.yaml")
      + "variants: { v: { sites: { west: { access: "
      + "{ new: { class: net, to: ost, hops: 3 } } } } } }"
    let scenario = try ScenarioFile.read(text: text, file: "t.yaml").cells[0].scenario
    let link = try #require(scenario.links.first { $0.id == "west-new" })
    #expect(link.ends == ["west", "ost"] && link.hops == 3)
  }

  @Test(arguments: [
    (
      "variants: { v: { sites: { west: { access: { n: { class: net, to: nowhere } } } } } }",
      "there is no site, region or hub \"nowhere\""
    ),
    (
      "variants: { v: { sites: { west: { access: { n: { class: net, to: west } } } } } }",
      "a link must have two different ends"
    ),
    (
      "variants: { v: { sites: { west: { access: { n: { class: net } } } } } }", "\"to\" is missing"
    ),
    (
      "variants: { v: { links: { west-n: { class: net, ends: [west, ost] } }, "
        + "sites: { west: { access: { n: { class: net, to: ost } } } } } }",
      "there are two links \"west-n\""
    ),
    (
      "backbone: { b: { class: net, ends: [west, oest] } }",
      "there is no site, region or hub \"oest\""
    ),
    (
      "variants: { v: { sites: { west: { like: no-one } } } }",
      "there is no \"no-one\" in \"providers\""
    ),
  ])
  func aWrongOneIsAnIssue(_ more: String, _ part: String) throws {
    let found = try found(more + "\n")
    #expect(found.contains { $0.contains(part) }, "\(found)")
  }

  @Test func withoutHostsASiteNeedsASize() throws {
    let text = try Folder.text("\(Folder.wrong)/base.yaml")
    let without = text.replacing("hosts: [{ class: host, count: 1 }], ", with: "")
    #expect(lines(text: without).contains { $0.hasSuffix("the key \"hosts\" is missing") })
  }
}
