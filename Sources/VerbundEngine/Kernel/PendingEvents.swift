import VerbundCore

/// A small plain value that happens at a time.
///
/// `precedes` is a total order by (time, meaning): kind, stream, serial and so on, never the order
/// of insertion. So the sequence of events does not depend on how the set stores them.
public protocol PlainEvent: BitwiseCopyable, Sendable {
  var time: Nanoseconds { get }
  static func precedes(_ a: Self, _ b: Self) -> Bool
}

/// The events that are still to come: a binary heap in an array.
///
/// - Complexity: `push` and `pop` are O(log count) comparisons; no allocation once grown.
public struct PendingEvents<Event: PlainEvent>: ~Copyable {
  @usableFromInline var heap: [Event] = []

  public init(capacity: Int = 0) { heap.reserveCapacity(capacity) }

  public var count: Int { heap.count }
  public var first: Event? { heap.first }

  /// Adds an event, wherever its place is.
  @inlinable
  public mutating func push(_ event: Event) {
    heap.append(event)
    var hole = heap.count - 1
    while hole > 0 {
      let parent = (hole - 1) >> 1
      if !Event.precedes(event, heap[parent]) { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = event
  }

  /// Removes the first event if it lies before `end`.
  @inlinable
  public mutating func pop(before end: Nanoseconds) -> Event? {
    guard let top = heap.first, top.time < end else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty { sink(last) }
    return top
  }

  /// Lets the hole at the root fall to a leaf and lifts `event` from there: the last element of a
  /// heap mostly belongs near the bottom, so this needs half the comparisons.
  @inlinable
  mutating func sink(_ event: Event) {
    let count = heap.count
    var hole = 0
    var child = 1
    while child < count {
      if child + 1 < count, Event.precedes(heap[child + 1], heap[child]) { child += 1 }
      heap[hole] = heap[child]
      hole = child
      child = 2 * hole + 1
    }
    while hole > 0 {
      let parent = (hole - 1) >> 1
      if !Event.precedes(event, heap[parent]) { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = event
  }
}
