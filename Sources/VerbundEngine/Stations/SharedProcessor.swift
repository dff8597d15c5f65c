import VerbundCore

/// c processors, shared equally by all who are present: each of n requests gets min(1, c/n) of one.
///
/// All present are served alike, so one number is enough for them: the virtual time, which runs at
/// that rate. A request is done when the virtual time has grown by its work since its arrival. So
/// nobody is touched while others come and go (egalitarian processor sharing; Kleinrock, 1967).
///
/// **Rounding.** Virtual time is kept in integers, in units of 2^-54 ns; what cannot be divided by
/// n is carried to the next step, never lost. It is read to the nearest 2^-30 ns, so that what is
/// equal in exact arithmetic is equal here. It begins anew whenever nobody is present. A request
/// leaves at the first whole nanosecond at which it is done; what it is given beyond its work until
/// then, less than 1 ns, stands in the books.
///
/// **Order.** Who is done at the same virtual time leaves by rising key.
///
/// Work must be below 2^52 ns (52 days), processors below 2^16, requests present below 2^20.
/// - Complexity: O(log n) for an arrival, a departure, a cancelling; O(1) for all else.
public struct SharedProcessor: ~Copyable {
  /// Names a request from its arrival on; void once it has left.
  public struct Ticket: Sendable, BitwiseCopyable, Hashable {
    var row: Int32
    var generation: UInt32
  }

  /// Number of processors.
  public private(set) var processors: Int
  private var now: Nanoseconds
  /// Units of 2^-54 ns.
  private var virtual: Int128 = 0
  private var carry: Int128 = 0
  private var requests = RequestHeap()
  private var books = Books()

  /// Idle processors at `start`.
  public init(processors: Int, start: Nanoseconds = 0) {
    self.processors = Self.checked(processors)
    now = start
  }

  /// Requests present.
  public var count: Int { requests.count }

  /// When the next request leaves, if nothing else happens before; nil if none ever will.
  public var nextDeparture: Nanoseconds? {
    guard let first = requests.first else { return nil }
    let missing = first.finish * Self.fine - Self.fine / 2 - virtual
    if missing <= 0 { return now }
    if processors == 0 { return nil }
    let n = Int128(count)
    let c = Int128(processors)
    let steps =
      n <= c ? Self.ratioUp(missing, Self.unit) : Self.ratioUp(missing * n - carry, c * Self.unit)
    let (time, isLate) = now.addingReportingOverflow(Nanoseconds(clamping: steps))
    return isLate ? .max : time
  }

  /// A request arrives at `time`, not before the last call.
  /// - Parameter key: what it is; different from that of all present.
  public mutating func arrive(_ key: UInt64, work: Nanoseconds, at time: Nanoseconds) -> Ticket {
    precondition(work >= 0 && work < 1 << 52, "negative work, or more than 52 days of it")
    precondition(count < 1 << 20, "more than a million requests at once")
    advance(to: time)
    books.starts &+= virtual
    return requests.insert(
      finish: finish(of: work, from: virtual), key: key, start: virtual, work: work)
  }

  /// Takes out the next request that is done at `time`, not before the last call; nil if none is.
  /// Whoever is done must be taken out before anything else happens after that time.
  public mutating func depart(at time: Nanoseconds) -> (key: UInt64, ticket: Ticket)? {
    advance(to: time)
    guard let first = requests.first, read(virtual) >= first.finish else { return nil }
    let gone = requests.remove(first.row)
    books.done += Int128(gone.work)
    books.rounding &+= virtual - gone.start - Int128(gone.work) * Self.unit
    leave(gone)
    return (first.key, gone.ticket)
  }

  /// Takes out a request before it is done, at `time`, not before the last call.
  /// - Returns: its work left in whole ns, rounded up; nil if it has left already.
  public mutating func cancel(_ ticket: Ticket, at time: Nanoseconds) -> Nanoseconds? {
    advance(to: time)
    guard requests.holds(ticket) else { return nil }
    let gone = requests.remove(ticket.row)
    let left = finish(of: gone.work, from: gone.start) - read(virtual)
    books.dropped &+= virtual - gone.start
    leave(gone)
    return Nanoseconds(max(0, Self.ratioUp(left, Self.unit / Self.fine)))
  }

  /// Gives or takes processors at `time`, not before the last call; with none, all stand still.
  public mutating func setProcessors(_ number: Int, at time: Nanoseconds) {
    advance(to: time)
    processors = Self.checked(number)
  }

  /// Processor time spent on requests up to the last call, in ns.
  public var busyTime: Int128 { books.delivered }

  /// Processor time delivered less work served, in units of 2^-54 ns: 0, or this type is broken.
  ///
  /// Delivered is counted by processors and time; served by requests: those done, those cancelled,
  /// those present, and the carry. Counted modulo 2^128.
  public var gap: Int128 {
    let underWay = Int128(count) &* virtual &- books.starts
    let whole = (books.delivered - books.done) &* Self.unit
    return whole &- books.rounding &- books.dropped &- underWay &- carry
  }

  /// What the requests that left in time were given beyond their work, in ns: at most 1 each.
  public var roundedAway: Double { Double(books.rounding) * 0x1p-54 }
}

extension SharedProcessor {
  private struct Books {
    /// ns.
    var delivered: Int128 = 0
    var done: Int128 = 0
    /// Units of 2^-54 ns.
    var rounding: Int128 = 0
    var dropped: Int128 = 0
    /// Sum of the virtual times at which those present arrived.
    var starts: Int128 = 0
  }

  /// Units of a nanosecond, and of the finest difference that is read.
  private static var unit: Int128 { 1 << 54 }
  private static var fine: Int128 { 1 << 24 }

  /// Virtual time to the nearest 2^-30 ns.
  private func read(_ virtual: Int128) -> Int128 { (virtual + Self.fine / 2) / Self.fine }

  private func finish(of work: Nanoseconds, from start: Int128) -> Int128 {
    read(start) + Int128(work) * (Self.unit / Self.fine)
  }

  private static func checked(_ processors: Int) -> Int {
    precondition(processors >= 0 && processors < 1 << 16, "fewer than 0 or more than 65,535")
    return processors
  }

  /// Rounded up; `a` may be negative, `b` is positive.
  private static func ratioUp(_ a: Int128, _ b: Int128) -> Int128 {
    let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
    return rest > 0 ? quotient + 1 : quotient
  }

  private mutating func advance(to time: Nanoseconds) {
    precondition(time >= now, "a time gone by")
    let n = Int128(count)
    let c = Int128(processors)
    let elapsed = Int128(time - now)
    now = time
    books.delivered += min(n, c) * elapsed
    if n <= c {
      virtual += n > 0 ? elapsed * Self.unit : 0
    } else {
      let (share, rest) = (c * elapsed * Self.unit + carry).quotientAndRemainder(dividingBy: n)
      virtual += share
      carry = rest
    }
  }

  private mutating func leave(_ gone: RequestHeap.Row) {
    books.starts &-= gone.start
    if count == 0 { virtual = 0 }
  }
}
