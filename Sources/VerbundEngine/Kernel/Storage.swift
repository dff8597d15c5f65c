import CMemory

/// A growable row of plain values. This file is the one place of this room where raw memory is
/// touched.
///
/// An `Array` inside a large struct asks at every write whether it is shared; this one never is.
/// Every access is still checked against the count, in release builds too.
@usableFromInline
struct Storage<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var count = 0

  @inlinable
  init(capacity: Int = 64) {
    self.capacity = Swift.max(1, capacity)
    base = Self.allocate(self.capacity)
  }

  /// A row with the values of an array.
  @inlinable
  init(_ values: [Element]) {
    self.init(capacity: values.count)
    for value in values { append(value) }
  }

  @inlinable
  deinit { base.deallocate() }

  @inlinable var isEmpty: Bool { count == 0 }

  @inlinable
  subscript(_ index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside the storage")
      return base[index]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside the storage")
      yield &base[index]
    }
  }

  /// - Complexity: O(1) amortised.
  @inlinable @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: 2 * capacity) }
    (base + count).initialize(to: element)
    count += 1
  }

  @inlinable
  mutating func append(repeating element: Element, count more: Int) {
    if count + more > capacity { grow(to: Swift.max(2 * capacity, count + more)) }
    (base + count).initialize(repeating: element, count: more)
    count += more
  }

  @inlinable @inline(__always)
  mutating func removeLast() -> Element {
    precondition(count > 0, "an empty storage")
    count -= 1
    return base[count]
  }

  /// Keeps the memory.
  @inlinable @inline(__always)
  mutating func removeAll() { count = 0 }

  @inlinable @inline(never)
  mutating func grow(to wanted: Int) {
    let larger = Self.allocate(wanted)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = wanted
  }

  @usableFromInline
  static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    memory(count * MemoryLayout<Element>.stride, alignment: MemoryLayout<Element>.alignment)
      .bindMemory(to: Element.self, capacity: count)
  }

  /// A hint that an element will soon be read. Nothing is read here: any index will do.
  @inlinable @inline(__always)
  func fetch(_ index: Int) {
    let offset = index &* MemoryLayout<Element>.stride
    memory_fetch(UnsafeRawPointer(bitPattern: Int(bitPattern: base) &+ offset))
  }

  /// The values for a loop that the compiler can vectorise: it sees their number, so that the
  /// checks fall away where no index can be outside.
  @inlinable @inline(__always)
  mutating func withSpan<Result>(_ body: (inout MutableSpan<Element>) -> Result) -> Result {
    var span = MutableSpan(_unsafeStart: base, count: count)
    return body(&span)
  }
}

/// As many plain values as the compiler knows of: an index that cannot be outside is not checked.
@usableFromInline
struct FixedStorage<let size: Int, Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline let base: UnsafeMutablePointer<Element>

  @inlinable
  init(repeating value: Element) {
    base = Storage<Element>.allocate(size)
    base.initialize(repeating: value, count: size)
  }

  @inlinable
  deinit { base.deallocate() }

  @inlinable var count: Int { size }

  @inlinable
  subscript(_ index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: size), "outside the storage")
      return base[index]
    }
    @inline(__always) nonmutating _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: size), "outside the storage")
      yield &base[index]
    }
  }

  /// Four elements in a row.
  @inlinable @inline(__always)
  func four(_ index: Int) -> (Element, Element, Element, Element) {
    precondition(index >= 0 && index <= size &- 4, "outside the storage")
    let first = base + index
    return (first[0], first[1], first[2], first[3])
  }

  @inlinable @inline(__always)
  func setFour(_ index: Int, _ four: (Element, Element, Element, Element)) {
    precondition(index >= 0 && index <= size &- 4, "outside the storage")
    let first = base + index
    (first[0], first[1], first[2], first[3]) = four
  }
}

extension FixedStorage where Element == UInt8 {
  /// Eight bytes as a word, the first lowest.
  @inlinable @inline(__always)
  func word(_ index: Int) -> UInt64 {
    precondition(index >= 0 && index < size / 8, "outside the storage")
    return UInt64(
      littleEndian: UnsafeRawPointer(base).loadUnaligned(
        fromByteOffset: 8 &* index, as: UInt64.self))
  }

  @inlinable @inline(__always)
  func setWord(_ index: Int, _ word: UInt64) {
    precondition(index >= 0 && index < size / 8, "outside the storage")
    UnsafeMutableRawPointer(base).storeBytes(
      of: word.littleEndian, toByteOffset: 8 &* index, as: UInt64.self)
  }
}

