import Synchronization
import Testing
import VerbundCore
import VerbundEngine

/// Writes down what the kernel executes and schedules what it is told.
struct Chronicle: SimulationModel {
  struct Event: PlainEvent, Equatable {
    var time: Nanoseconds
    var number: Int

    static func precedes(_ a: Event, _ b: Event) -> Bool {
      comparisons.add(1, ordering: .relaxed)
      return (a.time, a.number) < (b.time, b.number)
    }
  }

  /// Comparisons of events since the program began.
  static let comparisons = Atomic<Int>(0)

  var executed: [Event] = []
  /// What follows from an event.
  var next: (Event) -> [Event] = { _ in [] }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    executed.append(event)
    for event in next(event) { agenda.schedule(event) }
  }

  /// Whether everything was executed in its order.
  var isInOrder: Bool {
    zip(executed, executed.dropFirst()).allSatisfy { a, b in
      (a.time, a.number) < (b.time, b.number)
    }
  }
}

/// One after the other: they count comparisons together.
@Suite(.serialized) struct KernelTests {
  /// A run cut into many short ones executes the same as one run, and each part all of its own. Few
  /// events, first a second apart, then a tenth of a millisecond, then a second: the set of events
  /// is rebuilt for another step while all that is in it lies close by.
  @Test(arguments: [1, 2, 5]) func aRunMayBeCut(tickers: Int) {
    let fast = 20_000 * Nanoseconds.second
    func start() -> Kernel<Chronicle> {
      var kernel = Kernel(Chronicle())
      kernel.model.next = { event in
        let isFast = (fast..<fast + .second).contains(event.time)
        var random = SystemLikeGenerator(state: UInt64(event.time) ^ UInt64(event.number) << 50)
        let step = 1 + Int64(random.next() % (isFast ? 200_000 : 2_000_000_000))
        return [.init(time: event.time + step, number: event.number)]
      }
      for number in 0..<tickers { kernel.agenda.schedule(.init(time: 0, number: number)) }
      return kernel
    }
    let end = 2 * fast
    var whole = start()
    let finished = whole.run(until: end)
    let expected = whole.model.executed
    #expect(finished && expected.count > 45_000 * tickers)
    var cut = start()
    var random = SystemLikeGenerator(state: 9)
    var time: Nanoseconds = 0
    while time < end {
      time = min(end, time + Int64(random.next() % UInt64(20 * Nanoseconds.second)))
      let before = cut.model.executed.count
      let isWhole = cut.run(until: time)
      let now = cut.agenda.now
      let last = cut.model.executed.last?.time ?? 0
      #expect(isWhole && now == time && (last < time || before == cut.model.executed.count))
    }
    let executed = cut.model.executed
    #expect(executed == expected && cut.model.isInOrder)
  }

  /// Three for each one: the run ends with false, and what was done can be read.
  @Test func moreEventsThanTheCeiling() {
    var kernel = Kernel(Chronicle(), ceiling: 1_000)
    kernel.model.next = { event in
      (1...3).map { .init(time: event.time + 1, number: event.number * 3 + $0) }
    }
    kernel.agenda.schedule(.init(time: 0, number: 0))
    let finished = kernel.run(until: 100)
    let again = kernel.run(until: 200)
    let isOver = kernel.agenda.isOverCeiling
    let executed = kernel.agenda.executed
    let now = kernel.agenda.now
    #expect(!finished && !again && isOver)
    // After k of them 1 + 2k are pending: the 500th finds no place for its third. They form a tree
    // of 1, 3, 9, … events, of which 364 lie before the time 6.
    #expect(executed == 500 && kernel.model.executed.count == 500 && now == 6)
    #expect(kernel.model.isInOrder)
  }

  /// Exactly as many as the ceiling are no more than it.
  @Test func asManyEventsAsTheCeiling() {
    var kernel = Kernel(Chronicle(), ceiling: 1_000)
    for number in 0..<1_000 { kernel.agenda.schedule(.init(time: 5, number: number)) }
    let finished = kernel.run(until: 5)
    let rest = kernel.run(until: 6)
    #expect(finished && rest && kernel.model.executed.count == 1_000)
  }

  /// Very many at one instant come in the order of their meaning, for a price of n log n.
  @Test(arguments: [1 << 14, 1 << 18]) func simultaneousEvents(count: Int) {
    var kernel = Kernel(Chronicle())
    let before = Chronicle.comparisons.load(ordering: .relaxed)
    for number in 0..<count {
      kernel.agenda.schedule(.init(time: .hour, number: (number * 514_229) % count))
    }
    let finished = kernel.run(until: 2 * .hour)
    let compared = Chronicle.comparisons.load(ordering: .relaxed) - before
    let logarithm = Int.bitWidth - count.leadingZeroBitCount
    #expect(finished && kernel.model.executed.count == count && kernel.model.isInOrder)
    #expect(compared < 4 * count * logarithm)
  }

  /// Services that take no time: one event causes the next at the same instant, and others of that
  /// instant wait for their turn by meaning.
  @Test func nothingTakesTime() {
    var kernel = Kernel(Chronicle())
    kernel.model.next = { event in
      event.number % 2 == 0 && event.number < 20_000
        ? [.init(time: event.time, number: event.number + 2)] : []
    }
    kernel.agenda.schedule(.init(time: 7, number: 0))
    for number in 0..<1_000 { kernel.agenda.schedule(.init(time: 7, number: 20 * number + 1)) }
    let finished = kernel.run(until: 8)
    #expect(finished && kernel.model.executed.count == 11_001 && kernel.model.isInOrder)
  }

  /// A century: bursts of a microsecond, years apart, known long before.
  @Test func aCentury() {
    let year: Nanoseconds = 8_766 * .hour
    var kernel = Kernel(Chronicle())
    var expected: [Chronicle.Event] = []
    for number in 0..<20_000 {
      let time = Int64(number % 101) * year + Int64(number * 7_919 % 1_000)
      expected.append(.init(time: time, number: number))
      kernel.agenda.schedule(.init(time: time, number: number))
    }
    expected.sort { Chronicle.Event.precedes($0, $1) }
    for decade in 1...10 {
      let end = Int64(decade) * 10 * year
      let finished = kernel.run(until: end)
      let count = kernel.model.executed.count
      #expect(finished && count == expected.prefix { $0.time < end }.count)
    }
    let finished = kernel.run(until: .max)
    #expect(finished && kernel.model.executed == expected)
  }

  /// One event a year after millions of a second: the set looks far without stepping through.
  @Test func alone() {
    var kernel = Kernel(Chronicle())
    kernel.model.next = { event in
      let gap: Nanoseconds = event.number < 10_000 ? 100 : 8_766 * .hour
      return event.number < 10_090 ? [.init(time: event.time + gap, number: event.number + 1)] : []
    }
    kernel.agenda.schedule(.init(time: 0, number: 0))
    let finished = kernel.run(until: .max)
    #expect(finished && kernel.model.executed.count == 10_091)
    #expect(kernel.model.executed.last?.time == 1_000_000 + 90 * 8_766 * .hour)
  }
}
