import VerbundCore

/// A binary heap of events in an array: for the few that the wheel has no bucket for.
///
/// - Complexity: `push` and `pop` are O(log count) comparisons; no allocation once grown.
@usableFromInline
struct EventHeap<Event: PlainEvent>: ~Copyable {
  @usableFromInline var heap = Storage<Event>()

  @usableFromInline init() {}

  @inlinable var count: Int { heap.count }
  @inlinable var isEmpty: Bool { heap.isEmpty }
  @inlinable var first: Event? { heap.isEmpty ? nil : heap[0] }

  /// Adds an event, wherever its place is. Seldom needed: kept out of the hot loop.
  @inlinable @inline(never)
  mutating func push(_ event: Event) {
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
  mutating func pop(before end: Nanoseconds) -> Event? {
    guard let top = first, top.time < end else { return nil }
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
