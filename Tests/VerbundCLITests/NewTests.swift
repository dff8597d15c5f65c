import Foundation
import Testing

@testable import VerbundCLI

/// `verbund new`: by options, by questions, and what it writes.
@Suite struct NewTests {
  static let kinds = NewKind.all.map(\.id)

  /// A folder with the catalogue and the schema in it, and one without.
  private func places() throws -> (scratch: Scratch, inside: String, away: String) {
    let scratch = try Scratch()
    let inside = "\(scratch.path)/scenarios"
    try FileManager.default.copyItem(atPath: "\(SchemaTests.root)/scenarios", toPath: inside)
    let away = "\(scratch.path)/away"
    try FileManager.default.createDirectory(atPath: away, withIntermediateDirectories: true)
    return (scratch, inside, away)
  }

  private func new(_ file: String, _ arguments: String...) throws -> Tool.Outcome {
    try Tool.start(Tool.path, ["new", "mine", "--output", file] + arguments).outcome()
  }

  @Test(arguments: kinds) func whatItWritesIsSound(_ kind: String) throws {
    let places = try places()
    defer { withExtendedLifetime(places.scratch) {} }
    let files = ["\(places.inside)/smoke/mine.yaml", "\(places.away)/mine.yaml"]
    for file in files {
      let written = try new(file, "--kind", kind, "--land", "HB", "--sites", "4")
      #expect(written.code == 0 && written.out == "\(file)\n" && written.error.isEmpty)
      let checked = try Tool.run("validate", file)
      #expect(checked.code == 0, "\(checked.error)")
      #expect(checked.out.contains("3 variants, 1 case, 5 nights, 4 sites, 2 regions"))
    }
    #expect(try SchemaTests.refused(files) == [])
    let first = try String(contentsOfFile: files[0], encoding: .utf8)
    #expect(
      first.hasPrefix("# yaml-language-server: $schema=../schema/verbund-1.schema.json\n"))
    #expect(first.contains("  - ../catalogue/places.yaml\n") && !first.contains("{{"))
  }

  /// With the catalogue and without it the evening is the same, and it runs.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["VERBUND_RELEASE_BINARY"] != nil),
    arguments: kinds)
  func withAndWithoutACatalogueItIsTheSameEvening(_ kind: String) throws {
    let release = try #require(ProcessInfo.processInfo.environment["VERBUND_RELEASE_BINARY"])
    let places = try places()
    let digests = try ["\(places.inside)/mine.yaml", "\(places.away)/mine.yaml"].map { file in
      #expect(try new(file, "--kind", kind, "--land", "HB", "--nights", "1").code == 0)
      let run = try Tool.start(
        release,
        [
          "run", file, "--variant", "verbund", "--results", places.scratch.path, "--format", "json",
        ]
      ).outcome()
      return try Answer(run.out).digest
    }
    #expect(digests[0] == digests[1])
  }

  /// The table of the Länder holds what the catalogue holds.
  @Test func theLaenderAreTheCatalogues() throws {
    func catalogue(_ name: String) throws -> String {
      try String(
        contentsOfFile: "\(SchemaTests.root)/scenarios/catalogue/\(name).yaml", encoding: .utf8)
    }
    let regions = try catalogue("regions")
    let places = try catalogue("places")
    #expect(Land.all.count == 16)
    for land in Land.all {
      #expect(
        regions.contains(
          "\(land.code): { name: \(land.name), place: \(land.place), people: \(land.people) }"))
      #expect(
        places.contains(
          "\(land.place): { latitude: \(land.latitude), longitude: \(land.longitude), "
            + "confidence: \(land.confidence.rawValue), source: \"centre of \(land.capital)"),
        "\(land.place)")
    }
  }

  @Test func optionsAreTaken() throws {
    let places = try places()
    let file = "\(places.away)/a.yaml"
    let hostile = "\"} # <script>\\"
    let written = try new(
      file, "--title", hostile, "--land", "Saarland", "--date", "2026-09-13", "--nights", "7",
      "--sites", "west,ost")
    #expect(written.code == 0)
    let sites = try Tool.run("list", "sites", file)
    #expect(sites.code == 0)
    #expect(sites.out.contains("west") && sites.out.contains("ost"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for part in ["\"2026-09-13 16:00\"", "nights: 7", "seed: 20260913", "[SL, west]"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(try SchemaTests.refused([file]) == [])
  }

  /// Three sizes by taking signs away, as the text says.
  @Test func theCasesInTheCommentsAreSound() throws {
    let scratch = try Scratch()
    let file = "\(scratch.path)/a.yaml"
    #expect(try new(file).code == 0)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let start = try #require(text.range(of: "# cases:"))
    let cases = text[start.lowerBound...].replacing("\n# ", with: "\n").dropFirst(2)
    let whole = try scratch.write(String(text[..<start.lowerBound] + cases), to: "cases.yaml")
    let checked = try Tool.run("validate", whole)
    #expect(checked.out.contains("3 variants, 3 cases"), "\(checked.error)")
    #expect(try SchemaTests.refused([whole]) == [])
  }

  @Test func nothingIsOverwritten() throws {
    let places = try places()
    let file = "\(places.away)/a.yaml"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
    let refused = try new(file)
    #expect(refused.code == 73 && refused.out.isEmpty)
    #expect(refused.error == "\(file) is there already; --force overwrites it\n")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    #expect(try new(file, "--force").code == 0)
    #expect(try Tool.run("validate", file).code == 0)
    #expect(places.scratch.names(places.away) == ["a.yaml"])
  }

  @Test(arguments: [
    (["--kind", "landtg"], 64, "no kind \"landtg\"; did you mean \"landtag\"?"),
    (["--land", "Bremn"], 64, "no Land \"Bremn\"; did you mean \"Bremen\"?"),
    (["--sites", "9"], 64, "2 to 8"), (["--sites", "a,NW"], 64, "2 to 8"),
    (["--nights", "many"], 64, "1 to 10000"), (["--date", "9.5.2027"], 64, "2027-05-09"),
    (["--title", ""], 64, "--title"), (["--lnd", "NW"], 64, "--land"),
    (["--date", "2027-03-27"], 65, "the clocks change within the horizon"),
  ])
  func aMistakeWritesNothing(_ arguments: [String], _ code: Int32, _ part: String) throws {
    let scratch = try Scratch()
    let outcome = try Tool.start(
      Tool.path, ["new", "mine", "--output", "\(scratch.path)/a.yaml"] + arguments
    ).outcome()
    #expect(outcome.code == code && outcome.out.isEmpty)
    #expect(outcome.error.contains(part), "\(outcome.error)")
    #expect(scratch.names(scratch.path).isEmpty)
  }

  @Test func placesThatCannotTakeItAreSaid() throws {
    let scratch = try Scratch()
    #expect(try new("\(scratch.path)/none/a.yaml").code == 73)
    #expect(try new(scratch.path).code == 73)
    let nameless = try Tool.run("new")
    #expect(nameless.code == 64 && nameless.error == "a name is needed: verbund new NAME\n")
  }

  @Test func questionsAreAskedAndAskedAgain() throws {
    let scratch = try Scratch()
    let file = "\(scratch.path)/asked.yaml"
    let terminal = try PseudoTerminal(
      ["new", "--output", file, "--lang", "en", "--nights", "2"], columns: 80, in: scratch)
    for (question, answer) in [
      ("Name: ", "My Name"), ("is no name", "my-name"), ("What is it about", "munical"),
      ("did you mean \"municipal\"?", "municipal"), ("Land [NW]: ", "hb"),
      ("Day [2027-05-09]: ", ""), ("Sites (a number or ids) [3]: ", "2"),
    ] {
      #expect(terminal.waits(for: question), "\(question)")
      terminal.type(answer + "\n")
    }
    let outcome = try terminal.outcome()
    #expect(outcome.code == 0 && outcome.out == "\(file)\n")
    #expect(!outcome.error.contains("Nights"))
    let checked = try Tool.run("validate", file)
    #expect(checked.out.contains("2 nights, 2 sites"))
  }

  @Test func aTakenNameIsRefusedBeforeTheOtherQuestions() throws {
    let scratch = try Scratch()
    let file = try scratch.write("mine\n", to: "taken.yaml")
    let refused = try PseudoTerminal(
      ["new", "--output", file, "--lang", "en"], columns: 80, in: scratch
    ).outcome()
    #expect(refused.code == 73 && !refused.error.contains("Name"))
    #expect(refused.error.contains("taken.yaml is there already; --force overwrites it"))
    let asked = try PseudoTerminal(
      ["new", "--lang", "en"], columns: 80, in: scratch, folder: scratch.path)
    #expect(asked.waits(for: "Name: "))
    asked.type("taken\n")
    #expect(asked.waits(for: "taken.yaml is there already"))
    asked.type("free\n")
    #expect(asked.waits(for: "What is it about"))
    asked.type("\u{3}")
    #expect(try asked.outcome().code == 130)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine\n")
  }

  /// Ctrl-C, and Ctrl-D at the begin of a line.
  @Test(arguments: [("\u{3}", Int32(130), "interrupted"), ("\u{4}", 64, "no answer")])
  func whoLeavesLeavesNothingBehind(_ key: String, _ code: Int32, _ part: String) throws {
    let scratch = try Scratch()
    let folder = "\(scratch.path)/empty"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let terminal = try PseudoTerminal(
      ["new", "--output", "\(folder)/a.yaml", "--lang", "en"], columns: 80, in: scratch)
    #expect(terminal.waits(for: "Name: "))
    terminal.type("mine\n")
    #expect(terminal.waits(for: "What is it about"))
    terminal.type(key)
    let outcome = try terminal.outcome()
    #expect(outcome.code == code && outcome.out.isEmpty)
    #expect(outcome.error.contains(part), "\(outcome.error)")
    #expect(scratch.names(folder).isEmpty)
  }
}
