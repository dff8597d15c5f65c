import Foundation
import Testing

/// `list` and `explain` from the shipped catalogue, and from a scenario's own file.
@Suite struct CatalogueCommandTests {
  struct Listed: Decodable {
    struct Figure: Decodable { var key: String, value: String, confidence: String, source: String }
    var id: String, section: String, file: String
    var figures: [Figure]
  }

  /// The first words of the lines below the head.
  private func ids(_ text: String) -> [String] {
    text.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != " " }) }
  }

  @Test(arguments: [
    ("sites", 2), ("providers", 27), ("links", 44), ("hubs", 25), ("hosts", 12), ("regions", 16),
    ("elections", 22), ("carbon", 6), ("tariffs", 6), ("services", 3), ("sizes", 3),
    ("link-classes", 11), ("profiles", 3), ("doors", 2), ("tenants", 5), ("places", 29),
  ])
  func theCatalogueIsListedWithoutAFile(_ topic: String, _ count: Int) throws {
    let text = try Tool.run("list", topic, "--lang", "en")
    #expect(text.code == 0 && text.error.isEmpty)
    let head = try #require(text.out.split(separator: "\n").first)
    #expect(head.hasPrefix("id ") && head.contains("  confidence  ") && head.hasSuffix("  source"))
    #expect(ids(text.out).count == count)
    let json = try Tool.run("list", topic, "--format", "json")
    let listed = try JSONDecoder().decode([Listed].self, from: Data(json.out.utf8))
    #expect(listed.map(\.id) == ids(text.out))
    for figure in listed.flatMap(\.figures) {
      #expect(!figure.source.isEmpty && !figure.confidence.isEmpty)
    }
  }

  @Test func aFileHasItsOwn() throws {
    let sites = try Tool.run("list", "sites", Tool.smoke)
    #expect(sites.code == 0 && ids(sites.out) == ["home", "neighbour"])
    let hosts = try Tool.run("list", "host-classes", Tool.smoke)
    #expect(ids(hosts.out) == ["new", "old"])
    #expect(hosts.out.contains("64 vCPU") && hosts.out.contains("100 W … 500 W"))
    let missing = try Tool.run("list", "sites", "/nowhere/x.yaml")
    #expect(missing.code == 66 && missing.out.isEmpty)
  }

  @Test func anEmptyTopicSaysSo() throws {
    let cases = try Tool.run("list", "cases", Tool.smoke, "--lang", "en")
    #expect(cases.code == 0 && cases.out.isEmpty && cases.error == "\(Tool.smoke): no cases\n")
    let json = try Tool.run("list", "cases", Tool.smoke, "--format", "json")
    #expect(json.out == "[]\n" && json.error.isEmpty)
  }

  @Test func confidencesAreListedWithTheirMeaning() throws {
    let outcome = try Tool.run("list", "confidences", "--lang", "de")
    let lines = outcome.out.split(separator: "\n")
    #expect(lines.count == 7 && lines.allSatisfy { $0.count > 20 })
    #expect(outcome.out.contains("M   aus dem Gedächtnis"))
  }

  @Test func namesCannotRepaintTheTerminal() throws {
    let scratch = try Scratch()
    let text = try String(contentsOfFile: Tool.smoke, encoding: .utf8)
    let file = try scratch.write(
      text.replacing("de: Nachbar, en: Neighbour", with: #"de: x, en: "a\e[31m\nb""#),
      to: "hostile.yaml")
    let outcome = try Tool.run("list", "sites", file, "--lang", "en")
    #expect(outcome.code == 0 && ids(outcome.out) == ["home", "neighbour"])
    #expect(outcome.out.contains("a\u{FFFD}[31m\u{FFFD}b") && !outcome.out.contains("\u{1B}"))
  }

  /// Away from a catalogue the program finds the one that it was built beside.
  @Test func theNearestCatalogueCounts() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/catalogue", withIntermediateDirectories: true)
    _ = try scratch.write(
      "sizes: { tiny: { installed: 8 vCPU, class: c, confidence: A, source: mine } }\n",
      to: "catalogue/x.yaml")
    let own = try Tool.shell("cd $1 && exec $0 list sizes", scratch.path)
    #expect(own.code == 0 && ids(own.out) == ["tiny"])
    let elsewhere = try Tool.shell("cd / && exec $0 list sizes")
    #expect(ids(elsewhere.out) == ["small", "medium", "large"])
    _ = try scratch.write("sizes: [\n", to: "catalogue/y.yaml")
    let broken = try Tool.shell("cd $1 && exec $0 list sizes", scratch.path)
    #expect(broken.code == 65 && broken.error.contains("y.yaml:2:"))
  }

  @Test(arguments: [
    ("itnrw", ["itnrw (providers, providers.yaml): IT.NRW", "capacity is not public"]),
    ("amd-2021", ["104 W, 139.5 W", "SPECpower_ssj2008"]),
    ("nw-landtag-2027", ["spring 2027", "Bundeswahlleiterin"]),
    ("lead time", ["lead time / Vorlaufzeit"]),
    ("Vorhaltung", ["set-aside / Vorhaltung"]),
    ("SLO", ["service level objective (SLO)"]),
    ("scaling.set-aside", ["workloads.ID.components.ID.scaling.set-aside", "required"]),
    ("sites.west.pue", ["sites.ID.pue", "default 1.46 (V: borderstep.org"]),
    ("variants.portal.lending.order", ["lending.order"]),
    ("two-choices", ["two-choices"]),
    ("slo.attainment", ["higher is better"]),
    ("better", ["better, worse / besser, schlechter"]), ("schlechter", ["better, worse"]),
    ("equivalent", ["no relevant difference (equivalent) / "]),
    ("unentschieden", ["undecided / "]), ("not comparable", ["not comparable / "]),
    ("A", ["A (confidence)\n  assumption of the model, without a source"]),
    ("v2", ["V2 (confidence)\n  read in two independent public sources"]),
    ("belegt", ["verified, derived, assumed"]),
    ("Islands", ["islands / Inseln"]), ("vorab bestellt", ["ordered beforehand"]),
    ("Verbund", ["federation / Verbund"]), ("hyperscaler", ["rented there"]),
    ("nordrhein-westfalen", ["NW (regions, regions.yaml): Nordrhein-Westfalen"]),
    ("SH", ["Schleswig-Holstein"]), ("IT.NRW", ["itnrw (providers"]),
  ])
  func everyTermIsExplained(_ term: String, _ parts: [String]) throws {
    let outcome = try Tool.run("explain", term, "--lang", "en")
    #expect(outcome.code == 0, "\(outcome.error)")
    for part in parts { #expect(outcome.out.contains(part), "\(outcome.out)") }
  }

  @Test(arguments: [
    ("itnwr", "itnrw"), ("set-asid", "set-aside"), ("amd-2020", "amd-2021"),
    ("overflw", "overflow"),
  ])
  func theNearestWordIsOffered(_ term: String, _ near: String) throws {
    let outcome = try Tool.run("explain", term)
    #expect(outcome.code == 64 && outcome.out.isEmpty)
    #expect(outcome.error.contains("did you mean \"\(near)\"?"), "\(outcome.error)")
  }
}
