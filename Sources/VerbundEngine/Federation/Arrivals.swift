import VerbundCore
import VerbundPlan

/// Arrival times of one stream's visits: a non-homogeneous Poisson process by inversion.
///
/// Exponential steps of mean 1 are laid end to end on the integrated rate; the rate is constant
/// within a slot. Çinlar, "Introduction to Stochastic Processes", 1975, section 4.7.
struct ArrivalStream {
  let key: UInt32
  /// Expected visits by slot.
  private let expected: [Double]
  private let slotLength: Double
  private var slot = 0
  private var used = 0.0
  private(set) var serial: UInt32 = 0

  init(key: UInt32, expected: [Double], slotLength: Nanoseconds) {
    self.key = key
    self.expected = expected
    self.slotLength = Double(slotLength)
  }

  /// Time of the next visit, or nil when none comes before the end of the table; counts `serial`.
  mutating func next(_ draws: Draws) -> Nanoseconds? {
    var step = -Elementary.log(draws.uniform(.arrival, stream: key, Subject(visit: serial)))
    while slot < expected.count {
      let left = expected[slot] - used
      if step < left {
        used += step
        serial += 1
        return Nanoseconds(slot) * Nanoseconds(slotLength)
          + wholeNanoseconds(min(slotLength - 1, used / expected[slot] * slotLength))
      }
      step -= left
      slot += 1
      used = 0
    }
    return nil
  }
}
