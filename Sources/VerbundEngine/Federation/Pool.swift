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
  private var rows: GrowingTable<Row>
  private var free = Storage<Int32>()
  /// Free slots from `limit` on, which wait until all below are in use: after a rush hour the few
  /// that are left come to lie together.
  private var spare = Storage<Int32>()
  private var limit = Int.max

  /// - Parameter reserve: the most slots that are ever in use; their rows never move then.
  init(reserve: Int? = nil) { rows = GrowingTable(reserve: reserve) }

  /// All slots that were ever in use.
  var indices: Range<Int> { 0..<rows.count }

  /// The rows in use, by rising slot: all that are not free.
  ///
  /// - Complexity: O(slots below the limit), or all while some above are in use.
  var inUse: [Handle<Row>] {
    let isBelow = limit < rows.count && spare.count == rows.count - limit
    let count = isBelow ? limit : rows.count
    var isUsed = Storage<Bool>(capacity: count)
    isUsed.append(repeating: true, count: count)
    for place in 0..<free.count { isUsed[Int(free[place])] = false }
    if !isBelow { for place in 0..<spare.count { isUsed[Int(spare[place])] = false } }
    var handles: [Handle<Row>] = []
    handles.reserveCapacity(rows.count - free.count - spare.count)
    for slot in 0..<count where isUsed[slot] { handles.append(rows.at(slot)) }
    return handles
  }

  @inline(__always)
  mutating func insert(_ row: Row) -> Handle<Row> {
    let handle = free.isEmpty ? addSlot() : rows.at(Int(free.removeLast()))
    handle.row.renew(row)
    return handle
  }

  @inline(__always)
  mutating func remove(_ handle: Handle<Row>) {
    handle.row.generation &+= 1
    let slot = Int32(truncatingIfNeeded: handle.slot)
    if handle.slot < limit { free.append(slot) } else { spare.append(slot) }
  }

  @inline(__always)
  func at(_ slot: Int) -> Handle<Row> { rows.at(slot) }

  @inline(__always)
  subscript(_ slot: Int) -> Row {
    @inline(__always) get { rows.at(slot).row }
    @inline(__always) _modify { yield &rows.at(slot).row }
  }

  /// Puts free slots aside where there are many more than are needed.
  mutating func setAside() {
    let wanted = max(1_024, 4 * (rows.count - free.count - spare.count))
    guard wanted < min(limit, rows.count) / 2 else { return }
    limit = wanted
    var below = Storage<Int32>()
    for place in 0..<free.count {
      if Int(free[place]) < limit { below.append(free[place]) } else { spare.append(free[place]) }
    }
    free = below
  }

  @inline(never)
  private mutating func addSlot() -> Handle<Row> {
    if spare.isEmpty { return rows.append() }
    limit = .max
    swap(&free, &spare)
    return rows.at(Int(free.removeLast()))
  }
}
