/// One measured run: how long, over how many operations, and what came out.
struct Sample {
  var seconds: Double
  var operations: Double
  /// Of all results; empty where random numbers differ and only the mean wait can be compared.
  var hash: String
  /// s; of a queue that says so.
  var meanWait: Double?

  var nanoseconds: Double { seconds * 1e9 / operations }
}

/// A benchmark: our way and the baseline's way of computing the same.
struct BenchCase: Sendable {
  let name: String
  /// What one operation is.
  let unit: String
  let ours: @Sendable () throws -> Sample
  let baseline: @Sendable () throws -> Sample
  /// What makes two runs comparable.
  var agreement = Agreement.sameHash

  /// In the order of the table.
  static func all(_ programs: Baseline, peers: Baseline) -> [BenchCase] {
    let queue = queueCase(programs)
    return [
      holdCase(programs, name: "hold-1e2", pending: 100, holds: 4_000_000),
      holdCase(programs, name: "hold-1e4", pending: 10_000, holds: 4_000_000),
      holdCase(programs, name: "hold-1e6", pending: 1_000_000, holds: 3_000_000),
      queue,
      queueEventsCase(programs),
      federationCase(programs),
    ] + Peer.all.map { peerCase($0, programs: peers, queue: queue) }
  }
}

/// What must hold between two samples before their times are compared.
enum Agreement {
  /// The same draws give the same results, to the last bit.
  case sameHash
  /// Other draws give another sample of the same queue: each mean wait is near theory's.
  case meanWait(ErlangC)

  /// Throws a sentence if the two did not compute the same.
  func check(ours: Sample, baseline: Sample) throws {
    for (owner, sample) in [("our", ours), ("the baseline's", baseline)] {
      guard sample.seconds.isFinite, sample.seconds > 0, sample.operations > 0 else {
        throw BenchFailure(text: "\(owner) time is \(sample.seconds) s, which is no time")
      }
    }
    switch self {
    case .sameHash:
      guard ours.hash == baseline.hash else {
        throw BenchFailure(text: "our result \(ours.hash) is not the baseline's \(baseline.hash)")
      }
    case .meanWait(let queue):
      try queue.check(ours, owner: "our")
      try queue.check(baseline, owner: "the peer's")
    }
  }
}

/// Why a benchmark has no result, in a sentence, and the exit code for scripts.
struct BenchFailure: Error, CustomStringConvertible {
  let text: String
  var code: Int32 = 1
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
