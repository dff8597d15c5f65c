import VerbundCore

/// Requests by (virtual finish, key): a binary heap that knows where each of its rows stands, so
/// that one can be taken out of the middle.
struct RequestHeap: ~Copyable {
  struct Entry: BitwiseCopyable {
    /// Virtual time, in units of 2^-30 ns.
    var finish: Int128
    var key: UInt64
    var row: Int32

    static func < (a: Entry, b: Entry) -> Bool {
      a.finish != b.finish ? a.finish < b.finish : a.key < b.key
    }
  }

  struct Row: BitwiseCopyable {
    /// Virtual time of the arrival, in units of 2^-54 ns.
    var start: Int128
    var work: Nanoseconds
    /// Place in the heap; of a free row the next free one.
    var place: Int32
    var ticket: SharedProcessor.Ticket
  }

  private var heap = Storage<Entry>()
  private var rows = Storage<Row>()
  private var freeRow: Int32 = -1

  var count: Int { heap.count }
  var first: Entry? { heap.isEmpty ? nil : heap[0] }

  /// False once the request has left: its row has a newer generation.
  func holds(_ ticket: SharedProcessor.Ticket) -> Bool {
    let row = Int(ticket.row)
    return row < rows.count && rows[row].ticket == ticket
  }

  /// - Complexity: O(log n).
  mutating func insert(
    finish: Int128, key: UInt64, start: Int128, work: Nanoseconds
  ) -> SharedProcessor.Ticket {
    let row = takeRow()
    rows[Int(row)].start = start
    rows[Int(row)].work = work
    let entry = Entry(finish: finish, key: key, row: row)
    heap.append(entry)
    lift(entry, from: heap.count - 1)
    return rows[Int(row)].ticket
  }

  /// - Complexity: O(log n).
  mutating func remove(_ number: Int32) -> Row {
    let row = rows[Int(number)]
    let hole = Int(row.place)
    let last = heap.removeLast()
    if hole < heap.count { sink(last, from: hole) }
    rows[Int(number)].ticket.generation &+= 1
    rows[Int(number)].place = freeRow
    freeRow = number
    return row
  }

  private mutating func takeRow() -> Int32 {
    if freeRow >= 0 {
      let row = freeRow
      freeRow = rows[Int(row)].place
      return row
    }
    let row = Int32(rows.count)
    rows.append(Row(start: 0, work: 0, place: 0, ticket: .init(row: row, generation: 0)))
    return row
  }

  private mutating func put(_ entry: Entry, at place: Int) {
    heap[place] = entry
    rows[Int(entry.row)].place = Int32(place)
  }

  private mutating func lift(_ entry: Entry, from start: Int) {
    var hole = start
    while hole > 0 {
      let parent = (hole - 1) >> 1
      if !(entry < heap[parent]) { break }
      put(heap[parent], at: hole)
      hole = parent
    }
    put(entry, at: hole)
  }

  /// Lets the hole fall to a leaf and lifts `entry` from there, to above the start if need be.
  private mutating func sink(_ entry: Entry, from start: Int) {
    var hole = start
    var child = 2 * hole + 1
    while child < heap.count {
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      put(heap[child], at: hole)
      hole = child
      child = 2 * hole + 1
    }
    lift(entry, from: hole)
  }
}
