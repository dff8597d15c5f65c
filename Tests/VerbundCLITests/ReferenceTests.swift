import Foundation
import Testing

/// The reference results of the shipped scenarios are what this program computes.
@Suite struct ReferenceTests {
  private static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  private static func folder(_ name: String) -> String {
    root.appendingPathComponent("results/reference/\(name)").path
  }

  /// Every shipped scenario has one, and nothing else has.
  @Test func everyShippedScenarioHasAReference() throws {
    let files = FileManager.default
    var names: [String] = []
    for place in ["scenarios", "scenarios/smoke"] {
      names += try files.contentsOfDirectory(
        atPath: Self.root.appendingPathComponent(place).path
      ).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    }
    let kept = try files.contentsOfDirectory(
      atPath: Self.root.appendingPathComponent("results/reference").path)
    #expect(kept.sorted() == names.sorted())
    for name in kept {
      #expect(
        try files.contentsOfDirectory(atPath: Self.folder(name)).sorted()
          == ["manifest.json", "metrics.csv", "scenario.yaml"])
    }
  }

  @Test func smokeReferenceIsIdentical() throws {
    let outcome = try Tool.run("verify", Self.folder("two-sites"))
    #expect(outcome.code == 0, "\(outcome.out)\(outcome.error)")
  }

  /// The first night of two cases in all variants, millions of page views each: only the release
  /// build does that in good time. All of it: `./dev verbund verify` with this folder.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["VERBUND_RELEASE_BINARY"] != nil))
  func electionNightReferenceIsIdentical() throws {
    let release = try #require(ProcessInfo.processInfo.environment["VERBUND_RELEASE_BINARY"])
    let outcome = try Tool.start(
      release,
      [
        "verify", Self.folder("landtagswahl-nrw"), "--nights", "1",
        "--case", "ein-portal-mittel", "--case", "fuenf-portale-klein",
      ]
    ).outcome()
    #expect(outcome.code == 0, "\(outcome.out)\(outcome.error)")
  }
}
