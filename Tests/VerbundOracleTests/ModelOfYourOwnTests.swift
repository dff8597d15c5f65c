import Foundation
import Testing
import VerbundCore
import VerbundEngine
import VerbundMeasure

/// The page on the kernel shows code that is compiled, runs and is right.
@Suite struct ModelOfYourOwnTests {
  @Test func thePageShowsThisCode() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/kernel.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```").filter { $0.hasPrefix("swift\n") }
    for name in ["ThirtyLines.swift", "ModelOfYourOwn.swift"] {
      let code = try String(contentsOf: tests.appending(path: name), encoding: .utf8)
      #expect(blocks.contains("swift\n" + code), "docs/kernel.md does not show \(name)")
    }
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

  /// Thirty lines and the model with departures of its own wait alike, night by night.
  @Test func thirtyLinesWaitTheSame() throws {
    for night in 0..<3 {
      let draws = Draws(seed: 1, night: night)
      var kernel = Kernel(
        Queue(draws: draws, load: 0.7, station: SortedWorkers(workers: 3)))
      let first = kernel.model.seconds(1 / 2.1, .arrival, 0)
      kernel.agenda.schedule(.init(time: first, customer: 0))
      let isDone = kernel.run(until: 5 * .hour)
      let short = try #require(kernel.model.waits.mean) / 1e9
      let long = try #require(meanWait(servers: 3, load: 0.7, seed: 1, night: night))
      #expect(isDone)
      // The same draws; only those who still wait at the end are counted by one of the two alone.
      #expect(abs(short - long) < 0.001 * long, "\(short) and \(long)")
    }
  }
}
