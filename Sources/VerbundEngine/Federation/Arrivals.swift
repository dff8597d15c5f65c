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
    /// A digest of all visits up to the next one.
    var trace: UInt64 = 0
    /// Drawn ahead, by the low bits of a visit's number: its step on the integrated rate, and its
    /// word.
    private var steps = InlineArray<8, Double>(repeating: 0)
    private var words = InlineArray<8, UInt32>(repeating: 0)

    init(key: UInt32) { self.key = key }

    /// The step and the word of visit `drawn`.
    @inline(__always)
    mutating func draw(_ draws: Draws) -> (step: Double, word: UInt32) {
      let place = Int(drawn & 7)
      if place == 0 { drawEight(draws) }
      return (steps[place], words[place])
    }

    @inline(never)
    private mutating func drawEight(_ draws: Draws) {
      var steps = steps.mutableSpan
      var words = words.mutableSpan
      draws.fillExponential(
        &steps, words: &words, .arrival, stream: key, visitsFrom: drawn)
    }

    /// Takes up a visit that comes at `time`.
    @inline(__always)
    mutating func note(_ time: Nanoseconds) {
      let product = (trace ^ UInt64(bitPattern: time)).multipliedFullWidth(
        by: 0x9E37_79B9_7F4A_7C15)
      trace = product.high ^ product.low ^ UInt64(serial)
    }
  }

  private let rows: Table<Row>
  /// Expected visits, stream by stream, slot by slot.
  private let expected: Storage<Double>
  private let slots: Int
  private let slotLength: Nanoseconds

  init(keys: [UInt32], expected: [Double], slots: Int, slotLength: Nanoseconds) {
    rows = Table(keys.map { Row(key: $0) })
    self.expected = Storage(expected)
    self.slots = slots
    self.slotLength = slotLength
  }

  var streams: Range<Int> { 0..<rows.count }

  subscript(_ stream: Int) -> Row { rows[stream] }

  /// Time of a stream's next visit, or nil when none comes before the end of the table.
  @inline(__always)
  mutating func next(_ stream: Int, _ draws: Draws) -> Nanoseconds? {
    advance(&rows.at(stream).row, stream, draws)
  }

  /// A digest of the night's visits, those included that nobody has seen yet: so it is the same
  /// whatever happens to them.
  func digest(_ draws: Draws) -> String {
    let ends = streams.map { stream in
      var row = rows[stream]
      while advance(&row, stream, draws) != nil {}
      return row
    }
    var hash = TraceHash()
    for row in ends.sorted(by: { $0.key < $1.key }) { hash.add(UInt64(row.key), row.trace) }
    return hash.hex
  }

  @inline(__always)
  private func advance(_ row: inout Row, _ stream: Int, _ draws: Draws) -> Nanoseconds? {
    var (step, word) = row.draw(draws)
    var (slot, used) = (row.slot, row.used)
    while slot < slots {
      let visits = expected[stream &* slots &+ slot]
      if step < visits - used {
        (row.slot, row.used) = (slot, used + step)
        (row.serial, row.word) = (row.drawn, word)
        row.drawn &+= 1
        let length = Double(slotLength)
        let time =
          Nanoseconds(slot) &* slotLength
          &+ wholeNanoseconds(min(length - 1, row.used / visits * length))
        row.note(time)
        return time
      }
      step -= visits - used
      slot &+= 1
      used = 0
    }
    row.slot = slot
    return nil
  }
}
