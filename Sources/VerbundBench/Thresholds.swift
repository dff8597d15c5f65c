import Foundation

/// The least ratio of each case, stored in one file for each version of Swift.
struct Thresholds {
  /// Of what is measured a renewed threshold keeps four fifths: machines are noisy.
  static let share = 0.8

  let file: String
  private var least: [String: Double]

  /// Throws if there is no such file (exit code 66) or it is none of ours (65).
  init(file: String) throws {
    self.file = file
    guard FileManager.default.fileExists(atPath: file) else {
      throw BenchFailure(
        text: "there are no thresholds for this version of Swift: no file \(file); "
          + "./dev bench --renew-thresholds writes it", code: 66)
    }
    let url = URL(fileURLWithPath: file)
    guard let least = try? JSONDecoder().decode([String: Double].self, from: Data(contentsOf: url))
    else {
      throw BenchFailure(text: "\(file) is no table of names and least ratios", code: 65)
    }
    self.least = least
  }

  /// Those of the file, or none if it is not there yet.
  static func renewing(file: String) throws -> Thresholds {
    FileManager.default.fileExists(atPath: file)
      ? try Thresholds(file: file) : Thresholds(file: file, least: [:])
  }

  private init(file: String, least: [String: Double]) {
    self.file = file
    self.least = least
  }

  /// A sentence for each result below its threshold.
  func breaches(_ results: [CaseResult]) -> [String] {
    results.compactMap { result in
      guard let floor = least[result.name], result.row.ratio < floor else { return nil }
      return "\(result.name): the ratio \(text(result.row.ratio)) is below the threshold "
        + text(floor)
    }
  }

  /// A sentence for each case that is not held against anything.
  func gaps(_ results: [CaseResult], known: [String]) -> [String] {
    let strangers = least.keys.filter { !known.contains($0) }.sorted()
    return results.filter { least[$0.name] == nil }.map { "\($0.name): no threshold in \(file)" }
      + strangers.map { "\(file): no case is called \($0)" }
  }

  /// Takes the results' ratios over, with room below them, and writes the file.
  mutating func renew(_ results: [CaseResult]) throws {
    for result in results {
      least[result.name] = (result.row.ratio * Self.share * 100).rounded(.down) / 100
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    do {
      try (encoder.encode(least) + Data("\n".utf8)).write(to: URL(fileURLWithPath: file))
    } catch {
      throw BenchFailure(text: "\(file) cannot be written: does its folder exist?", code: 73)
    }
  }

  private func text(_ ratio: Double) -> String { String(format: "%.2f", ratio) }
}
