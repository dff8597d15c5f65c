/// Slots for things that come and go: reused, with a generation that tells an old handle from a
/// new one.
struct Pool<Element: BitwiseCopyable>: ~Copyable {
  private var elements = Storage<Element>()
  private var generations = Storage<UInt32>()
  private var free = Storage<Int32>()

  /// Slots in use.
  var count: Int { elements.count - free.count }

  /// All slots that were ever in use.
  var indices: Range<Int> { 0..<elements.count }

  @inline(__always)
  mutating func insert(_ element: Element) -> Int {
    if !free.isEmpty {
      let slot = Int(free.removeLast())
      elements[slot] = element
      return slot
    }
    elements.append(element)
    generations.append(0)
    return elements.count - 1
  }

  @inline(__always)
  mutating func remove(_ slot: Int) {
    generations[slot] &+= 1
    free.append(Int32(truncatingIfNeeded: slot))
  }

  /// Tells this use of the slot from earlier and later ones.
  @inline(__always)
  func generation(_ slot: Int) -> UInt32 { generations[slot] }

  /// Whether a handle still means what it meant.
  @inline(__always)
  func isCurrent(_ slot: Int, _ generation: UInt32) -> Bool { generations[slot] == generation }

  @inline(__always)
  subscript(_ slot: Int) -> Element {
    @inline(__always) get { elements[slot] }
    @inline(__always) _modify { yield &elements[slot] }
  }
}

/// A first-in-first-out queue in a circular buffer that grows by doubling.
struct Ring<Element: BitwiseCopyable> {
  private var buffer: [Element?] = Array(repeating: nil, count: 16)
  private var head = 0
  private(set) var count = 0

  @inline(__always)
  var first: Element? { count == 0 ? nil : buffer[head] }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == buffer.count { grow() }
    buffer[(head + count) & (buffer.count - 1)] = element
    count += 1
  }

  @inline(__always)
  mutating func removeFirst() {
    head = (head + 1) & (buffer.count - 1)
    count -= 1
  }

  private mutating func grow() {
    let old = buffer
    buffer = (0..<old.count).map { old[(head + $0) & (old.count - 1)] }
    buffer += Array(repeating: nil, count: old.count)
    head = 0
  }
}
