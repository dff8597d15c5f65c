import ArgumentParser
import Foundation
import VerbundCore

/// Ratios of the other side's time to ours, taken pair by pair.
@main struct BenchTool: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "verbund-bench",
    abstract: "Times the engine against hand-written C++ and other simulators, as ratios.")

  @Option(name: .customLong("case"), help: "Only this case; may be repeated.") var only: [String] =
    []
  @Flag(help: "Leave the other simulators out.") var noPeers = false
  @Option(help: "Counted pairs of runs, 1 to 100.") var pairs = 5
  @Option(help: "Form of the results on stdout.") var format = Format.text
  @Flag(help: "Exit with 1 if a ratio is below its stored threshold.") var check = false
  @Flag(help: "Store four fifths of the ratios as the new thresholds.") var renewThresholds = false
  @Option(help: "Folder of the built C++ baselines; ./dev bench sets it.") var baseline: String
  @Option(help: "Folder of the built peers; ./dev bench sets it.") var peers = ""
  @Option(name: .customLong("peer"), help: "A peer that is ready to run; ./dev bench sets it.")
  var ready: [String] = []
  @Option(help: "File of thresholds; ./dev bench sets that of the running Swift.")
  var thresholds: String?

  /// One sentence for every error, and its exit code.
  static func main() {
    // A command of its own, which needs none of the options here.
    if CommandLine.arguments.dropFirst().first == "coverage" {
      return CoverageTool.main(Array(CommandLine.arguments.dropFirst(2)))
    }
    Interruption.prepare()
    do {
      let tool = try parse()
      try tool.run()
    } catch let failure as BenchFailure {
      say(failure.text)
      Foundation.exit(failure.code)
    } catch
      where !exitCode(for: error).isSuccess && !(error is ExitCode)
    {
      say(message(for: error))
      Foundation.exit(exitCode(for: error).rawValue)
    } catch {
      exit(withError: error)
    }
  }

  func run() throws {
    let all = BenchCase.all(Baseline(folder: baseline), peers: Baseline(folder: peers))
    let cases = try chosen(of: all)
    // Found before minutes of measuring.
    var stored = try limits()
    var failed = false
    var results: [CaseResult] = []
    for bench in cases {
      Self.say(bench.name)
      do {
        results.append(try measure(bench))
      } catch {
        failed = true
        Self.say("\(bench.name): \(error)")
      }
    }
    let text = format == .json ? try json(results) : table(results)
    try FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8))
    if renewThresholds { try stored?.renew(results) }
    if check, let stored {
      let breaches = stored.breaches(results)
      for line in stored.gaps(results, known: all.map(\.name)) + breaches { Self.say(line) }
      failed = failed || !breaches.isEmpty
    }
    if failed { throw ExitCode(1) }
  }

  /// The cases that the options ask for; throws if one cannot be had.
  private func chosen(of all: [BenchCase]) throws -> [BenchCase] {
    guard (1...100).contains(pairs) else {
      throw BenchFailure(text: "--pairs \(pairs) is not between 1 and 100", code: 64)
    }
    let missing = Peer.all.filter { noPeers || !ready.contains($0.name) }.map(\.caseName)
    for name in only where !all.map(\.name).contains(name) {
      let hint =
        nearestWord(to: name, among: all.map(\.name)).map { "did you mean \($0)?" }
        ?? "there are \(all.map(\.name).joined(separator: ", "))"
      throw BenchFailure(text: "no case is called \(name): \(hint)", code: 64)
    }
    let cases = all.filter {
      (only.isEmpty || only.contains($0.name)) && !missing.contains($0.name)
    }
    guard !cases.isEmpty else {
      let reason = noPeers ? "--no-peers leaves it out" : "its peer is not set up here"
      throw BenchFailure(text: "\(only.joined(separator: ", ")) cannot run: \(reason)")
    }
    return cases
  }

  private func limits() throws -> Thresholds? {
    guard check || renewThresholds else { return nil }
    guard !(check && renewThresholds) else {
      throw BenchFailure(text: "--check and --renew-thresholds exclude each other", code: 64)
    }
    guard let thresholds else {
      throw BenchFailure(text: "--thresholds must name the file when called by hand", code: 64)
    }
    return check ? try Thresholds(file: thresholds) : try Thresholds.renewing(file: thresholds)
  }

  /// One pair as warm-up, then the counted ones; the results must agree every time.
  private func measure(_ bench: BenchCase) throws -> CaseResult {
    var result = CaseResult(name: bench.name, unit: bench.unit)
    for pair in 0...pairs {
      let ours = try bench.ours()
      let baseline = try bench.baseline()
      try bench.agreement.check(ours: ours, baseline: baseline)
      if pair > 0 { result.add(ours: ours.nanoseconds, baseline: baseline.nanoseconds) }
    }
    return result
  }

  private func table(_ results: [CaseResult]) -> String {
    let head = "case              ratio   spread         ours   baseline  (ns per unit)"
    return ([head] + results.map(\.line)).joined(separator: "\n")
  }

  private func json(_ results: [CaseResult]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(["cases": results.map(\.row)]), as: UTF8.self)
  }

  private static func say(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data("verbund-bench: \(line)\n".utf8))
  }
}
