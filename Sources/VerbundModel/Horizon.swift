import VerbundCore

/// The simulated window. All other times of a scenario are nanoseconds since `start`.
public struct Horizon: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00Z.
  public var start: Int64
  /// Offset of the local clock from UTC at the start, seconds; for printing and for hours of the
  /// day.
  public var utcOffset: Int
  public var length: Nanoseconds
  /// Grid of all series; divides `length`.
  public var slot: Nanoseconds

  public init(start: Int64, utcOffset: Int, length: Nanoseconds, slot: Nanoseconds) {
    self.start = start
    self.utcOffset = utcOffset
    self.length = length
    self.slot = slot
  }

  public var slots: Int { Int(length / slot) }

  /// Local wall clock at the start of a slot.
  public func clock(slot index: Int) -> CivilTime {
    CivilTime(unixSeconds: start + Int64(index) * (slot / .second), utcOffset: utcOffset)
  }
}
