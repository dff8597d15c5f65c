import VerbundCore
import VerbundMeasure
import VerbundPlan

/// Raised with every change that moves a reference result.
public let modelVersion = 5

/// Why a night has no record.
public enum SimulationError: Error, Sendable, CustomStringConvertible {
  case cancelled
  /// An internal error: an account, the slot and the two sums that differ.
  case booksDoNotBalance(String)
  /// More pending events than the declared ceiling.
  case ceiling(String)

  public var description: String {
    switch self {
    case .cancelled: "cancelled"
    case .booksDoNotBalance(let text): "the books do not balance: \(text)"
    case .ceiling(let text): text
    }
  }
}

/// Simulates one night of one cell at request fidelity: every page view, single-threaded.
///
/// The result is a pure function of (plan, demand, seed, night).
/// - Parameter ceiling: largest number of pending events; the night ends with a sentence when it is
///   reached.
/// - Complexity: O(page views); memory O(those in flight and visits under way).
public func simulateNight(
  _ plan: Plan, demand: DemandTable, seed: UInt64, night: Int, ceiling: Int = 1 << 26,
  isCancelled: @Sendable () -> Bool
) throws(SimulationError) -> NightRecord {
  let horizon = plan.scenario.horizon
  let clock = SeamClock(
    start: horizon.start, slot: horizon.slot, end: Nanoseconds(plan.slots) * horizon.slot)
  var kernel = Kernel(Federation(plan, demand: demand, seed: seed, night: night), ceiling: ceiling)
  kernel.model.begin(&kernel.agenda)
  for slot in 0..<plan.slots {
    if isCancelled() { throw .cancelled }
    let start = Nanoseconds(slot) * horizon.slot
    kernel.model.beginSlot(slot, demand, at: start)
    for seam in clock.seams(of: slot) {
      guard kernel.run(until: seam.time) else {
        throw .ceiling(
          "more than \(ceiling) events are pending in slot \(slot) of night \(night): this is more "
            + "than the engine takes; fewer people at once, or shorter pauses, keep it below")
      }
      kernel.model.synchronise(seam.time)
      do {
        try kernel.model.closeBooks(slot: slot, kernel.agenda)
        if seam.endsPeriod { try kernel.model.settle(hour: seam.hour) }
      } catch .booksDoNotBalance(let gap) {
        throw .booksDoNotBalance("\(gap) (seed \(seed), night \(night))")
      }
    }
    kernel.model.writeSlot(from: start, until: start + horizon.slot)
  }
  return kernel.model.record(night: night, kernel.agenda)
}

/// Where a slot is cut: at full UTC hours, because carbon intensity is hourly, and at its end.
private struct SeamClock {
  /// One cut. Accounts are settled where a UTC hour or the night ends, whatever the slots are.
  struct Seam {
    var time: Nanoseconds
    /// The UTC hour that runs up to the seam.
    var hour: Int
    var endsPeriod: Bool
  }

  let start: Int64
  let slot: Nanoseconds
  let end: Nanoseconds

  func seams(of index: Int) -> [Seam] {
    let begin = Nanoseconds(index) * slot
    let slotEnd = begin + slot
    let offset = (start % 3_600) * .second
    var seams: [Seam] = []
    var time = begin
    while time < slotEnd {
      let hourEnd = time + .hour - (time + offset) % .hour
      let next = min(slotEnd, hourEnd)
      seams.append(
        Seam(
          time: next, hour: Int((start + time / .second) % 86_400 / 3_600),
          endsPeriod: next == hourEnd || next == end))
      time = next
    }
    return seams
  }
}
