import Foundation

/// One measured run: how long, over how many operations, and a hash of what came out.
struct Sample {
  var seconds: Double
  var operations: Double
  var hash: String

  var nanoseconds: Double { seconds * 1e9 / operations }
}

/// A benchmark: our way and the baseline's way of computing the same.
struct BenchCase: Sendable {
  let name: String
  /// What one operation is.
  let unit: String
  let ours: @Sendable () throws -> Sample
  let baseline: @Sendable () throws -> Sample

  /// In the order of the table.
  static func all(_ programs: Baseline) -> [BenchCase] {
    [
      holdCase(programs, name: "hold-1e2", pending: 100, holds: 4_000_000),
      holdCase(programs, name: "hold-1e4", pending: 10_000, holds: 4_000_000),
      holdCase(programs, name: "hold-1e6", pending: 1_000_000, holds: 3_000_000),
      queueCase(programs),
      federationCase(programs),
    ]
  }
}

/// The baseline programs, built beforehand.
struct Baseline: Sendable {
  let folder: String

  /// Runs a program; it prints seconds, a hash, and whatever else.
  func run(_ name: String, _ arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "\(folder)/\(name)")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard process.terminationStatus == 0, words.count >= 2 else {
      throw BenchFailure(text: "the baseline \(name) failed")
    }
    return words.map(String.init)
  }
}

/// Why a benchmark has no result.
struct BenchFailure: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

/// FNV-1a over 64-bit words, as in the baseline.
struct ResultHash {
  private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ word: UInt64) { state = (state ^ word) &* 0x100_0000_01B3 }

  var hex: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Seconds that `body` takes.
func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try body()
  let (seconds, attoseconds) = (clock.now - start).components
  return (result, Double(seconds) + Double(attoseconds) / 1e18)
}
