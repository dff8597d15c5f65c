import VerbundCore

/// The events that are still to come: two rings of buckets, a sorted run, and two small heaps.
///
/// Comparing is what makes a heap slow (its branches cannot be foreseen), so an event is not
/// compared until its turn is near. Time is cut into fine steps of 2^shift ns; 1,024 of them are a
/// coarse step, and 1,024 coarse steps are in sight:
///
///     near heap   the present fine step, pushed after it was sorted
///     run         the present fine step, sorted
///     fine ring   the rest of the present coarse step, unsorted
///     coarse ring the next 1,023 coarse steps, unsorted
///     far heap    everything beyond
///
/// The step follows the rate of events, so that a fine step holds a handful. It changes where an
/// event waits, never when it comes: order is the events' own (`PlainEvent`). In kind a ladder
/// queue with fixed rungs (Tang, Goh, Thng, 2005).
/// - Complexity: `push` is O(1) but for the heaps; `pop` is O(1) amortised plus sorting a handful.
public struct PendingEvents<Event: PlainEvent>: ~Copyable {
  @usableFromInline var shift: Int64 = 20
  /// Present fine step, as time >> shift, and the first time after it.
  @usableFromInline var step: Int64 = -1
  @usableFromInline var stepEnd: Nanoseconds = 0
  @usableFromInline var run = Storage<Event>()
  @usableFromInline var runHead = 0
  @usableFromInline var near = EventHeap<Event>()
  @usableFromInline var fine = EventBuckets<Event>()
  @usableFromInline var coarse = EventBuckets<Event>()
  @usableFromInline var far = EventHeap<Event>()
  @usableFromInline var scratch = Storage<Event>()
  @usableFromInline var pace = Pace()
  @usableFromInline var size = 0

  /// An empty set.
  @inlinable
  public init() {}

  /// Events in the set.
  @inlinable public var count: Int { size }

  /// Adds an event, not before the last one popped.
  @inlinable @inline(__always)
  public mutating func push(_ event: Event) {
    size += 1
    insert(event)
  }

  @inlinable @inline(__always)
  mutating func insert(_ event: Event) {
    if event.time < stepEnd {
      near.push(event)
      return
    }
    let index = event.time >> shift
    let ahead = index >> 10 - step >> 10
    if ahead == 0 {
      fine.push(event, into: Int(truncatingIfNeeded: index & 1_023))
    } else if ahead < 1_024 {
      coarse.push(event, into: Int(truncatingIfNeeded: index >> 10 & 1_023))
    } else {
      far.push(event)
    }
  }

  /// Removes the first event if it lies before `end`.
  @inlinable @inline(__always)
  public mutating func pop(before end: Nanoseconds) -> Event? {
    while true {
      if runHead < run.count {
        let event = run[runHead]
        if let other = near.first, Event.precedes(other, event) { return popNear(before: end) }
        if event.time >= end { return nil }
        runHead += 1
        size -= 1
        return event
      }
      if !near.isEmpty { return popNear(before: end) }
      if !advance() { return nil }
    }
  }

  @inlinable
  mutating func popNear(before end: Nanoseconds) -> Event? {
    let event = near.pop(before: end)
    if event != nil { size -= 1 }
    return event
  }

  /// Sorts the next fine step that holds anything; false if there is none.
  @inlinable
  mutating func advance() -> Bool {
    if let shift = pace.betterShift(after: run.count, at: stepEnd, shift) { rebuild(shift) }
    runHead = 0
    run.removeAll()
    while true {
      let from = Int(truncatingIfNeeded: (step + 1) & 1_023)
      // A full turn of the fine ring ends the coarse step.
      if fine.total > 0, let next = fine.firstOccupied(from: from) {
        enter(step + Int64(next - from) + 1)
        fine.drain(next, into: &run)
        sortRun()
        return true
      }
      if !enterNextCoarse() { return false }
    }
  }

  @inlinable
  mutating func enter(_ next: Int64) {
    step = next
    stepEnd = (next + 1) << shift
  }

  /// Spreads the next coarse step that holds anything over the fine ring.
  @inlinable
  mutating func enterNextCoarse() -> Bool {
    let present = step >> 10
    var next: Int64?
    if coarse.total > 0 {
      let from = Int(truncatingIfNeeded: (present + 1) & 1_023)
      if let found = coarse.firstOccupied(from: from) {
        next = present + 1 + Int64(found - from)
      } else if let found = coarse.firstOccupied(from: 0) {
        next = present + 1 + Int64(found - from + 1_024)
      }
    }
    if let first = far.first { next = min(next ?? .max, (first.time >> shift) >> 10) }
    guard let next else { return false }
    // Before the first fine step of the coarse one: nothing there is sorted yet.
    step = next << 10 - 1
    stepEnd = (next << 10) << shift
    scratch.removeAll()
    coarse.drain(Int(truncatingIfNeeded: next & 1_023), into: &scratch)
    spreadScratch(coarseStep: next)
    return true
  }

  /// Puts the drained coarse step, and what has come into sight from the far heap, in its place.
  @inlinable
  mutating func spreadScratch(coarseStep next: Int64) {
    for place in 0..<scratch.count {
      let event = scratch[place]
      fine.push(event, into: Int(truncatingIfNeeded: event.time >> shift & 1_023))
    }
    while let first = far.first, (first.time >> shift) >> 10 - next < 1_024 {
      guard let event = far.pop(before: .max) else { return }
      let index = event.time >> shift
      if index >> 10 == next {
        fine.push(event, into: Int(truncatingIfNeeded: index & 1_023))
      } else {
        coarse.push(event, into: Int(truncatingIfNeeded: index >> 10 & 1_023))
      }
    }
  }

  /// Insertion sort for a handful; many events of one step (ties by the million) go to the
  /// library's.
  @inlinable @inline(__always)
  mutating func sortRun() {
    let count = run.count
    if count < 2 { return }
    if count > 48 {
      run.sort(by: Event.precedes)
      return
    }
    for i in 1..<count {
      let event = run[i]
      var hole = i
      while hole > 0, Event.precedes(event, run[hole - 1]) {
        run[hole] = run[hole - 1]
        hole -= 1
      }
      run[hole] = event
    }
  }

  /// Takes everything out and puts it back under another step.
  @inlinable
  mutating func rebuild(_ newShift: Int64) {
    var all = Storage<Event>()
    for bucket in 0..<EventBuckets<Event>.count {
      fine.drain(bucket, into: &all)
      coarse.drain(bucket, into: &all)
    }
    while let event = far.pop(before: .max) { all.append(event) }
    let now = stepEnd
    shift = newShift
    // Everything lies at or after `now`; what shares its step goes to the near heap.
    let isAligned = now & ((1 << newShift) - 1) == 0
    enter(now >> newShift - (isAligned ? 1 : 0))
    for place in 0..<all.count { insert(all[place]) }
  }
}

/// Watches how many events a fine step holds, and says when another step would fit better.
@usableFromInline
struct Pace {
  @usableFromInline var events = 0
  @usableFromInline var since: Nanoseconds = 0

  @usableFromInline init() {}

  /// Wanted: about four events to a step. A new step is proposed when it is off by a factor of
  /// four.
  @usableFromInline
  mutating func betterShift(after count: Int, at now: Nanoseconds, _ shift: Int64) -> Int64? {
    events += count
    guard events >= 8_192, now > since else { return nil }
    let gap = Double(now - since) / Double(events)
    let wanted = Int64(max(1, gap * 4).exponent)
    events = 0
    since = now
    return abs(wanted - shift) >= 2 ? min(40, max(0, wanted)) : nil
  }
}
