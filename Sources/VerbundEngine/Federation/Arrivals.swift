import VerbundCore
import VerbundPlan

/// Arrival times of visits: for each stream a non-homogeneous Poisson process by inversion.
///
/// Exponential steps of mean 1 are laid end to end on the integrated rate; the rate is constant
/// within a slot. Çinlar, "Introduction to Stochastic Processes", 1975, section 4.7.
struct Arrivals: ~Copyable {
  /// Where a stream stands.
  struct Row: BitwiseCopyable {
    var key: UInt32
    var drawn: UInt32 = 0
    /// The visit that comes next: its number, and a random word of its own (how many pages it
    /// views).
    var serial: UInt32 = 0
    var word: UInt32 = 0
    var slot = 0
    /// Of the slot's expected visits.
    var used = 0.0
  }

  private var rows: Storage<Row>
  /// Expected visits, stream by stream, slot by slot.
  private let expected: Storage<Double>
  private let slots: Int
  private let slotLength: Nanoseconds

  init(keys: [UInt32], expected: [Double], slots: Int, slotLength: Nanoseconds) {
    rows = Storage(keys.map { Row(key: $0) })
    self.expected = Storage(expected)
    self.slots = slots
    self.slotLength = slotLength
  }

  var streams: Range<Int> { 0..<rows.count }

  subscript(_ stream: Int) -> Row { rows[stream] }

  /// Time of a stream's next visit, or nil when none comes before the end of the table.
  @inline(__always)
  mutating func next(_ stream: Int, _ draws: Draws) -> Nanoseconds? {
    let row = rows[stream]
    let block = draws.block(.arrival, stream: row.key, Subject(visit: row.drawn))
    var step = -Elementary.log(Draws.unit(block))
    var (slot, used) = (row.slot, row.used)
    while slot < slots {
      let visits = expected[stream &* slots &+ slot]
      if step < visits - used {
        used += step
        rows[stream] = Row(
          key: row.key, drawn: row.drawn &+ 1, serial: row.drawn, word: block.z, slot: slot,
          used: used)
        let length = Double(slotLength)
        return Nanoseconds(slot) &* slotLength
          &+ wholeNanoseconds(min(length - 1, used / visits * length))
      }
      step -= visits - used
      slot &+= 1
      used = 0
    }
    rows[stream].slot = slot
    return nil
  }
}
