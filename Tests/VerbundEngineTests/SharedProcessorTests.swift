import Testing
import VerbundCore
import VerbundEngine

/// The slow obvious twin: the work left of everybody, in exact fractions of a nanosecond, brought
/// up to date for everybody at every step.
struct ExactShare {
  /// A nanosecond: the least common multiple of 1 to 40, so up to 40 requests divide it exactly.
  static let whole: Int128 = 5_342_931_457_063_200

  var processors: Int128
  var now: Nanoseconds = 0
  var left: [(work: Int128, key: UInt64)] = []
  var busyTime: Int128 = 0

  mutating func advance(to time: Nanoseconds) {
    let n = Int128(left.count)
    let elapsed = Int128(time - now)
    now = time
    busyTime += min(n, processors) * elapsed
    for index in left.indices {
      left[index].work -= elapsed * min(Self.whole, processors * Self.whole / n)
    }
  }

  /// The first whole nanosecond at which somebody has no work left.
  var nextDeparture: Nanoseconds? {
    guard let least = left.map(\.work).min() else { return nil }
    if least <= 0 { return now }
    if processors == 0 { return nil }
    let rate = min(Self.whole, processors * Self.whole / Int128(left.count))
    return now + Nanoseconds((least + rate - 1) / rate)
  }

  mutating func depart() -> UInt64? {
    guard let first = left.indices.min(by: { left[$0] < left[$1] }), left[first].work <= 0 else {
      return nil
    }
    return left.remove(at: first).key
  }

  mutating func cancel(_ key: UInt64) -> Nanoseconds? {
    guard let place = left.firstIndex(where: { $0.key == key }) else { return nil }
    let work = left.remove(at: place).work
    return Nanoseconds(max(0, (work + Self.whole - 1) / Self.whole))
  }
}

@Suite struct SharedProcessorTests {
  /// Random arrivals, cancellations and changes of the processors. Short works make ties of every
  /// kind, long ones fractions of every kind.
  @Test(arguments: [1, 2, 5, 30], [4, 60, 1_000_000_000] as [Int64])
  func agreesWithExactFractions(processors: Int, longest: Int64) {
    var random = SystemLikeGenerator(state: UInt64(processors) ^ UInt64(longest))
    var fast = SharedProcessor(processors: processors)
    var slow = ExactShare(processors: Int128(processors))
    var tickets: [SharedProcessor.Ticket] = []
    var now: Nanoseconds = 0
    for _ in 0..<3_000 {
      now += Int64(random.next() % UInt64(longest / Int64(processors) + 2))
      departures(until: now, &fast, &slow)
      slow.advance(to: now)
      switch random.next() % 16 {
      case 0, 1, 2:
        let number = tickets.count - 1 - Int(random.next() % 50)
        if number < 0 { continue }
        let left = fast.cancel(tickets[number], at: now)
        #expect(left == slow.cancel(UInt64(number) ^ 0x2A))
      case 3:
        let changed = Int(random.next() % UInt64(processors + 2))
        fast.setProcessors(changed, at: now)
        slow.processors = Int128(changed)
      default:
        guard slow.left.count < 40 else { continue }
        let key = UInt64(tickets.count) ^ 0x2A
        let work = Int64(random.next() % UInt64(longest + 1))
        tickets.append(fast.arrive(key, work: work, at: now))
        slow.left.append((Int128(work) * ExactShare.whole, key))
      }
      expectEqual(fast, slow)
    }
    #expect(tickets.count > 1_000)
  }

  /// Lets both go on to `end`, departure by departure.
  private func departures(
    until end: Nanoseconds, _ fast: inout SharedProcessor, _ slow: inout ExactShare
  ) {
    while let time = slow.nextDeparture, time <= end {
      let next = fast.nextDeparture
      #expect(next == time)
      slow.advance(to: time)
      while let key = slow.depart() {
        let gone = fast.depart(at: time)?.key
        #expect(gone == key)
        if gone != key { return }
      }
      let more = fast.depart(at: time)?.key
      #expect(more == nil)
      expectEqual(fast, slow)
    }
    let next = fast.nextDeparture
    #expect(next == slow.nextDeparture)
  }

  private func expectEqual(_ fast: borrowing SharedProcessor, _ slow: ExactShare) {
    let gap = fast.gap
    let count = fast.count
    #expect(gap == 0)
    #expect(count == slow.left.count)
  }

  /// By hand: works of 6 and 2 on one processor from 0 on, a third of 1 at 3. They run at 1/2 to 3
  /// (left 4.5 and 0.5), at 1/3 to 4.5 (left 4 and 0, and 0.5), but who is done at 4.5 leaves at 5.
  @Test func byHand() {
    var station = SharedProcessor(processors: 1)
    _ = station.arrive(7, work: 6, at: 0)
    _ = station.arrive(8, work: 2, at: 0)
    let first = station.nextDeparture
    #expect(first == 4)
    _ = station.arrive(9, work: 1, at: 3)
    let second = station.nextDeparture
    #expect(second == 5)
    let early = station.depart(at: 4)?.key
    let gone = station.depart(at: 5)?.key
    #expect(early == nil && gone == 8)
    // Left: 4.5 - 2/3 and 1 - 2/3; the short one at 1/2.
    let third = station.nextDeparture
    #expect(third == 6)
    let short = station.depart(at: 6)?.key
    // 3.83 - 0.5 left: 3.33 more.
    let last = station.nextDeparture
    #expect(short == 9 && last == 10)
    let long = station.depart(at: 10)?.key
    let none = station.nextDeparture
    let busy = station.busyTime
    let over = station.roundedAway
    let gap = station.gap
    // Works of 9, in 10 ns.
    #expect(long == 7 && none == nil && busy == 10 && gap == 0)
    #expect(abs(over - 1) < 1e-9)
  }

  /// Simultaneous, equal: they leave together, by key, whatever the order of arrival.
  @Test func equalsLeaveByKey() {
    var station = SharedProcessor(processors: 2)
    for key in [5, 1, 4, 2, 3] as [UInt64] { _ = station.arrive(key, work: 2, at: 10) }
    for key in 1...5 as ClosedRange<UInt64> {
      let next = station.nextDeparture
      let gone = station.depart(at: 15)?.key
      #expect(next == 15 && gone == key)
    }
  }

  /// Without processors all stand still; a ticket is void once its request has left, also when
  /// another has taken the place.
  @Test func lossAndStaleTickets() {
    var station = SharedProcessor(processors: 1)
    let old = station.arrive(1, work: 10, at: 0)
    station.setProcessors(0, at: 4)
    let never = station.nextDeparture
    station.setProcessors(1, at: 100)
    let due = station.nextDeparture
    #expect(never == nil && due == 106)
    let left = station.cancel(old, at: 102)
    #expect(left == 4)
    let new = station.arrive(2, work: 1, at: 102)
    let stale = station.cancel(old, at: 102)
    let count = station.count
    #expect(stale == nil && count == 1 && old != new)
    let gap = station.gap
    #expect(gap == 0)
  }
}
