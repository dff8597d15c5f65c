import VerbundCore

/// A first-come station with c workers that needs no departure events.
///
/// The workers' free times are kept sorted. An arrival takes the earliest, and its end `d` replaces
/// it: `r[k] = max(f[k], min(d, f[k + 1]))`, no search and no branch (Kiefer, Wolfowitz, "On the
/// theory of queues with many servers", 1955). Start and end are known on arrival, so customers
/// must come in the order of their arrivals, and one who has come cannot be called back.
///
/// - A customer is bound to a worker on arrival: the one who is free first, of those free at the
///   same time the one with the lowest index. While the workers stay the same this is one line for
///   all.
/// - At the same instant those who leave go before those who arrive: a worker free at `t` and a
///   place in the line that empties at `t` are there for an arrival at `t`.
///
/// Same results, bit by bit, as departures simulated one by one. Ends must lie within 2^63 / c ns
/// of the arrival (c rounded up to a power of two): 18 years for 16 workers, 104 days for 1,000.
/// - Complexity: O(c / SIMD width) for an arrival; fast up to some hundred workers.
public struct SortedWorkers: ~Copyable {
  /// Free times after `base` in the upper bits, the worker's index in the lower `bits`, rising; at
  /// least one infinity behind the last.
  ///
  /// They are positive doubles by their bits only. These have the order of the integers, and every
  /// 64-bit CPU compares two of them at once, which the plain x86-64 cannot do with integers.
  @usableFromInline var row = Storage<Double>()
  /// Workers that take customers.
  public private(set) var count = 0
  @usableFromInline var base: Nanoseconds
  @usableFromInline var bits: Int64 = 0
  /// Time of the last call.
  @usableFromInline var now: Nanoseconds
  @usableFromInline let limit: Int?
  @usableFromInline var line = WaitingStarts()

  /// Workers 0 ..< `workers`, free from `start` on.
  ///
  /// - Parameter queue: places in the line; nil is no limit, and then the line is not followed.
  public init(workers: Int, queue: Int? = nil, start: Nanoseconds = 0) {
    precondition(workers >= 0 && queue ?? 0 >= 0, "a negative number of workers or places")
    base = start
    now = start
    limit = queue
    addWorkers(0..<workers, at: start)
  }

  /// When a worker is free, not before the last call; nil without workers.
  @inlinable public var earliestFree: Nanoseconds? { count == 0 ? nil : max(now, time(row[0])) }

  /// Binds a customer who arrives at `time`, not before the last call, and needs `work`.
  ///
  /// - Returns: nil if the customer has to wait and the line is full, or if nobody works here.
  /// - Complexity: O(c / SIMD width), and O(1) amortised for the line while no worker is added.
  @inlinable @inline(__always)
  public mutating func arrive(
    at time: Nanoseconds, work: Nanoseconds
  ) -> (worker: Int, start: Nanoseconds, end: Nanoseconds)? {
    precondition(time >= now && work >= 0, "an arrival in the past, or negative work")
    now = time
    // Infinity is out of reach: this leads away where nobody works as well.
    if !isInReach(work) { guard bringIntoReach(work) else { return nil } }
    let first = Self.integer(row[0])
    let start = max(time &- base, first &>> bits)
    if let limit, !line.admit(base &+ start, at: time, limit: limit) { return nil }
    let worker = first & (1 &<< bits &- 1)
    let end = start &+ work
    replaceFirst(by: Self.key(end &<< bits | worker))
    return (Int(worker), base &+ start, base &+ end)
  }

  @inlinable @inline(__always)
  func isInReach(_ work: Nanoseconds) -> Bool {
    max(now &- base, Self.integer(row[0]) &>> bits) < reach &- work
  }

  /// False if nobody works here.
  @usableFromInline @inline(never)
  mutating func bringIntoReach(_ work: Nanoseconds) -> Bool {
    if count == 0 { return false }
    moveBase()
    precondition(isInReach(work), "work that takes too long")
    return true
  }

