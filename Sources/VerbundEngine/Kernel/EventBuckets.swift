/// A ring of unsorted buckets, one for each coarse step in sight: chains of chunks from one slab.
///
/// A bucket only ever grows or is emptied as a whole, so a push is one store at a known place and
/// no comparison. A bitmap finds the next bucket that holds anything.
@usableFromInline
struct EventBuckets<Event: PlainEvent>: ~Copyable {
  @inlinable static var count: Int { 4_096 }
  /// Events per chunk.
  @inlinable static var chunk: Int { 64 }

  /// `next` is the slab's place for the next event; at a multiple of the chunk a new one is needed.
  @usableFromInline
  struct Bucket: BitwiseCopyable {
    @usableFromInline var next: Int32 = 0
    @usableFromInline var last: Int32 = -1

    @inlinable init() {}
  }

  @usableFromInline let buckets = FixedStorage<4_096, Bucket>(repeating: Bucket())
  @usableFromInline let occupied = FixedStorage<64, UInt64>(repeating: 0)
  @usableFromInline var slab = Storage<Event>()
  /// The chunk before each chunk of a chain; free chunks are chained too.
  @usableFromInline var previous = Storage<Int32>()
  @usableFromInline var freeChunk: Int32 = -1

  @usableFromInline init() {}

  /// Adds an event and returns its place in the slab. - Complexity: O(1).
  @inlinable @inline(__always) @discardableResult
  mutating func push(_ event: Event, into index: Int) -> Int {
    var place = buckets[index].next
    if place & Int32(Self.chunk - 1) == 0 { place = startChunk(of: index, event) }
    buckets[index].next = place &+ 1
    slab[Int(place)] = event
    return Int(place)
  }

  /// Says where its first event goes.
  @inlinable @inline(never)
  mutating func startChunk(of index: Int, _ filler: Event) -> Int32 {
    let chunk = takeChunk(filler, after: buckets[index].last)
    buckets[index].last = chunk
    occupied[index >> 6] |= 1 &<< UInt64(truncatingIfNeeded: index & 63)
    return chunk &* Int32(Self.chunk)
  }

  @inlinable
  mutating func takeChunk(_ filler: Event, after last: Int32) -> Int32 {
    var chunk = freeChunk
    if chunk >= 0 {
      freeChunk = previous[Int(chunk)]
    } else {
      slab.append(repeating: filler, count: Self.chunk)
      previous.append(-1)
      chunk = Int32(truncatingIfNeeded: previous.count - 1)
    }
    previous[Int(chunk)] = last
    return chunk
  }

  /// The places of a bucket's events, chunk by chunk from the latest; nil after the first.
  @inlinable @inline(__always)
  func chunk(before range: Range<Int>) -> Range<Int>? {
    places(of: previous[range.lowerBound / Self.chunk], end: nil)
  }

  /// The places of a bucket's latest events; nil if it is empty.
  @inlinable @inline(__always)
  func lastChunk(of index: Int) -> Range<Int>? {
    places(of: buckets[index].last, end: Int(buckets[index].next))
  }

  @inlinable @inline(__always)
  func places(of chunk: Int32, end: Int?) -> Range<Int>? {
    if chunk < 0 { return nil }
    let first = Int(chunk) * Self.chunk
    return first..<(end ?? first + Self.chunk)
  }

  /// Forgets a bucket's events. - Complexity: O(its chunks).
  @inlinable
  mutating func clear(_ index: Int) {
    var chunk = buckets[index].last
    buckets[index] = Bucket()
    occupied[index >> 6] &= ~(1 << UInt64(index & 63))
    while chunk >= 0 {
      let next = previous[Int(chunk)]
      previous[Int(chunk)] = freeChunk
      freeChunk = chunk
      chunk = next
    }
  }

  /// The first occupied bucket from `start` on, around the ring; nil if there is none.
  /// - Complexity: O(words of the bitmap).
  @inlinable
  func firstOccupied(from start: Int) -> Int? {
    var word = start >> 6
    var bits = occupied[word] & ~0 << UInt64(start & 63)
    for _ in 0...occupied.count {
      if bits != 0 { return word << 6 + bits.trailingZeroBitCount }
      word = (word + 1) & (occupied.count - 1)
      bits = occupied[word]
    }
    return nil
  }
}
