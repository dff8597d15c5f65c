import VerbundCore

/// The number present over time, and Little's law on the path itself: the integral of the number is
/// the sum of the times spent, to the nanosecond, at any end (Little, 1961).
struct NumberPresent {
  private(set) var count: Int64 = 0
  /// Customer-nanoseconds up to `since`.
  private var integral: Int128 = 0
  private var since: Nanoseconds = 0
  /// Time spent by those who have left.
  private var spent: Int128 = 0
  /// Sum of the times at which those present came.
  private var arrivals: Int128 = 0

  mutating func enter(at now: Nanoseconds) {
    advance(to: now)
    count += 1
    arrivals += Int128(now)
  }

  mutating func leave(at now: Nanoseconds, since arrival: Nanoseconds) {
    advance(to: now)
    count -= 1
    arrivals -= Int128(arrival)
    spent += Int128(now - arrival)
  }

  /// Customer-nanoseconds up to `end`.
  func integral(until end: Nanoseconds) -> Int128 { integral + Int128(count) * Int128(end - since) }

  func mean(until end: Nanoseconds) -> Double { Double(integral(until: end)) / Double(end) }

  func obeysLittle(at end: Nanoseconds) -> Bool {
    integral(until: end) == spent + Int128(count) * Int128(end) - arrivals
  }

  private mutating func advance(to now: Nanoseconds) {
    integral += Int128(count) * Int128(now - since)
    since = now
  }
}
