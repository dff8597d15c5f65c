import VerbundCore

/// How the set moves from one coarse step to the next, and how it chooses their length.
extension PendingEvents {
  /// Enters the next coarse step that holds anything; false if there is none.
  @inlinable @inline(never)
  mutating func enterNextCoarse() -> Bool {
    leave()
    if let better = pace.betterShift(at: stepEnd, shift, pending: size) { rebuild(better) }
    guard var next = nextStep() else { return false }
    while let better = spreadingShift(next) {
      rebuild(better)
      guard let first = nextStep() else { return false }
      next = first
    }
    enter(next)
    return true
  }

  /// Closes the present coarse step; all of its events are gone.
  @inlinable
  mutating func leave() {
    if coarseStep >= 0 { buckets.clear(bucket(coarseStep)) }
    stepEnd = (coarseStep + 1) << (shift + 10)
    group = FineSteps.count / FineSteps.group
    runHead = 0
    runEnd = 0
  }

  /// The next coarse step that holds anything.
  @inlinable
  func nextStep() -> Int64? {
    let from = bucket(coarseStep + 1)
    let inSight = buckets.firstOccupied(from: from).map {
      coarseStep + 1 + Int64(($0 - from) & (EventBuckets<Event>.count - 1))
    }
    guard let first = far.first else { return inSight }
    return min(inSight ?? .max, coarse(first.time))
  }

  /// Makes a coarse step the present one and spreads its events over the fine steps.
  @inlinable
  mutating func enter(_ step: Int64) {
    coarseStep = step
    coarseStart = step << (shift + 10)
    group = -1
    stepEnd = coarseStart
    while let first = far.first, coarse(first.time) - step < EventBuckets<Event>.count {
      guard let event = far.pop(before: .max) else { return }
      buckets.push(event, into: bucket(coarse(event.time)))
    }
    var chunk = buckets.lastChunk(of: bucket(step))
    while let places = chunk {
      for place in places { spread(place) }
      chunk = buckets.chunk(before: places)
    }
  }

  @inlinable @inline(__always)
  mutating func spread(_ place: Int) {
    let time = buckets.slab[place].time
    if let free = fine.reserve(fineStep(time)) {
      fine.keys[free] = key(time, place)
    } else {
      near.push(buckets.slab[place])
    }
  }

  /// A shorter step for a bucket with many more events than there are fine steps, if that would
  /// spread them: nil where many happen at one instant.
  @inlinable
  func spreadingShift(_ step: Int64) -> Int64? {
    var count = 0
    var (first, last) = (Nanoseconds.max, Nanoseconds.min)
    var chunk = buckets.lastChunk(of: bucket(step))
    while let places = chunk {
      count += places.count
      first = min(first, buckets.slab[places.lowerBound].time)
      last = max(last, buckets.slab[places.lowerBound].time)
      chunk = buckets.chunk(before: places)
    }
    guard count > 4 * FineSteps.count else { return nil }
    let wanted = Pace.shift(events: count, in: last - first)
    return wanted <= shift - 2 ? wanted : nil
  }

  /// Visits every event of the set, in no particular order.
  @inlinable
  func visitAll(_ body: (Event) -> Void) {
    for place in runHead..<runEnd { body(event(run[place])) }
    for place in 0..<fine.keys.count {
      if fine.keys[place] != .max { body(event(fine.keys[place])) }
    }
    for place in 0..<near.count { body(near.heap[place]) }
    for place in 0..<far.count { body(far.heap[place]) }
    let present = coarseStep >= 0 ? bucket(coarseStep) : -1
    for index in 0..<EventBuckets<Event>.count where index != present {
      var chunk = buckets.lastChunk(of: index)
      while let places = chunk {
        for place in places { body(buckets.slab[place]) }
        chunk = buckets.chunk(before: places)
      }
    }
  }

  /// Takes everything out and puts it back under another step; no coarse step is open.
  @inlinable @inline(never)
  mutating func rebuild(_ newShift: Int64) {
    var all = Storage<Event>()
    for index in 0..<EventBuckets<Event>.count {
      var chunk = buckets.lastChunk(of: index)
      while let places = chunk {
        for place in places { all.append(buckets.slab[place]) }
        chunk = buckets.chunk(before: places)
      }
      buckets.clear(index)
    }
    while let event = far.pop(before: .max) { all.append(event) }
    shift = newShift
    // Everything lies at or after the end of the step that has passed.
    coarseStep = coarse(stepEnd) - 1
    size -= all.count
    for place in 0..<all.count { push(all[place]) }
  }
}

/// Watches how many events a fine step holds, and says when another step would fit better.
@usableFromInline
struct Pace {
  /// Events and time since the last look.
  @usableFromInline var events = 0
  @usableFromInline var since: Nanoseconds = 0

  @usableFromInline init() {}

  /// The shift at which a fine step holds 1.5 to 3 events.
  @usableFromInline
  static func shift(events: Int, in time: Nanoseconds) -> Int64 {
    min(26, max(0, Int64(max(1, 3 * Double(time) / Double(events)).exponent)))
  }

  /// Another shift, if the present one is off by half or by a factor of four: near a bound the rate
  /// may go to and fro. Looks only after as many events as would have to be laid out anew.
  @usableFromInline
  mutating func betterShift(at now: Nanoseconds, _ shift: Int64, pending: Int) -> Int64? {
    guard events >= max(1_024, pending), now > since else { return nil }
    let wanted = Self.shift(events: events, in: now - since)
    events = 0
    since = now
    return wanted < shift || wanted >= shift + 2 ? wanted : nil
  }
}
