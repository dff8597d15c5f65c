/// The present coarse step, cut into 1,024 fine steps of up to eight keys each.
///
/// A key is an event's time within the coarse step (high bits) and its place in the slab (low
/// bits): events are put in order by comparing single words, without a branch, and are not moved.
/// Eight steps are opened at once: how many keys a step holds nobody can foresee, how many steps
/// there are everybody.
@usableFromInline
struct FineSteps: ~Copyable {
  @inlinable static var count: Int { 1_024 }
  /// Keys per step; what finds its step full goes elsewhere.
  @inlinable static var capacity: Int { 8 }
  /// Steps that are opened together: their counts are read as one word.
  @inlinable static var group: Int { 8 }

  /// `capacity` for each step. Places without a key hold the greatest word.
  @usableFromInline let keys = FixedStorage<8_192, UInt64>(repeating: .max)
  /// Keys in each step.
  @usableFromInline let counts = FixedStorage<1_024, UInt8>(repeating: 0)

  @usableFromInline init() {}

  /// Counts one more key of a step and says where it goes; nil if the step is full.
  @inlinable @inline(__always)
  mutating func reserve(_ step: Int) -> Int? {
    let count = Int(counts[step])
    if count == Self.capacity { return nil }
    counts[step] = UInt8(truncatingIfNeeded: count &+ 1)
    return step << 3 &+ count
  }

  /// The first group from `start` on that holds a key. - Complexity: O(groups).
  @inlinable @inline(__always)
  func firstOccupied(from start: Int) -> Int? {
    var group = start
    while group < Self.count / Self.group {
      if counts.word(group) != 0 { return group }
      group &+= 1
    }
    return nil
  }

  /// Moves a group's keys to the front of `run`, sorted, with the greatest word behind them; says
  /// how many there were.
  @inlinable @inline(__always)
  mutating func open(_ group: Int, into run: borrowing Run) -> Int {
    var word = counts.word(group)
    counts.setWord(group, 0)
    var end = 0
    for step in 0..<Self.group {
      let count = Int(truncatingIfNeeded: word & 0xFF)
      word &>>= 8
      let first = (group << 3 | step) << 3
      if count > 4 {
        moveEight(first, to: end, of: run)
      } else {
        run.setFour(end, sorted(take(first)))
      }
      end &+= count
    }
    run[end] = .max
    return end
  }

  /// Four keys that leave their places.
  @inlinable @inline(__always)
  mutating func take(_ first: Int) -> Four {
    let four = keys.four(first)
    keys.setFour(first, (.max, .max, .max, .max))
    return four
  }

  /// The keys of a group (`group` times `capacity`), and the greatest word.
  @usableFromInline typealias Run = FixedStorage<65, UInt64>
  @usableFromInline typealias Four = (UInt64, UInt64, UInt64, UInt64)

  /// Batcher's odd-even merge sort (1968): nineteen exchanges for eight.
  @inlinable @inline(never)
  mutating func moveEight(_ first: Int, to end: Int, of run: borrowing Run) {
    var (a, b, c, d) = sorted(take(first))
    var (e, f, g, h) = sorted(take(first + 4))
    order(&a, &e)
    order(&b, &f)
    order(&c, &g)
    order(&d, &h)
    order(&c, &e)
    order(&d, &f)
    order(&b, &c)
    order(&d, &e)
    order(&f, &g)
    run.setFour(end, (a, b, c, d))
    run.setFour(end + 4, (e, f, g, h))
  }

  /// The optimal network: five exchanges.
  @inlinable @inline(__always)
  func sorted(_ four: Four) -> Four {
    var (a, b, c, d) = four
    order(&a, &b)
    order(&c, &d)
    order(&a, &c)
    order(&b, &d)
    order(&b, &c)
    return (a, b, c, d)
  }

  /// Least and greatest of two, without a branch.
  @inlinable @inline(__always)
  func order(_ a: inout UInt64, _ b: inout UInt64) {
    let (x, y) = (a, b)
    a = min(x, y)
    b = max(x, y)
  }
}
