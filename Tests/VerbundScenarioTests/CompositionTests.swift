import Foundation
import Testing
import VerbundModel

@testable import VerbundScenario

@Suite struct CompositionTests {
  private func base() throws -> String { try Folder.text("\(Folder.wrong)/base.yaml") }

  /// Reads `main.yaml` among these files; the lines without the folder's name.
  private func found(_ files: [String: String], main: String = "main.yaml") throws -> [String] {
    let folder = try Folder.temporary(files)
    defer { Folder.remove(folder) }
    return lines("\(folder)/\(main)").map { $0.replacing("\(folder)/", with: "") }
  }

  @Test func sectionsOfIncludedFilesAreAdded() throws {
    let text = try base().replacing("tenants:\n  few: {", with: "tenants:\n  fewer: {")
    let files = [
      "main.yaml": text + "include: [catalogue/tenants.yaml]\n",
      "catalogue/tenants.yaml":
        "tenants:\n  confidence: V\n  source: there\n  few: { reserved: 40 %, utilisation: 5 % }\n",
    ]
    let folder = try Folder.temporary(files)
    defer { Folder.remove(folder) }
    let read = try ScenarioFile.read("\(folder)/main.yaml")
    #expect(read.cells[0].scenario.sites[0].tenants.reserved == 0.4)
    #expect(
      read.assumptions.contains(
        Assumption(path: "tenants.few.reserved", value: "40 %", confidence: .V, source: "there")))
    // What nothing refers to is neither listed nor frozen.
    #expect(!read.assumptions.contains { $0.path.hasPrefix("tenants.fewer") })
    #expect(!read.frozen.contains("fewer"))
  }

  /// Workloads that are like one service have its name; what they do differs.
  @Test func entriesOfOneNameAreToldApart() throws {
    let read = try ScenarioFile.read("\(Folder.scenarios)/scale/night-1e8.yaml")
    let names = read.cells[0].scenario.workloads.map(\.name)
    #expect(
      names.first
        == LocalizedText(
          de: "Ergebnisportal (portal-sh)", en: "Result portal (portal-sh)"))
    #expect(Set(names).count == 16)
    // A name of its own stays as it is.
    let main = try ScenarioFile.read("\(Folder.scenarios)/landtagswahl-nrw.yaml")
    for workload in main.cells.flatMap(\.scenario.workloads) {
      #expect(!workload.name.en.contains("(\(workload.id))"))
    }
  }

  /// Names may differ in one language only.
  @Test func onlyTheSharedLanguageIsMarked() {
    struct Entry {
      var id: String
      var name: LocalizedText
    }
    let entries = [
      Entry(id: "a", name: LocalizedText(de: "Portal Süd", en: "Portal")),
      Entry(id: "b", name: LocalizedText(de: "Portal Nord", en: "Portal")),
      Entry(id: "c", name: LocalizedText("Other")),
    ]
    #expect(
      distinctNames(entries, id: \.id, name: \.name).map(\.name) == [
        LocalizedText(de: "Portal Süd", en: "Portal (a)"),
        LocalizedText(de: "Portal Nord", en: "Portal (b)"), LocalizedText("Other"),
      ])
  }

  @Test func whatStandsTwiceIsAnIssue() throws {
    let files = [
      "main.yaml": try base() + "include: [one.yaml, two.yaml, one.yaml]\n",
      "one.yaml": "tariffs:\n  new: { capacity: 1 EUR/vCPUh, traffic: 1 EUR/GB }\n",
      "two.yaml": "tariffs:\n  new: { capacity: 1 EUR/vCPUh, traffic: 1 EUR/GB }\n",
    ]
    #expect(try found(files) == ["two.yaml:2:3: tariffs.new: stands twice (first in one.yaml:2)"])
  }

  @Test func onlySectionsAreIncluded() throws {
    let files = [
      "main.yaml": try base() + "include: [one.yaml]\n", "one.yaml": "verbund: 1\nname: other\n",
    ]
    #expect(
      try found(files) == [
        "one.yaml:2:1: name: an included file cannot have the key \"name\" "
          + "(it belongs into the scenario itself)"
      ])
  }

  @Test func theExtendingFileWins() throws {
    let files = [
      "main.yaml": "extends: sub/base.yaml\nname: other\nsites: { west: { pue: 1.1 } }\n",
      "sub/base.yaml": try base(),
    ]
    let folder = try Folder.temporary(files)
    defer { Folder.remove(folder) }
    let read = try ScenarioFile.read("\(folder)/main.yaml")
    #expect(read.name == "other")
    #expect(read.cells[0].scenario.sites.map(\.pue) == [1.1, 1.46])
    #expect(read.nights == 2)
  }

  @Test func circlesAreNamed() throws {
    let files = [
      "main.yaml": "include: [a.yaml]\n", "a.yaml": "include: [b.yaml]\n",
      "b.yaml": "include: [a.yaml]\n",
    ]
    let lines = try found(files).filter { $0.contains("circle") }
    #expect(
      lines == [
        "b.yaml:1:11: include.0: files name one another in a circle: a.yaml -> b.yaml -> a.yaml"
      ])
    let own = try found(["main.yaml": "extends: main.yaml\n"]).filter { $0.contains("circle") }
    #expect(own.count == 1)
  }

  @Test func filesThatCannotBeRead() throws {
    let main = try base() + "include: [none.yaml, sub, empty.yaml, ../x.yaml, /etc/passwd, 1: 2]\n"
    let found = try found(["main.yaml": main, "sub/x": "", "empty.yaml": ""])
    let messages = found.map { $0.split(separator: ": ", maxSplits: 1)[1] }
    #expect(messages.contains("include.0: no such file: none.yaml"))
    #expect(messages.contains("include.1: sub is a folder"))
    #expect(messages.contains("include.2: empty.yaml: empty file"))
    #expect(messages.contains("include.3: no such file: ../x.yaml"))
    #expect(messages.contains { $0.hasPrefix("include.4: /etc/passwd lies outside the folder") })
    #expect(messages.contains("include.5: must be a file, is a mapping"))
    #expect(found.count == 6)
  }

  /// The nearest folder upward with a catalogue is the root; a link out of it is followed first.
  @Test func theRootIsTheFolderWithTheCatalogue() throws {
    let tenants = "tenants:\n  b: { reserved: 1 %, utilisation: 1 % }\n"
    let inside = [
      "land/catalogue/.keep": "", "land/own/main.yaml": try base() + "include: [../b.yaml]\n",
      "land/b.yaml": tenants, "outside.yaml": tenants,
    ]
    #expect(try found(inside, main: "land/own/main.yaml") == [])
    var without = inside
    without["land/catalogue/.keep"] = nil
    let refused = try found(without, main: "land/own/main.yaml")
    #expect(refused.count == 1)
    #expect(refused[0].contains("../b.yaml lies outside the folder that may be read"))

    let folder = try Folder.temporary(inside)
    defer { Folder.remove(folder) }
    try FileManager.default.removeItem(atPath: "\(folder)/land/b.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/land/b.yaml", withDestinationPath: "\(folder)/outside.yaml")
    let linked = lines("\(folder)/land/own/main.yaml")
    #expect(linked.count == 1)
    #expect(linked.first?.contains("lies outside the folder that may be read") == true)
  }

  /// A scenario reached through a link finds the files beside itself.
  @Test func aLinkedScenarioIsReadWhereItLies() throws {
    let folder = try Folder.temporary([
      "a/main.yaml": try base() + "include: [b.yaml]\n",
      "a/b.yaml": "tenants:\n  b: { reserved: 1 %, utilisation: 1 % }\n", "c/.keep": "",
    ])
    defer { Folder.remove(folder) }
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/c/linked.yaml", withDestinationPath: "\(folder)/a/main.yaml")
    #expect(lines("\(folder)/c/linked.yaml") == [])
  }

  @Test func aTextCannotIncludeFiles() {
    #expect(
      lines(text: "include: [a.yaml]\n").contains(
        "t.yaml:1:11: include.0: a text without a folder cannot name other files"))
  }

  @Test func figuresOfACatalogueNeedTheirSource() throws {
    let files = [
      "main.yaml": try base() + "include: [catalogue/t.yaml]\n",
      "catalogue/t.yaml": """
      tenants:
        a: { reserved: 1 %, utilisation: { value: 1 %, confidence: A, source: me } }
        b: { confidence: A, reserved: 1 %, utilisation: { value: 1 %, confidence: A, source: me } }
      """,
    ]
    let message =
      "a figure of a catalogue needs its source "
      + "(give \"confidence\" and \"source\" here or in a mapping around it)"
    #expect(
      try found(files) == [
        "catalogue/t.yaml:2:18: tenants.a.reserved: \(message)",
        "catalogue/t.yaml:3:33: tenants.b.reserved: \(message)",
      ])
  }
}
