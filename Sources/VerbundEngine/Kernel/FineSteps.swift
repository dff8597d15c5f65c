/// The present coarse step, cut into 1,024 fine steps of up to eight keys each.
///
/// A key is an event's time within the coarse step (high bits) and its place in the slab (low
/// bits): events are put in order by comparing single words, without a branch, and are not moved.
@usableFromInline
struct FineSteps: ~Copyable {
  @inlinable static var count: Int { 1_024 }
  /// Keys per step; what finds its step full goes elsewhere.
  @inlinable static var capacity: Int { 8 }

  @usableFromInline var keys = Storage<UInt64>(capacity: FineSteps.count * FineSteps.capacity)
  /// Keys in each step, a byte each, eight to a word.
  @usableFromInline var counts = Storage<UInt64>(capacity: FineSteps.count / 8)

  @usableFromInline init() {
    keys.append(repeating: 0, count: Self.count * Self.capacity)
    counts.append(repeating: 0, count: Self.count / 8)
  }

  /// Bits that the byte of a step is away from the low end of its word.
  @inlinable @inline(__always)
  func bits(_ step: Int) -> UInt64 { UInt64(truncatingIfNeeded: (step & 7) << 3) }

  @inlinable @inline(__always)
  func isFull(_ step: Int) -> Bool {
    counts[step >> 3] &>> bits(step) & 0xFF == UInt64(Self.capacity)
  }

  /// Adds a key to a step that is not full.
  @inlinable @inline(__always)
  mutating func push(_ key: UInt64, step: Int) {
    let word = counts[step >> 3]
    keys[step << 3 + Int(truncatingIfNeeded: word &>> bits(step) & 0xFF)] = key
    counts[step >> 3] = word &+ 1 &<< bits(step)
  }

  /// The first step from `start` on that holds a key. - Complexity: O(words of the counts).
  @inlinable @inline(__always)
  func firstOccupied(from start: Int) -> Int? {
    guard start < Self.count else { return nil }
    var place = start >> 3
    var word = counts[place] & ~0 &<< bits(start)
    while word == 0 {
      place += 1
      if place == Self.count >> 3 { return nil }
      word = counts[place]
    }
    return place << 3 + word.trailingZeroBitCount >> 3
  }

  /// Sorts a step's keys where they lie and forgets them: says how many there were, and whether two
  /// are of one instant.
  @inlinable @inline(__always)
  mutating func open(_ step: Int, ignoring low: UInt64) -> (count: Int, hasTies: Bool) {
    let word = counts[step >> 3]
    let count = Int(truncatingIfNeeded: word &>> bits(step) & 0xFF)
    counts[step >> 3] = word & ~(0xFF &<< bits(step))
    if count < 2 { return (count, false) }
    let ties = count > 4 ? sortEight(step << 3, count, low) : sortFour(step << 3, count, low)
    return (count, ties)
  }

  /// Least and greatest of two, without a branch.
  @inlinable @inline(__always)
  func order(_ a: inout UInt64, _ b: inout UInt64) {
    let (x, y) = (a, b)
    a = min(x, y)
    b = max(x, y)
  }

  /// Whether two keys differ, but in their low bits only.
  @inlinable @inline(__always)
  func tie(_ a: UInt64, _ b: UInt64, _ low: UInt64) -> UInt64 { (a ^ b) &- 1 < low ? 1 : 0 }

  /// A key of a step that holds `count`, the greatest word beyond; without a branch, since nobody
  /// can foresee how many there are.
  @inlinable @inline(__always)
  func key(_ first: Int, _ place: Int, of count: Int) -> UInt64 {
    keys[first &+ place] | UInt64(bitPattern: Int64(count &- place &- 1) &>> 63)
  }

  @inlinable @inline(__always)
  mutating func sortFour(_ first: Int, _ count: Int, _ low: UInt64) -> Bool {
    var a = keys[first]
    var b = keys[first + 1]
    var c = key(first, 2, of: count)
    var d = key(first, 3, of: count)
    sortFour(&a, &b, &c, &d)
    keys[first] = a
    keys[first + 1] = b
    keys[first + 2] = c
    keys[first + 3] = d
    return tie(a, b, low) | tie(b, c, low) | tie(c, d, low) != 0
  }

  /// Batcher's odd-even merge sort (1968): nineteen exchanges for eight.
  @inlinable @inline(never)
  mutating func sortEight(_ first: Int, _ count: Int, _ low: UInt64) -> Bool {
    var a = keys[first]
    var b = keys[first + 1]
    var c = keys[first + 2]
    var d = keys[first + 3]
    var e = keys[first + 4]
    var f = key(first, 5, of: count)
    var g = key(first, 6, of: count)
    var h = key(first, 7, of: count)
    sortFour(&a, &b, &c, &d)
    sortFour(&e, &f, &g, &h)
    order(&a, &e)
    order(&b, &f)
    order(&c, &g)
    order(&d, &h)
    order(&c, &e)
    order(&d, &f)
    order(&b, &c)
    order(&d, &e)
    order(&f, &g)
    keys[first] = a
    keys[first + 1] = b
    keys[first + 2] = c
    keys[first + 3] = d
    keys[first + 4] = e
    keys[first + 5] = f
    keys[first + 6] = g
    keys[first + 7] = h
    let upper = tie(a, b, low) | tie(b, c, low) | tie(c, d, low) | tie(d, e, low)
    return upper | tie(e, f, low) | tie(f, g, low) | tie(g, h, low) != 0
  }

  /// The optimal network: five exchanges.
  @inlinable @inline(__always)
  func sortFour(_ a: inout UInt64, _ b: inout UInt64, _ c: inout UInt64, _ d: inout UInt64) {
    order(&a, &b)
    order(&c, &d)
    order(&a, &c)
    order(&b, &d)
    order(&b, &c)
  }
}
