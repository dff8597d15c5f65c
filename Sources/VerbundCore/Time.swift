/// Simulated time: whole nanoseconds since the scenario's start.
public typealias Nanoseconds = Int64

extension Nanoseconds {
  public static let second: Nanoseconds = 1_000_000_000
  public static let minute: Nanoseconds = 60 * second
  public static let hour: Nanoseconds = 60 * minute
}

/// A non-negative real number of nanoseconds, rounded to whole ones (ties to even).
///
/// `value` must be below 2^52. The addition of 2^52 leaves the rounded integer in the low bits of
/// the mantissa: no checked conversion, so loops over it vectorise.
@inlinable @inline(__always)
public func wholeNanoseconds(_ value: Double) -> Nanoseconds {
  Nanoseconds(truncatingIfNeeded: (value + 0x1p52).bitPattern & 0xF_FFFF_FFFF_FFFF)
}
