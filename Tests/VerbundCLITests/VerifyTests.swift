import Foundation
import Testing

@Suite struct VerifyTests {
  private func finished(_ scratch: Scratch) throws -> String {
    let outcome = try Tool.run(
      "run", Tool.smoke, "--nights", "1", "--results", scratch.path, "--format", "json", "--quiet")
    #expect(outcome.code == 0, "\(outcome.error)")
    return try Answer(outcome.out).folder
  }

  private func change(_ file: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new).write(toFile: file, atomically: true, encoding: .utf8)
  }

  @Test func aRunIsIdentical() throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    let outcome = try Tool.run("verify", folder)
    #expect(outcome.code == 0)
    #expect(outcome.out.hasPrefix("\(folder): identical ("))
    withExtendedLifetime(scratch) {}
  }

  @Test func aReferenceOfThreeFilesIsEnough() throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    let reference = "\(scratch.path)/reference"
    try FileManager.default.createDirectory(
      atPath: reference, withIntermediateDirectories: true)
    for name in ["manifest.json", "metrics.csv", "scenario.yaml"] {
      try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(reference)/\(name)")
    }
    #expect(try Tool.run("verify", reference).code == 0)
    try change("\(reference)/metrics.csv", "inseln,,request,hits.offered", "inseln,,request,hits.x")
    let changed = try Tool.run("verify", reference)
    #expect(changed.code == 1)
    #expect(changed.out.contains("differs: metrics.csv, line "))
  }

  @Test func itSaysWhereItFirstDiffers() throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    let manifest = "\(folder)/manifest.json"
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
    let trace = try #require(text.firstMatch(of: /"trace" : "([0-9a-f]{32})"/)).1
    try change(manifest, String(trace), String(trace.reversed()))
    let outcome = try Tool.run("verify", folder)
    #expect(outcome.code == 1)
    #expect(outcome.out == "\(folder): differs: inseln, night 0: the event trace\n")
  }

  @Test func aCaseThatIsNotThereIsNamed() throws {
    let scratch = try Scratch()
    let run = try Tool.run(
      "run", Tool.smoke, "--nights", "1", "--results", scratch.path, "--format", "json", "--quiet")
    let outcome = try Tool.run("verify", try Answer(run.out).folder, "--case", "nowhere")
    #expect(outcome.code == 64 && outcome.out.isEmpty)
    #expect(outcome.error.contains("\"nowhere\""), "\(outcome.error)")
  }

  @Test func someNightsAreEnoughIfAskedFor() throws {
    let scratch = try Scratch()
    let run = try Tool.run(
      "run", Tool.smoke, "--nights", "2", "--results", scratch.path, "--format", "json", "--quiet")
    let folder = try Answer(run.out).folder
    let part = try Tool.run("verify", folder, "--nights", "1")
    #expect(part.code == 0)
    #expect(part.out == "\(folder): identical (the first 1 of 2 nights)\n")
    let manifest = "\(folder)/manifest.json"
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
    let results = text.matches(of: /"results" : "([0-9a-f]{64})"/).map { String($0.1) }
    // The second night is not looked at, the first one is, in its results too.
    try change(manifest, results[1], String(results[1].reversed()))
    #expect(try Tool.run("verify", folder, "--nights", "1").code == 0)
    try change(manifest, results[0], String(results[0].reversed()))
    let changed = try Tool.run("verify", folder, "--nights", "1")
    #expect(changed.code == 1)
    #expect(changed.out == "\(folder): differs: inseln, night 0: the results\n")
    withExtendedLifetime(scratch) {}
  }

  /// Each in turn, in a run that is whole otherwise.
  @Test func storedNightsAreLookedAt() throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    let name = "nights/verbund--0.json"
    let night = "\(folder)/\(name)"
    let text = try String(contentsOfFile: night, encoding: .utf8)
    func differs(_ sentence: String) throws {
      for arguments in [["verify", folder], ["verify", folder, "--nights", "1"]] {
        let outcome = try Tool.start(Tool.path, arguments).outcome()
        #expect(outcome.code == 1)
        #expect(outcome.out == "\(folder): differs: \(name) \(sentence)\n")
      }
    }
    try change(night, "\"events\":", "\"events\":1")
    try differs("is damaged, or of another run")
    // Whoever changes a night and its checksum alike is found out, too.
    try Tampering.change(text, "\"arrivals\":\"", "\"arrivals\":\"0").write(
      toFile: night, atomically: true, encoding: .utf8)
    try differs("is not the night that manifest.json names: the arrivals")
    try FileManager.default.removeItem(atPath: night)
    try differs("is missing")
    try FileManager.default.removeItem(atPath: "\(folder)/nights")
    #expect(try Tool.run("verify", folder).out.hasSuffix("nights/inseln--0.json is missing\n"))
    withExtendedLifetime(scratch) {}
  }

  @Test func otherInputsAreSeen() throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    try change("\(folder)/manifest.json", "\"seed\" : 7", "\"seed\" : 8")
    let outcome = try Tool.run("verify", folder)
    #expect(outcome.code == 1)
    #expect(outcome.out.contains("are not those that were run"))
  }

  /// What a report or a comparison would name must be what its figures come from.
  @Test(arguments: [
    ("scenario.yaml", "Two sites", "Two other sites", "it is not the scenario"),
    ("metrics.csv", "inseln,,request,hits.offered,", "inseln,,request,hits.x,", "line "),
  ])
  func filesChangedAfterTheRunAreRefused(
    _ name: String, _ old: String, _ new: String, _ reason: String
  ) throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    // A comment changes no figure.
    let scenario = "\(folder)/scenario.yaml"
    let text = try String(contentsOfFile: scenario, encoding: .utf8)
    try ("# mine\n" + text).write(toFile: scenario, atomically: true, encoding: .utf8)
    #expect(try Tool.run("compare", folder).code == 0)
    try change("\(folder)/\(name)", old, new)
    for command in ["report", "compare"] {
      let outcome = try Tool.run(command, folder)
      #expect(outcome.code == 74 && outcome.out.isEmpty)
      #expect(outcome.error.hasPrefix("\(folder)/\(name): \(reason)"), "\(outcome.error)")
    }
    // The way out that the sentence names.
    #expect(try finished(scratch) == folder)
    #expect(try Tool.run("report", folder).code == 0)
    #expect(try String(contentsOfFile: scenario, encoding: .utf8) == text)
  }

  @Test func whatIsNoRunIsNoFile() throws {
    let scratch = try Scratch()
    let missing = try Tool.run("verify", "\(scratch.path)/none")
    #expect(missing.code == 66 && missing.error == "\(scratch.path)/none: no such folder\n")
    let empty = try Tool.run("verify", scratch.path)
    #expect(empty.code == 66 && empty.error.contains("holds no readable manifest.json"))
    _ = try scratch.write("{}", to: "manifest.json")
    #expect(try Tool.run("verify", scratch.path).code == 66)
  }

  @Test func theReportIsWrittenAnewTheSame() throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    let file = "\(folder)/report.html"
    let before = FileManager.default.contents(atPath: file)
    try FileManager.default.removeItem(atPath: file)
    let outcome = try Tool.run("report", folder)
    #expect(outcome.code == 0 && outcome.out == "\(file)\n")
    #expect(before != nil && FileManager.default.contents(atPath: file) == before)
  }
}
