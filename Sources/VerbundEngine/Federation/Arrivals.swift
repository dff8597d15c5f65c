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
  private var drawn: UInt32 = 0
  /// The visit that comes next: its number, and a random word of its own (how many pages it views).
  private(set) var serial: UInt32 = 0
  private(set) var word: UInt32 = 0

  init(key: UInt32, expected: [Double], slotLength: Nanoseconds) {
    self.key = key
    self.expected = expected
    self.slotLength = Double(slotLength)
  }

  /// Time of the next visit, or nil when none comes before the end of the table.
  mutating func next(_ draws: Draws) -> Nanoseconds? {
    let block = draws.block(.arrival, stream: key, Subject(visit: drawn))
    var step = -Elementary.log(Draws.unit(block))
    while slot < expected.count {
      let left = expected[slot] - used
      if step < left {
        used += step
        (serial, word) = (drawn, block.z)
        drawn += 1
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
