import VerbundCore

/// The events that are still to come: a ring of buckets, the present one spread finely, two heaps.
///
/// Comparing is what makes a heap slow (its branches cannot be foreseen), so an event is not
/// compared until its turn is near, and then without branches. Time is cut into fine steps of
/// 2^shift ns; 1,024 of them are a coarse step, and 4,096 coarse steps are in sight:
///
///     near heap   the present fine step, pushed after it was sorted; what found its step full
///     run         the present fine step, sorted
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
  /// The present fine step within it, and the first time after that.
  @usableFromInline var fineStep = FineSteps.count
  @usableFromInline var stepEnd: Nanoseconds = 0
  /// Where what is left of the run lies among the keys.
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
      near.push(event)
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

  /// Adds an event to the present coarse step.
  @inlinable @inline(__always)
  mutating func pushFine(_ event: Event) {
    let time = UInt64(bitPattern: event.time &- coarseStart)
    let step = Int(truncatingIfNeeded: time &>> UInt64(bitPattern: shift))
    if fine.isFull(step) {
      near.push(event)
      return
    }
    let place = buckets.push(event, into: bucket(coarseStep))
    fine.push(time &<< Self.placeBits | UInt64(truncatingIfNeeded: place), step: step)
  }

  /// Removes the first event if it lies before `end`.
  @inlinable @inline(__always)
  public mutating func pop(before end: Nanoseconds) -> Event? {
    if runHead == runEnd, !openNext() { return popNear(before: end) }
    let event = event(fine.keys[runHead])
    if !near.isEmpty, Event.precedes(near.heap[0], event) { return popNear(before: end) }
    if event.time >= end { return nil }
    runHead &+= 1
    size &-= 1
    return event
  }

  /// Opens the next fine step; false if the near heap comes first or nothing is left.
  @inlinable @inline(never)
  mutating func openNext() -> Bool {
    while true {
      if let next = fine.firstOccupied(from: fineStep &+ 1) {
        // The near heap may hold what lies behind the next run.
        if !near.isEmpty, near.heap[0].time < coarseStart &+ Int64(next) &<< shift { return false }
        open(next)
        return true
      }
      if !near.isEmpty || !enterNextCoarse() { return false }
    }
  }

  @inlinable @inline(never)
  mutating func popNear(before end: Nanoseconds) -> Event? {
    let event = near.pop(before: end)
    if event != nil { size &-= 1 }
    return event
  }

  /// Makes a fine step the present one.
  @inlinable @inline(__always)
  mutating func open(_ step: Int) {
    fineStep = step
    stepEnd = coarseStart &+ Int64(step &+ 1) &<< shift
    let (count, hasTies) = fine.open(step, ignoring: Self.placeMask)
    runHead = step << 3
    runEnd = runHead &+ count
    pace.events &+= count
    // Keys of one instant are in the order of their places, not of their meaning.
    if hasTies { sortRun() }
  }

  /// Insertion sort of a handful by the events' own order.
  @inlinable @inline(never)
  mutating func sortRun() {
    for place in runHead + 1..<runEnd {
      let key = fine.keys[place]
      var hole = place
      while hole > runHead, Event.precedes(event(key), event(fine.keys[hole - 1])) {
        fine.keys[hole] = fine.keys[hole - 1]
        hole -= 1
      }
      fine.keys[hole] = key
    }
  }
}
