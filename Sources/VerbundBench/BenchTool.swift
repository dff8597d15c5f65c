import ArgumentParser
import Foundation

/// Ratios of baseline time to ours, taken pair by pair.
@main struct BenchTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbund-bench",
    abstract: "Times the engine against hand-written C++, in turns, as ratios.")

  @Option(help: "Folder of the built baseline programs.") var baseline: String
  @Option(help: "Counted pairs of runs.") var pairs = 5
  @Option(name: .customLong("case"), help: "Only this case; may be repeated.") var only: [String] =
    []
  @Option(help: "text or json.") var format = "text"
  @Option(help: "File of least ratios: exit 1 below one of them.") var check: String?

  func run() throws {
    let cases = BenchCase.all(Baseline(folder: baseline)).filter {
      only.isEmpty || only.contains($0.name)
    }
    guard !cases.isEmpty, (1...100).contains(pairs), ["text", "json"].contains(format) else {
      throw ValidationError("nothing to run: see --help")
    }
    let results = try cases.map { try measure($0) }
    let text = format == "json" ? try json(results) : table(results)
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
    if let check { try compare(results, with: check) }
  }

  /// One pair as warm-up, then the counted ones; the results must be equal every time.
  private func measure(_ bench: BenchCase) throws -> CaseResult {
    var result = CaseResult(name: bench.name, unit: bench.unit)
    for pair in 0...pairs {
      let ours = try bench.ours()
      let baseline = try bench.baseline()
      guard ours.hash == baseline.hash else {
        throw BenchFailure(
          text: "\(bench.name): our result \(ours.hash) is not the baseline's \(baseline.hash)")
      }
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

  private func compare(_ results: [CaseResult], with file: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let least = try JSONDecoder().decode([String: Double].self, from: data)
    var isBelow = false
    for result in results {
      guard let floor = least[result.name], result.row.ratio < floor else { continue }
      isBelow = true
      FileHandle.standardError.write(
        Data("\(result.name): \(result.row.ratio) is below \(floor)\n".utf8))
    }
    if isBelow { throw ExitCode(1) }
  }
}
