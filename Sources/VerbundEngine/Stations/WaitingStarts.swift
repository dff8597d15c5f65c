import VerbundCore

/// The start times of those who wait, rising, in a ring: how many wait is known at any time without
/// an event for each start.
@usableFromInline
struct WaitingStarts: ~Copyable {
  /// A power of two of places.
  @usableFromInline var ring: [Nanoseconds] = [0]
  @usableFromInline var head = 0
  /// Those who wait.
  @usableFromInline var count = 0

  @usableFromInline init() {}

  /// Lets go who has started by `time`. - Complexity: O(1) amortised.
  @inlinable @inline(__always)
  mutating func leave(until time: Nanoseconds) {
    while count > 0, ring[head & (ring.count - 1)] <= time {
      head &+= 1
      count -= 1
    }
  }

  /// Takes up who starts at `start`; false if that means to wait and `limit` wait already.
  @inlinable @inline(__always)
  mutating func admit(_ start: Nanoseconds, at time: Nanoseconds, limit: Int) -> Bool {
    leave(until: time)
    if start <= time { return true }
    if count >= limit { return false }
    insert(start)
    return true
  }

  /// Starts rise by themselves; only after workers were added one may come before others.
  @inlinable
  mutating func insert(_ start: Nanoseconds) {
    if count == ring.count { grow() }
    let mask = ring.count - 1
    var place = head &+ count
    while place != head, ring[(place &- 1) & mask] > start {
      ring[place & mask] = ring[(place &- 1) & mask]
      place &-= 1
    }
    ring[place & mask] = start
    count += 1
  }

  @usableFromInline
  mutating func grow() {
    let old = (0..<count).map { ring[(head &+ $0) & (ring.count - 1)] }
    ring = old + [Nanoseconds](repeating: 0, count: max(15, old.count))
    head = 0
  }
}
