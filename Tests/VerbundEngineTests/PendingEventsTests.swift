import Testing
import VerbundCore

@testable import VerbundEngine

/// Time and a serial that breaks ties.
struct Tick: PlainEvent, Equatable {
  var time: Nanoseconds
  var serial: Int

  static func precedes(_ a: Tick, _ b: Tick) -> Bool {
    (a.time, a.serial) < (b.time, b.serial)
  }
}

/// The slow obvious twin: a sorted array.
struct SortedEvents {
  var events: [Tick] = []

  mutating func push(_ event: Tick) {
    let place = events.firstIndex { Tick.precedes(event, $0) } ?? events.count
    events.insert(event, at: place)
  }

  mutating func pop(before end: Nanoseconds) -> Tick? {
    guard let first = events.first, first.time < end else { return nil }
    return events.removeFirst()
  }
}

@Suite struct PendingEventsTests {
  /// Random pushes and pops; a small `spread` makes many exact ties.
  @Test(arguments: [1, 10, 1_000_000, 1 << 31, 1 << 42, 1 << 55])
  func agreesWithTheSortedArray(spread: Int64) {
    var random = SystemLikeGenerator(state: UInt64(spread))
    var fast = PendingEvents<Tick>()
    var slow = SortedEvents()
    var now: Nanoseconds = 0
    for serial in 0..<4_000 {
      if random.next() % 3 > 0 {
        let time = now + Int64(random.next() % UInt64(spread + 1))
        let tick = Tick(time: time, serial: serial ^ 0x2A)
        fast.push(tick)
        slow.push(tick)
      } else {
        let end = now + Int64(random.next() % UInt64(spread + 2))
        let popped = fast.pop(before: end)
        #expect(popped == slow.pop(before: end))
        now = max(now, popped?.time ?? now)
      }
    }
    while let expected = slow.pop(before: .max) { #expect(fast.pop(before: .max) == expected) }
    #expect(fast.pop(before: .max) == nil)
    #expect(fast.count == 0)
  }

  /// Everything in the set is visited once, wherever it waits: near, far, in the present step.
  @Test func visitsEveryEventOnce() {
    var random = SystemLikeGenerator(state: 9)
    var set = PendingEvents<Tick>()
    var expected: Set<Int> = []
    for serial in 0..<6_000 {
      if serial % 3 == 2, let popped = set.pop(before: .max) { expected.remove(popped.serial) }
      set.push(Tick(time: 1 << 40 + Int64(random.next() % (1 << (serial % 50))), serial: serial))
      expected.insert(serial)
    }
    var visited: [Int] = []
    set.visitAll { visited.append($0.serial) }
    #expect(visited.count == set.count && Set(visited) == expected)
  }

  /// Rates that change a thousandfold make the set choose other steps, again and again.
  @Test func agreesWhileTheStepChanges() {
    var random = SystemLikeGenerator(state: 5)
    var fast = PendingEvents<Tick>()
    var slow = EventHeap<Tick>()
    var now: Nanoseconds = 0
    for serial in 0..<200_000 {
      let phase = [1_000, 1_000_000_000, 30, 50_000_000][serial / 25_000 % 4]
      let far = random.next() % 64 == 0 ? Int64(1) << 36 : 0
      let tick = Tick(
        time: now + far + Int64(random.next() % UInt64(phase)), serial: serial ^ 0x55)
      fast.push(tick)
      slow.push(tick)
      if serial < 2_000 { continue }
      let end = serial % 1_000 == 0 ? now : .max
      let popped = fast.pop(before: end)
      #expect(popped == slow.pop(before: end))
      now = max(now, popped?.time ?? now)
      #expect(fast.count == slow.count)
    }
    while let expected = slow.pop(before: .max) { #expect(fast.pop(before: .max) == expected) }
  }

  /// Many events at one instant, and more pushed at it while it passes.
  @Test func simultaneousEvents() {
    var events = PendingEvents<Tick>()
    let count = 20_000
    for serial in 0..<count { events.push(Tick(time: 5, serial: (serial * 7_919) % count)) }
    for serial in 0..<count {
      #expect(events.pop(before: .max) == Tick(time: 5, serial: serial))
      if serial % 10 == 0 { events.push(Tick(time: 5, serial: count + serial)) }
    }
    #expect(events.count == count / 10)
  }

  /// A handful pending, each put back a little later: nearly all go between those about to come.
  @Test(arguments: [1, 2, 17, 60, 64, 65, 200])
  func agreesWithFewPending(count: Int) {
    var random = SystemLikeGenerator(state: UInt64(count))
    var fast = PendingEvents<Tick>()
    var slow = EventHeap<Tick>()
    for serial in 0..<count {
      fast.push(Tick(time: 0, serial: serial))
      slow.push(Tick(time: 0, serial: serial))
    }
    for serial in count..<20_000 {
      guard let first = slow.pop(before: .max) else { return }
      #expect(fast.pop(before: .max) == first)
      // In turns thousands of ns apart and at one instant, in falling order of meaning.
      let spread: UInt64 = serial / 1_000 % 2 == 0 ? 5_000 : 3
      let next = Tick(time: first.time + Int64(random.next() % spread), serial: -serial)
      fast.push(next)
      slow.push(next)
      #expect(fast.count == slow.count)
    }
    while let expected = slow.pop(before: .max) { #expect(fast.pop(before: .max) == expected) }
  }

  /// Times behind which the set has already looked: in the present step, before it, in the last ns
  /// that a key can hold.
  @Test func pushesBehindTheStepThatIsOpen() {
    var events = PendingEvents<Tick>()
    for serial in 0..<2_000 { events.push(Tick(time: 1 << 50, serial: serial)) }
    #expect(events.pop(before: 1 << 50) == nil)
    let edge = Int64(1) << 36 - 1
    for time in [edge, 7, 1 << 49, edge, 5] { events.push(Tick(time: time, serial: -1)) }
    for time in [5, 7, edge, edge, 1 << 49] {
      #expect(events.pop(before: .max) == Tick(time: time, serial: -1))
    }
    for serial in 0..<2_000 {
      #expect(events.pop(before: .max) == Tick(time: 1 << 50, serial: serial))
    }
  }

  /// Order is by meaning: however they are inserted, simultaneous events come out alike.
  @Test func insertionOrderDoesNotMatter() {
    let ticks = (0..<100).map { Tick(time: 7, serial: $0) }
    for order in [ticks, ticks.reversed(), ticks.sorted { $0.serial % 7 < $1.serial % 7 }] {
      var events = PendingEvents<Tick>()
      for tick in order { events.push(tick) }
      for tick in ticks { #expect(events.pop(before: .max) == tick) }
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood, 2014), for test inputs.
struct SystemLikeGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
