import Foundation
import Testing
import VerbundCore
import VerbundMeasure

/// The page on the kernel shows code that is compiled, runs and is right.
@Suite struct ModelOfYourOwnTests {
  @Test func thePageShowsThisCode() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/kernel.md"), encoding: .utf8)
    let code = try String(
      contentsOf: tests.appending(path: "ModelOfYourOwn.swift"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```").filter { $0.hasPrefix("swift\n") }
    #expect(
      blocks.first == "swift\n" + code,
      "docs/kernel.md: the first Swift block is Tests/VerbundOracleTests/ModelOfYourOwn.swift")
  }

  /// The empty start costs less than a thousandth of the wait.
  @Test func theModelWaitsLikeErlang() throws {
    let servers = 3
    let load = 0.7
    let expected =
      erlangC(load * Double(servers), servers) / (Double(servers) * (1 - load))
    let nights = (0..<10).compactMap { meanWait(servers: servers, load: load, seed: 1, night: $0) }
    let (mean, half) = interval(nights)
    #expect(nights.count == 10)
    #expect(abs(mean - expected) < 2 * half, "\(mean) against \(expected), half width \(half)")
    #expect(half < 0.07 * expected)
  }
}
