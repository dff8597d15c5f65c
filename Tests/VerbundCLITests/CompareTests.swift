import Foundation
import Testing

/// `verbund compare` as a user calls it.
@Suite struct CompareTests {
  private let scratch: Scratch
  private let first: String
  private let second: String

  init() throws {
    let scratch = try Scratch()
    func run(_ arguments: String...) throws -> String {
      let outcome = try Tool.start(
        Tool.path,
        ["run", Tool.smoke, "--results", scratch.path, "--format", "json", "--quiet"] + arguments
      ).outcome()
      return try Answer(outcome.out).folder
    }
    first = try run("--nights", "2")
    second = try run("--nights", "2", "--seed", "8", "--variant", "verbund")
    self.scratch = scratch
  }

  @Test(arguments: ["de", "en"]) func theTableSaysWhichMethodAndWhatToMind(_ lang: String) throws {
    let outcome = try Tool.run("compare", first, second, "--lang", lang)
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    let parts =
      lang == "de"
      ? ["Bezug: 1: Inseln", "gepaart über 2", "Welch, ", "Freiheitsgrad", "Startwerte (7, 8)"]
      : ["reference: 1: Islands", "paired over 2", "Welch, ", "degrees of", "seeds (7, 8)"]
    let text = outcome.out.split { $0.isWhitespace }.joined(separator: " ")
    for part in parts { #expect(text.contains(part), "\(part)") }
    // What the signs mean, and when there is none of better and worse.
    #expect(text.contains(lang == "de" ? "Dienst ist ungleich" : "service is unequal"))
    // No terminal: a hundred columns and no colour.
    #expect(outcome.out.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(!outcome.out.contains("\u{1B}"))
  }

  @Test func commonNightsAreNamed() throws {
    let long = try Answer(
      Tool.run(
        "run", Tool.smoke, "--results", scratch.path, "--format", "json", "--quiet", "--nights",
        "3", "--variant", "inseln"
      ).out
    ).folder
    let outcome = try Tool.run(
      "compare", first, long, "--metric", "requests.completed", "--lang", "en")
    let text = outcome.out.split { $0.isWhitespace }.joined(separator: " ")
    #expect(text.contains("paired over the first 2 nights, in these "))
    #expect(text.contains("difference and verdict only over the nights that both have"))
    let json = try Tool.run(
      "compare", first, long, "--metric", "requests.completed", "--format", "json")
    #expect(json.out.contains("\"common-nights\":2,\"common-mean\":"))
  }

  @Test func theReferenceCanBeAnyCell() throws {
    let outcome = try Tool.run(
      "compare", first, "--against", "\(second)/:verbund", "--metric", "slo.attainment",
      "--lang", "en")
    #expect(outcome.code == 0)
    #expect(outcome.out.contains("reference: 2: Federation"))
    let csv = try Tool.run(
      "compare", first, "--against", "\(first):portal", "--metric", "energy", "--format", "csv")
    let rows = csv.out.split(separator: "\n").dropFirst()
    #expect(!rows.isEmpty && rows.allSatisfy { $0.contains(",energy.") })
    #expect(rows.filter { $0.contains(",reference,") }.allSatisfy { $0.contains(",portal,") })
  }

  @Test func jsonIsOneObject() throws {
    let outcome = try Tool.run("compare", first, second, "--format", "json", "--lang", "en")
    #expect(outcome.code == 0)
    #expect(outcome.error.contains("different seeds (7, 8)"))
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    let columns = try #require(object["columns"] as? [[String: Any]])
    #expect(columns.count == 4)
    let rows = try #require(object["rows"] as? [[String: Any]])
    let values = try #require(rows.first?["values"] as? [[String: Any]])
    #expect(values.count == 4)
    let methods = values.map { ($0["difference"] as? [String: Any])?["method"] as? String }
    #expect(methods == [nil, "paired", "paired", "welch"])
  }

  @Test func mistakesHaveACodeAndASentence() throws {
    let empty = "\(scratch.path)/empty"
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    for (arguments, code, part) in [
      (["compare"], 64, "folders"),
      (["compare", first, "--metric", "latency.p9"], 64, "did you mean \"latency.p95\"?"),
      (["compare", first, "--against", "\(first):insel"], 64, "did you mean \"inseln\"?"),
      (["compare", first, "--against", "nowhere:inseln"], 66, "nowhere: no such folder"),
      (["compare", "/nowhere"], 66, "/nowhere: no such folder"),
      (["compare", empty], 66, "holds no readable manifest.json"),
      (["compare", first, "--format", "xml"], 64, "format"),
    ] as [([String], Int32, String)] {
      let outcome = try Tool.start(Tool.path, arguments).outcome()
      #expect(outcome.code == code, "\(arguments)")
      #expect(outcome.out.isEmpty && outcome.error.contains(part), "\(outcome.error)")
    }
  }

  @Test func damageIsToldApartFromAbsence() throws {
    let night = "\(second)/nights/verbund--0.json"
    try Data("{}".utf8).write(to: URL(fileURLWithPath: night))
    let damaged = try Tool.run("compare", first, second)
    #expect(damaged.code == 74)
    #expect(damaged.error == "\(night): the night is damaged, or of another run\n")
    try FileManager.default.removeItem(atPath: night)
    let missing = try Tool.run("compare", first, second)
    #expect(missing.code == 66 && missing.error == "\(night): the night is missing\n")
    try Data("verbund: 1\n".utf8).write(to: URL(fileURLWithPath: "\(second)/scenario.yaml"))
    let scenario = try Tool.run("compare", first, second)
    #expect(scenario.code == 65 && scenario.error.contains("the key \"name\" is missing"))
    try FileManager.default.removeItem(atPath: "\(second)/scenario.yaml")
    let none = try Tool.run("compare", first, second)
    #expect(none.code == 66 && none.error == "\(second): holds no readable scenario.yaml\n")
    try Data("{".utf8).write(to: URL(fileURLWithPath: "\(second)/manifest.json"))
    let manifest = try Tool.run("compare", first, second)
    #expect(manifest.code == 74 && manifest.error == "\(second): its manifest.json is damaged\n")
  }
}
