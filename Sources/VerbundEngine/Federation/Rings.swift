/// First-in-first-out queues, one for each of a fixed number of owners, in one storage.
///
/// Each is a circular stretch of 2^n places; a full one moves to a stretch twice as long at the
/// end, so all stretches together take at most four times the most that was ever queued.
/// - Complexity: O(1) amortised.
struct Rings<Element: BitwiseCopyable>: ~Copyable {
  struct Stretch: BitwiseCopyable {
    var first: Int
    /// Places less one; -1 before the first element.
    var mask = -1
    var head = 0
    var count = 0
  }

  private var stretches: Table<Stretch>
  private var places = Storage<Element>()

  init(_ owners: Int) {
    stretches = Table(Array(repeating: Stretch(first: 0), count: owners))
  }

  func pointer(_ owner: Int) -> Pointer<Stretch> { stretches.pointer(owner) }

  func count(_ owner: Int) -> Int { stretches[owner].count }

  @inline(__always)
  func first(_ owner: Int) -> Element? {
    let stretch = stretches[owner]
    return stretch.count == 0 ? nil : places[stretch.first &+ stretch.head]
  }

  /// Appends an element, or not: written without a branch, for conditions that nobody can foresee.
  @inline(__always)
  mutating func append(_ element: Element, to owner: Pointer<Stretch>, if condition: Bool) {
    if owner.row.count > owner.row.mask { grow(owner, element) }
    let stretch = owner.row
    places[stretch.first &+ (stretch.head &+ stretch.count) & stretch.mask] = element
    owner.row.count = stretch.count &+ (condition ? 1 : 0)
  }

  @inline(__always)
  mutating func removeFirst(_ owner: Int) {
    let stretch = stretches[owner]
    stretches[owner].head = (stretch.head &+ 1) & stretch.mask
    stretches[owner].count &-= 1
  }

  mutating func removeAll(_ owner: Int) { stretches[owner].count = 0 }

  @inline(never)
  private mutating func grow(_ owner: Pointer<Stretch>, _ filler: Element) {
    let old = owner.row
    let first = places.count
    let capacity = max(16, 2 * (old.mask + 1))
    places.append(repeating: filler, count: capacity)
    for place in 0..<old.count {
      places[first + place] = places[old.first + (old.head + place) & old.mask]
    }
    owner.row = Stretch(first: first, mask: capacity - 1, head: 0, count: old.count)
  }
}