/// A row that has been found: reading and writing it checks nothing any more.
///
/// Valid while its table lives and has not grown. Another use of a pool's slot shows in the row's
/// generation.
struct Handle<Row: BitwiseCopyable>: BitwiseCopyable {
  /// The row's number in its table.
  let slot: Int
  private let place: UnsafeMutablePointer<Row>

  @inline(__always)
  fileprivate init(_ slot: Int, _ place: UnsafeMutablePointer<Row>) {
    self.slot = slot
    self.place = place
  }

  var row: Row {
    @inline(__always) get { place.pointee }
    @inline(__always) nonmutating _modify { yield &place.pointee }
  }
}

/// Where a row of a fixed table lies, for other rows to keep: they find it without looking it up.
///
/// Valid while its table lives. Only tables give pointers, and check the number then.
struct Pointer<Row: BitwiseCopyable>: BitwiseCopyable, Equatable {
  private let place: UnsafeMutablePointer<Row>

  @inline(__always)
  fileprivate init(_ place: UnsafeMutablePointer<Row>) { self.place = place }

  var row: Row {
    @inline(__always) get { place.pointee }
    @inline(__always) nonmutating _modify { yield &place.pointee }
  }
}

/// A fixed number of rows, by number, by handle or by pointer. These write, to constant tables too:
/// what is fixed for the night stays so because nobody does.
struct Table<Row: BitwiseCopyable>: ~Copyable {
  private var rows: Storage<Row>

  init(_ values: [Row]) { rows = Storage(values) }

  var count: Int { rows.count }

  @inline(__always)
  func at(_ index: Int) -> Handle<Row> {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: rows.count), "outside the table")
    return Handle(index, rows.base + index)
  }

  func pointer(_ index: Int) -> Pointer<Row> {
    precondition(index >= 0 && index < rows.count, "outside the table")
    return Pointer(rows.base + index)
  }

  @inline(__always)
  subscript(_ index: Int) -> Row {
    @inline(__always) get { rows[index] }
    @inline(__always) _modify { yield &rows[index] }
  }
}

/// A table that grows. Its rows then move, and a handle from before sees what they were.
///
/// Each row begins at a cache line: with what an event needs in the first, another is not touched.
struct GrowingTable<Row: BitwiseCopyable>: ~Copyable {
  private var rows: UnsafeMutableRawPointer
  private var capacity: Int
  /// Rows never move; more are an error.
  private let isReserved: Bool
  private(set) var count = 0
  /// Kept to the end, so that no handle ever leads nowhere: together as large as the table.
  private var outgrown = Storage<UnsafeMutableRawPointer>(capacity: 32)

  private static var line: Int { 64 }
  private static var stride: Int { (MemoryLayout<Row>.size + line - 1) & ~(line - 1) }

  /// - Parameter reserve: the most rows there can be. They never move then, and their handles stay
  ///   valid; what is never used takes no memory.
  init(reserve: Int? = nil) {
    capacity = max(1, reserve ?? 64)
    isReserved = reserve != nil
    rows = memory(capacity * Self.stride, alignment: Self.line)
  }

  deinit {
    for index in 0..<outgrown.count { outgrown[index].deallocate() }
    rows.deallocate()
  }

  @inline(__always)
  func at(_ index: Int) -> Handle<Row> {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside the table")
    return Handle(index, (rows + index * Self.stride).assumingMemoryBound(to: Row.self))
  }

  /// One more row, of zero bytes, for the caller to fill: a row handed over in memory would be read
  /// in large words right after it was written in small ones, which waits for the stores.
  @inline(never)
  mutating func append() -> Handle<Row> {
    if count == capacity { grow() }
    let row = rows + count * Self.stride
    row.initializeMemory(as: UInt8.self, repeating: 0, count: Self.stride)
    _ = row.bindMemory(to: Row.self, capacity: 1)
    count += 1
    return at(count - 1)
  }

  private mutating func grow() {
    precondition(!isReserved, "more rows than were reserved")
    outgrown.append(rows)
    capacity *= 2
    let larger = memory(capacity * Self.stride, alignment: Self.line)
    larger.copyMemory(from: rows, byteCount: count * Self.stride)
    for index in 0..<count {
      _ = (larger + index * Self.stride).bindMemory(to: Row.self, capacity: 1)
    }
    rows = larger
  }
}

/// Large blocks ask for huge pages: random access to many small ones misses the address cache.
/// Where there are none, nothing else changes.
@usableFromInline
func memory(_ bytes: Int, alignment: Int) -> UnsafeMutableRawPointer {
  let page = 1 << 21
  let raw = UnsafeMutableRawPointer.allocate(
    byteCount: bytes, alignment: bytes < page ? alignment : page)
  if bytes >= page { memory_advise_huge(raw, bytes) }
  return raw
}
