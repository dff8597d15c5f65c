import Foundation
import Testing

/// `verbund schema`, held against the files that are shipped and against wrong ones, by a validator
/// that is not ours.
@Suite struct SchemaTests {
  static let root: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.path
  }()

  private static let schema = "\(root)/scenarios/schema/verbund-1.schema.json"

  static var shipped: [String] {
    let names = FileManager.default.enumerator(atPath: "\(root)/scenarios")?.allObjects ?? []
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
      .map { "\(root)/scenarios/\($0)" }
  }

  /// What the validator says of some files: the names of those that it refuses.
  private struct Report: Decodable {
    struct Entry: Decodable { var filename: String }
    var status: String
    var errors: [Entry]
    var parseErrors: [Entry]?

    enum CodingKeys: String, CodingKey {
      case status, errors
      case parseErrors = "parse_errors"
    }

    var refused: Set<String> {
      Set((errors + (parseErrors ?? [])).map { ($0.filename as NSString).lastPathComponent })
    }
  }

  /// The files that check-jsonschema refuses.
  static func refused(_ files: [String]) throws -> Set<String> {
    let venv = try #require(
      ProcessInfo.processInfo.environment["VERBUND_CHECK_VENV"],
      "check-jsonschema is missing: ./dev test puts it into .build/check-venv")
    let outcome = try Tool.start(
      "\(venv)/bin/check-jsonschema",
      ["--output-format", "json", "--schemafile", schema] + files
    ).outcome()
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.out.utf8))
    #expect(outcome.code == (report.status == "ok" ? 0 : 1), "\(outcome.error)")
    return report.refused
  }

  @Test func theShippedFileIsWhatTheCommandPrints() throws {
    let printed = try Tool.run("schema")
    #expect(printed.code == 0 && printed.error.isEmpty)
    let file = try String(contentsOfFile: Self.schema, encoding: .utf8)
    #expect(
      file == printed.out, "renew it: verbund schema >scenarios/schema/verbund-1.schema.json")
  }

  @Test func itIsASchema() throws {
    let venv = try #require(
      ProcessInfo.processInfo.environment["VERBUND_CHECK_VENV"],
      "check-jsonschema is missing: ./dev test puts it into .build/check-venv")
    let outcome = try Tool.start(
      "\(venv)/bin/check-jsonschema", ["--check-metaschema", Self.schema]
    ).outcome()
    #expect(outcome.code == 0, "\(outcome.out)")
  }

  @Test func everyShippedFilePasses() throws {
    #expect(Self.shipped.count >= 10)
    #expect(try Self.refused(Self.shipped) == [])
  }

  @Test func aFrozenScenarioPasses() throws {
    let scratch = try Scratch()
    let run = try Tool.run(
      "run", Tool.smoke, "--nights", "1", "--variant", "verbund", "--results", scratch.path,
      "--format", "json")
    let folder = try Answer(run.out).folder
    #expect(try Self.refused(["\(folder)/scenario.yaml"]) == [])
  }

  /// Faults that are no matter of references, sums or the calendar.
  private static let wrong = [
    "a-list", "a-word", "bare", "confidence", "contradictions", "duplicates", "faults", "kinds",
    "laws", "numbers", "only-a-comment", "open-bracket", "outside", "presets", "tab",
    "three-mistakes", "times", "two-documents", "undefined-alias", "units", "unknown-key",
    "unknown-section", "variants",
  ]

  @Test func wrongFilesAreRefused() throws {
    let folder = "\(Self.root)/Tests/VerbundScenarioTests/Wrong"
    let sound = ["base", "references"]
    let refused = try Self.refused((Self.wrong + sound).map { "\(folder)/\($0).yaml" })
    #expect(refused == Set(Self.wrong.map { "\($0).yaml" }))
  }

  /// One slip in a file that is sound otherwise.
  @Test(arguments: [
    ("nights: 3", "nights: three"), ("focus: portal", "focuss: portal"),
    ("hops: 10", "hops: 10 m"), ("length: 30 min", "length: 30"), ("slot: 1 min", "slot: 1 mins"),
    ("\"2027-05-09 17:50\"", "\"9.5.2027 17:50\""), ("at: \"18:00\"", "at: \"6 pm\""),
    ("state: stateless", "state: none"), ("count: 1 }", "count: 0 }"),
    ("order: automatic", "order: auto"), ("external: ", "extern: "),
    ("name: two-sites", "name: Two Sites"), ("reserved: 50 %", "reserved: 150 %"),
    ("seed: 7", "seed: -7"), ("verbund: 1", "verbund: 2"), ("latitude: 51.23", "latitude: 151"),
    ("{ from: display, to: back-end, probability: 50 % }", "{ from: display }"),
    ("title: { de: Zwei Standorte, en: Two sites }", "title: { de: Zwei Standorte }"),
    ("seed: 7\n", ""),
  ])
  func aSlipIsSeen(_ right: String, _ wrong: String) throws {
    let text = try String(contentsOfFile: Tool.smoke, encoding: .utf8)
    let scratch = try Scratch()
    let changed =
      text.contains(right)
      ? text.replacing(right, with: wrong) : text.replacing("pue: 1.25", with: "\(wrong)true")
    try #require(changed != text)
    let file = try scratch.write(changed, to: "slip.yaml")
    #expect(try Self.refused([file]) == ["slip.yaml"])
  }
}
