import ArgumentParser
import Foundation
import Synchronization
import VerbundCore
import VerbundMeasure

/// Whether a 95 % interval over nights is one: how often it holds the true value.
///
/// Many independent runs of queues with closed forms, each of some nights; from every run the
/// interval that the product would report.
struct CoverageTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Counts how often 95 % intervals hold the true value of queues with closed forms.")

  @Option(help: "Independent runs of each queue.") var runs = 1_000
  @Option(help: "Nights of each run.") var nights = 10
  @Option(help: "Customers of each night.") var customers = 10_000
  @Option(help: "Least and greatest share of hits, in percent.", transform: range)
  var allowed = 93.0...97.0
  @Option(name: .customLong("case"), help: "Only this queue, such as M/D/1; may be repeated.")
  var only: [String] = []

  func validate() throws {
    guard (1...60_000).contains(runs), (2...1_000).contains(nights),
      (100...1_000_000).contains(customers)
    else { throw ValidationError("nothing to run: see --help") }
    let names = CoverageCase.all.map(\.name)
    if let unknown = only.first(where: { !names.contains($0) }) {
      let hint = nearestWord(to: unknown, among: names).map { "; did you mean \($0)?" } ?? ""
      throw ValidationError(
        "there is no queue \(unknown); there are \(names.joined(separator: ", "))\(hint)")
    }
  }

  func run() throws {
    write(CoverageRow.head)
    var isFine = true
    for queue in CoverageCase.all where only.isEmpty || only.contains(queue.name) {
      for row in try rows(queue) {
        write(row.line(allowed))
        isFine = isFine && allowed.contains(row.hits)
      }
    }
    if !isFine { throw ExitCode(1) }
  }

  /// All runs of a queue, on all cores; the result does not depend on how many there are.
  private func rows(_ queue: CoverageCase) throws -> [CoverageRow] {
    let results = Results(count: runs)
    DispatchQueue.concurrentPerform(iterations: runs) { run in
      let values = (0..<nights).compactMap { night in
        queue.night(Draws(seed: UInt64(run + 1), night: night), customers: customers)
      }
      if values.count == nights { results.set(run, values) }
    }
    let all = results.all
    guard all.count == runs else {
      throw BenchFailure(text: "\(queue.name): a night broke off with too many pending events")
    }
    return [
      CoverageRow(
        queue.name, "mean \(queue.what.mean)", queue.truth.mean, all.map { $0.map(\.mean) }),
      CoverageRow(
        queue.name, "p95 \(queue.what.percentile)", queue.truth.percentile,
        all.map { $0.map(\.percentile) }),
    ]
  }

  private func write(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }

  private static func range(_ text: String) throws -> ClosedRange<Double> {
    let ends = text.split(separator: "-").compactMap { Double($0) }
    guard ends.count == 2, ends[0] <= ends[1] else {
      throw ValidationError("expected two percentages such as 93-97")
    }
    return ends[0]...ends[1]
  }
}

/// The nights of all runs, written from several threads.
private final class Results: Sendable {
  typealias Night = (mean: Double, percentile: Double)
  private let rows: Mutex<[[Night]?]>

  init(count: Int) { rows = Mutex([[Night]?](repeating: nil, count: count)) }

  func set(_ run: Int, _ nights: [Night]) { rows.withLock { $0[run] = nights } }

  /// In the order of the runs, without those that broke off.
  var all: [[Night]] { rows.withLock { $0.compactMap { $0 } } }
}

/// A line of the table: one quantity of one queue over all runs.
struct CoverageRow {
  let name: String
  let what: String
  let truth: Double
  /// Percent of the runs whose interval holds the true value.
  let hits: Double
  /// Mean of all nights against the true value, and of the half widths, in percent.
  let bias: Double
  let half: Double

  init(_ name: String, _ what: String, _ truth: Double, _ runs: [[Double]]) {
    (self.name, self.what, self.truth) = (name, what, truth)
    let intervals = runs.map { Interval.mean(of: $0) }
    let held = intervals.filter { interval in
      guard let low = interval.low, let high = interval.high else { return false }
      return low <= truth && truth <= high
    }
    hits = 100 * Double(held.count) / Double(runs.count)
    let mean = intervals.reduce(0) { $0 + ($1.mean ?? .nan) } / Double(runs.count)
    let width = intervals.reduce(0) { $0 + (($1.high ?? .nan) - ($1.low ?? .nan)) }
    bias = 100 * (mean / truth - 1)
    half = 100 * width / 2 / Double(runs.count) / truth
  }

  static let head = "queue    quantity             true value      bias   +/- (mean)   holds it"

  func line(_ allowed: ClosedRange<Double>) -> String {
    func cell(_ value: Double, _ digits: Int, _ width: Int) -> String {
      let text = String(format: "%.\(digits)f", value)
      return String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return name.padding(toLength: 9, withPad: " ", startingAt: 0)
      + what.padding(toLength: 18, withPad: " ", startingAt: 0) + cell(truth, 4, 11) + " s"
      + cell(bias, 2, 8) + " %" + cell(half, 2, 9) + " %" + cell(hits, 1, 9) + " %"
      + (allowed.contains(hits) ? "" : "  outside")
  }
}
