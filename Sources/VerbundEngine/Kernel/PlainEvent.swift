import VerbundCore

/// A small plain value that happens at a time.
///
/// `precedes` is a total order by (time, meaning): kind, stream, serial and so on, never the order
/// of insertion. So the sequence of events does not depend on how the set stores them.
public protocol PlainEvent: BitwiseCopyable, Sendable {
  var time: Nanoseconds { get }
  static func precedes(_ a: Self, _ b: Self) -> Bool
}
