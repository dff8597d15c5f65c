/// A ring of 1,024 unsorted buckets, each a chain of chunks from one slab.
///
/// A bucket only ever grows or is emptied as a whole, so a push is one store at a known place and
/// no comparison. A bitmap finds the next bucket that holds anything.
@usableFromInline
struct EventBuckets<Event: PlainEvent>: ~Copyable {
  @inlinable static var count: Int { 1_024 }
  /// Events per chunk.
  @inlinable static var chunk: Int { 16 }

  @usableFromInline
  struct Bucket: BitwiseCopyable {
    @usableFromInline var last: Int32 = -1
    @usableFromInline var count: Int32 = 0

    @inlinable init() {}
  }

  @usableFromInline var buckets = Storage<Bucket>(capacity: EventBuckets.count)
  @usableFromInline var occupied = Storage<UInt64>(capacity: EventBuckets.count / 64)
  @usableFromInline var slab = Storage<Event>()
  /// The chunk before each chunk of a chain; free chunks are chained too.
  @usableFromInline var previous = Storage<Int32>()
  @usableFromInline var freeChunk: Int32 = -1
  @usableFromInline var total = 0

  @usableFromInline init() {
    buckets.append(repeating: Bucket(), count: Self.count)
    occupied.append(repeating: 0, count: Self.count / 64)
  }

  /// - Complexity: O(1).
  @inlinable @inline(__always)
  mutating func push(_ event: Event, into index: Int) {
    var bucket = buckets[index]
    let place = Int(bucket.count) & (Self.chunk - 1)
    if place == 0 {
      let chunk = takeChunk(event)
      previous[Int(chunk)] = bucket.last
      bucket.last = chunk
      occupied[index >> 6] |= 1 << UInt64(index & 63)
    }
    slab[Int(bucket.last) * Self.chunk + place] = event
    bucket.count += 1
    buckets[index] = bucket
    total += 1
  }

  @inlinable
  mutating func takeChunk(_ filler: Event) -> Int32 {
    if freeChunk >= 0 {
      let chunk = freeChunk
      freeChunk = previous[Int(chunk)]
      return chunk
    }
    slab.append(repeating: filler, count: Self.chunk)
    previous.append(-1)
    return Int32(truncatingIfNeeded: previous.count - 1)
  }

  /// Empties a bucket into `target`, in no particular order. - Complexity: O(its events).
  @inlinable
  mutating func drain(_ index: Int, into target: inout Storage<Event>) {
    let bucket = buckets[index]
    buckets[index] = Bucket()
    occupied[index >> 6] &= ~(1 << UInt64(index & 63))
    total -= Int(bucket.count)
    var chunk = bucket.last
    var size = (Int(bucket.count) - 1) & (Self.chunk - 1) + 1
    while chunk >= 0 {
      let first = Int(chunk) * Self.chunk
      for place in first..<first + size { target.append(slab[place]) }
      size = Self.chunk
      let next = previous[Int(chunk)]
      previous[Int(chunk)] = freeChunk
      freeChunk = chunk
      chunk = next
    }
  }

  /// The first occupied bucket from `start` on, not wrapping; nil if there is none.
  /// - Complexity: O(words of the bitmap).
  @inlinable @inline(__always)
  func firstOccupied(from start: Int) -> Int? {
    guard start < Self.count else { return nil }
    var word = start >> 6
    var bits = occupied[word] & ~0 << UInt64(start & 63)
    while bits == 0 {
      word += 1
      if word == occupied.count { return nil }
      bits = occupied[word]
    }
    return word << 6 + bits.trailingZeroBitCount
  }
}
