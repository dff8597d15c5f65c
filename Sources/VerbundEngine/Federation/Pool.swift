/// A row that tells one use of its slot from earlier and later ones.
protocol PooledRow: BitwiseCopyable {
  /// Counted up whenever handles given out before must no longer hold.
  var generation: UInt32 { get set }
}

extension PooledRow {
  /// Another takes its slot.
  @inline(__always)
  mutating func renew(_ row: Self) {
    let generation = generation
    self = row
    self.generation = generation
  }
}

/// Slots for things that come and go: reused, each row with a generation that tells an old handle
/// from a new one.
struct Pool<Row: PooledRow>: ~Copyable {
  private var rows = GrowingTable<Row>()
  private var free = Storage<Int32>()

  /// All slots that were ever in use.
  var indices: Range<Int> { 0..<rows.count }

  @inline(__always)
  mutating func insert(_ row: Row) -> Handle<Row> {
    let handle = free.isEmpty ? rows.append() : rows.at(Int(free.removeLast()))
    handle.row.renew(row)
    return handle
  }

  @inline(__always)
  mutating func remove(_ handle: Handle<Row>) {
    handle.row.generation &+= 1
    free.append(Int32(truncatingIfNeeded: handle.slot))
  }

  @inline(__always)
  func at(_ slot: Int) -> Handle<Row> { rows.at(slot) }

  @inline(__always)
  subscript(_ slot: Int) -> Row {
    @inline(__always) get { rows.at(slot).row }
    @inline(__always) _modify { yield &rows.at(slot).row }
  }
}