  /// The vector step. Vectorised by the compiler, which sees that no index can be outside.
  @inlinable @inline(__always)
  mutating func replaceFirst(by new: Double) {
    row.withSpan { free in
      var present = free[0]
      for k in 0..<free.count - 1 {
        let next = free[k + 1]
        let lower = next < new ? next : new
        free[k] = present > lower ? present : lower
        present = next
      }
    }
  }

  /// Customers who wait at `time`, not before the last call; only if a limit was given.
  @inlinable
  public mutating func waiting(at time: Nanoseconds) -> Int {
    precondition(limit != nil && time >= now, "a line that is not followed, or a time gone by")
    now = time
    line.leave(until: time)
    return line.count
  }

  /// New workers, free from `time` on, not before the last call. Customers who have come stay
  /// bound to theirs. An index must not be there twice. - Complexity: O(workers).
  public mutating func addWorkers(_ workers: Range<Int>, at time: Nanoseconds) {
    precondition(time >= now && workers.lowerBound >= 0, "a worker in the past, or with no index")
    moveBase()
    if let last = workers.last { widen(to: Int64(last)) }
    precondition(time - base < reach, "a worker that comes too late")
    let new = workers.map { Self.key((time - base) << bits | Int64($0)) }
    fill((keys + new).sorted())
  }

  /// Takes out the worker who is free first at `time`, not before the last call: who is bound to
  /// it is served, and nobody after.
  ///
  /// - Returns: its index and when it is done, at `time` or later; nil without workers.
  /// - Complexity: O(workers).
  public mutating func removeWorker(at time: Nanoseconds) -> (worker: Int, free: Nanoseconds)? {
    precondition(time >= now, "a removal in the past")
    guard count > 0 else { return nil }
    now = time
    let first = row[0]
    fill(Array(keys.dropFirst()))
    return (Int(Self.integer(first) & (1 << bits - 1)), max(time, self.time(first)))
  }

  /// How far behind `base` a time may lie.
  @inlinable @inline(__always)
  var reach: Int64 { 0x7FE0_0000_0000_0000 &>> bits }

  /// Keys begin at the smallest normal number: some CPUs are slow below it.
  @inlinable @inline(__always)
  static func key(_ integer: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: integer) &+ 0x10_0000_0000_0000)
  }

  @inlinable @inline(__always)
  static func integer(_ key: Double) -> Int64 {
    Int64(bitPattern: key.bitPattern &- 0x10_0000_0000_0000)
  }

  @inlinable
  func time(_ key: Double) -> Nanoseconds { base + Self.integer(key) >> bits }
}

extension SortedWorkers {
  /// Writes sorted keys, and infinities behind up to one more than a multiple of four.
  private mutating func fill(_ keys: [Double]) {
    count = keys.count
    row.removeAll()
    for key in keys { row.append(key) }
    row.append(repeating: .infinity, count: (4 - count % 4) % 4 + 1)
  }

  private var keys: [Double] { (0..<count).map { row[$0] } }

  /// Counts from the present on. Workers that have been free for long keep their order, which is
  /// all that matters of their past.
  @usableFromInline
  mutating func moveBase() {
    let newBase = now - Int64(count)
    let moved = keys.enumerated().map { place, key in
      let free = time(key)
      let kept = free < now ? Int64(place) : free - newBase
      precondition(kept < reach, "a worker is busy for too long")
      return Self.key(kept << bits | Self.integer(key) & (1 << bits - 1))
    }
    base = newBase
    fill(moved)
  }

  /// Makes room for a larger index.
  private mutating func widen(to index: Int64) {
    let wanted = Int64(Int64.bitWidth - index.leadingZeroBitCount)
    guard wanted > bits else { return }
    let old = keys.map(Self.integer)
    let oldBits = bits
    bits = wanted
    fill(
      old.map {
        precondition($0 >> oldBits < reach, "too many workers for so long a time")
        return Self.key(($0 >> oldBits) << bits | $0 & (1 << oldBits - 1))
      })
  }
}
