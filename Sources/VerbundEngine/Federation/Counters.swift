import VerbundCore
import VerbundMeasure

/// Counts of one workload, over the night and by slot.
struct Counters {
  var visitsOffered: Int64 = 0
  var visitsServed: Int64 = 0
  var visitsAbandoned: Int64 = 0
  var offered: Int64 = 0
  var completed: Int64 = 0
  var rejected: Int64 = 0
  var timedOut: Int64 = 0
  var failed: Int64 = 0
  var withinSLO: Int64 = 0
  var latency = LatencyHistogram()
  var slotLatency = LatencyHistogram()
  /// By the slot in which the page view was offered.
  var offeredBySlot: [Int64]
  var withinBySlot: [Int64]
  var completedBySlot: [Int64]
  var shortfallPeak: Int64 = 0
  /// Page views without outcome, the integral of their number, and the sum of finished times.
  var open: Int64 = 0
  var openSince: Nanoseconds = 0
  var openTime: Int128 = 0
  var finishedTime: Int128 = 0

  init(slots: Int) {
    offeredBySlot = Array(repeating: 0, count: slots)
    withinBySlot = Array(repeating: 0, count: slots)
    completedBySlot = Array(repeating: 0, count: slots)
  }

  /// Keeps the integral for Little's law.
  @inline(__always)
  mutating func changeOpen(by delta: Int64, at now: Nanoseconds) {
    openTime += Int128(open) * Int128(now - openSince)
    openSince = now
    open += delta
  }

  @inline(__always)
  mutating func finish(
    _ outcome: Outcome, offeredAt: Nanoseconds, slot: Int, threshold: Nanoseconds,
    at now: Nanoseconds
  ) {
    changeOpen(by: -1, at: now)
    let time = now - offeredAt
    finishedTime += Int128(time)
    switch outcome {
    case .open: break
    case .completed:
      completed += 1
      completedBySlot[slot] += 1
      latency.record(time)
      slotLatency.record(time)
      if time <= threshold {
        withinSLO += 1
        withinBySlot[slot] += 1
      }
    case .rejected: rejected += 1
    case .timedOut: timedOut += 1
    case .failed: failed += 1
    }
  }
}
