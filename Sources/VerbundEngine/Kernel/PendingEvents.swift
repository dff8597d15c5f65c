import VerbundCore

/// The events that are still to come: a ring of buckets, the present one spread finely, two heaps.
///
/// Comparing is what makes a heap slow (its branches cannot be foreseen), so an event is not
/// compared until its turn is near, and then without branches. Time is cut into fine steps of
/// 2^shift ns; 1,024 of them are a coarse step, and 4,096 coarse steps are in sight:
///
///     run         the present eight fine steps: keys, sorted; what is still pushed goes between
///     near heap   what found its fine step or the run full
///     fine steps  the rest of the present coarse step: keys only, up to eight to a step
///     buckets     the coarse steps in sight: the events, unsorted
///     far heap    everything beyond
///
/// An event is written once and read once; between that only its key (one word) moves. The step
/// follows the rate of events, so that a fine step holds about two. It changes where an event
/// waits, never when it comes: order is the events' own (`PlainEvent`). In kind a ladder queue with
/// fixed rungs (Tang, Goh, Thng, 2005).
/// - Complexity: `push` is O(1) but for the heaps; `pop` is O(1) amortised plus sorting a handful.
public struct PendingEvents<Event: PlainEvent>: ~Copyable {
  /// A fine step lasts 2^shift ns.
  @usableFromInline var shift: Int64 = 20
  /// Number of the present coarse step, and its first time.
  @usableFromInline var coarseStep: Int64 = -1
  @usableFromInline var coarseStart: Nanoseconds = 0
  /// The present group of fine steps within it, and the first time after that.
  @usableFromInline var group = FineSteps.count / FineSteps.group
  @usableFromInline var stepEnd: Nanoseconds = 0
  /// The keys of the present group in order, then the greatest word, and how many have passed.
  @usableFromInline let run = FineSteps.Run(repeating: .max)
  @usableFromInline var runHead = 0
  @usableFromInline var runEnd = 0
  @usableFromInline var near = EventHeap<Event>()
  @usableFromInline var fine = FineSteps()
  @usableFromInline var buckets = EventBuckets<Event>()
  @usableFromInline var far = EventHeap<Event>()
  @usableFromInline var pace = Pace()
  @usableFromInline var size = 0

  /// An empty set.
  @inlinable
  public init() {}

  /// Events in the set.
  @inlinable public var count: Int { size }

  /// Low bits of a key: the event's place in the slab. The other 36 hold 2^10 fine steps of up
  /// to 2^26 ns.
  @inlinable static var placeBits: UInt64 { 28 }
  @inlinable static var placeMask: UInt64 { 1 << placeBits - 1 }

  /// Number of the coarse step that a time lies in.
  @inlinable @inline(__always)
  func coarse(_ time: Nanoseconds) -> Int64 { time &>> (shift &+ 10) }

  @inlinable @inline(__always)
  func bucket(_ step: Int64) -> Int {
    Int(truncatingIfNeeded: step) & (EventBuckets<Event>.count - 1)
  }

  @inlinable @inline(__always)
  func event(_ key: UInt64) -> Event {
    buckets.slab[Int(truncatingIfNeeded: key & Self.placeMask)]
  }

  /// Adds an event, not before the last one popped.
  @inlinable @inline(__always)
  public mutating func push(_ event: Event) {
    size &+= 1
    if event.time < stepEnd {
      pushIntoRun(event)
      return
    }
    let step = coarse(event.time)
    if step == coarseStep {
      pushFine(event)
    } else if step &- coarseStep < Int64(EventBuckets<Event>.count) {
      buckets.push(event, into: bucket(step))
    } else {
      far.push(event)
    }
  }

  /// Number of the fine step that a time in the present coarse step lies in.
  @inlinable @inline(__always)
  func fineStep(_ time: Nanoseconds) -> Int {
    Int(truncatingIfNeeded: (time &- coarseStart) &>> shift)
  }

  @inlinable @inline(__always)
  func key(_ time: Nanoseconds, _ place: Int) -> UInt64 {
    UInt64(bitPattern: time &- coarseStart) &<< Self.placeBits | UInt64(truncatingIfNeeded: place)
  }

  /// Adds an event to the present coarse step.
  @inlinable @inline(__always)
  mutating func pushFine(_ event: Event) {
    guard let free = fine.reserve(fineStep(event.time)) else {
      near.push(event)
      return
    }
    fine.keys[free] = key(event.time, buckets.push(event, into: bucket(coarseStep)))
  }

  /// Adds an event to what is left of the present group, where there is room.
  @inlinable @inline(never)
  mutating func pushIntoRun(_ event: Event) {
    if runHead == runEnd {
      (runHead, runEnd) = (0, 0)
      run[0] = .max
    }
    if event.time < coarseStart || runEnd &+ 1 == run.count {
      near.push(event)
      return
    }
    let first = key(event.time, 0)
    var hole = runEnd
    while hole > runHead, run[hole &- 1] >= first { hole &-= 1 }
    // Many may be of one instant: a heap compares less often.
    if isTie(run[hole], first) {
      near.push(event)
      return
    }
    runEnd &+= 1
    var place = runEnd
    while place > hole {
      run[place] = run[place &- 1]
      place &-= 1
    }
    run[hole] = first | UInt64(buckets.push(event, into: bucket(coarseStep)))
    pace.events &+= 1
  }

  /// Removes the first event if it lies before `end`.
  @inlinable @inline(__always)
  public mutating func pop(before end: Nanoseconds) -> Event? {
    if runHead == runEnd, !openNext() { return popNear(before: end) }
    // Keys of one instant are in the order of their places, not of their meaning.
    if isTie(run[runHead], run[runHead &+ 1]) { settleTie() }
    let event = event(run[runHead])
    if !near.isEmpty, Event.precedes(near.heap[0], event) { return popNear(before: end) }
    if event.time >= end { return nil }
    runHead &+= 1
    size &-= 1
    // The event that comes next; behind the last one it is none, which does no harm.
    buckets.slab.fetch(Int(truncatingIfNeeded: run[runHead] & Self.placeMask))
    return event
  }

  /// Whether two keys of different events are of one instant.
  @inlinable @inline(__always)
  func isTie(_ a: UInt64, _ b: UInt64) -> Bool { a ^ b <= Self.placeMask }

  /// Brings the first event of the present instant to the head of the run.
  @inlinable @inline(never)
  mutating func settleTie() {
    var first = runHead
    var place = runHead + 1
    while place < runEnd, isTie(run[runHead], run[place]) {
      if Event.precedes(event(run[place]), event(run[first])) { first = place }
      place += 1
    }
    (run[runHead], run[first]) = (run[first], run[runHead])
  }

  /// Opens the next group of fine steps; false if the near heap comes first or nothing is left.
  @inlinable @inline(never)
  mutating func openNext() -> Bool {
    while true {
      if let next = fine.firstOccupied(from: group &+ 1) {
        // The near heap may hold what lies behind the next run.
        if !near.isEmpty, near.heap[0].time < start(ofGroup: next) { return false }
        group = next
        stepEnd = start(ofGroup: next &+ 1)
        runHead = 0
        runEnd = fine.open(next, into: run)
        pace.events &+= runEnd
        return true
      }
      if !near.isEmpty || !enterNextCoarse() { return false }
    }
  }

  @inlinable @inline(__always)
  func start(ofGroup group: Int) -> Nanoseconds {
    coarseStart &+ Int64(group &* FineSteps.group) &<< shift
  }

  @inlinable @inline(never)
  mutating func popNear(before end: Nanoseconds) -> Event? {
    let event = near.pop(before: end)
    if event != nil { size &-= 1 }
    return event
  }
}
