import VerbundCore

/// What can happen in the federation. The number is the rank among events of one instant.
enum EventKind: UInt8 {
  /// Scaling and lending are decided.
  case control
  /// Capacity ordered through the portal comes or goes.
  case portalOrder
  case replicaReady
  case visitArrives
  case pageOffered
  /// The request of a page view reaches the front door.
  case atDoor
  /// A call reaches its replica.
  case atReplica
  case workDone
  /// A response reaches the component that called.
  case reply
  /// A client's patience ends.
  case deadline
  /// A request is done that shares a replica's workers with others.
  case sharedDone
  /// A planned outage begins or ends.
  case fault
}

/// An event: 24 plain bytes.
///
/// Order is (time, kind, stream, serial, page, node, attempt): what it means, never when it was
/// inserted. Widths: kind 4, stream 12, visit 28, page 8, node 8, attempt 4 bits; the plan checks
/// them (`Limits`).
struct FederationEvent: PlainEvent {
  var time: Nanoseconds
  var key: UInt64
  /// Index of what it happens to, and the generation that makes a stale event harmless.
  var subject: UInt32
  var generation: UInt32

  @inline(__always)
  init(
    _ kind: EventKind, at time: Nanoseconds, stream: Int, serial: UInt32, page: UInt8 = 0,
    subject: Int, generation: UInt32 = 0
  ) {
    self.init(
      kind, at: time, key: Self.key(stream: stream, serial: serial, page: page), subject: subject,
      generation: generation)
  }

  /// - Parameter key: what it is about, without the kind.
  @inline(__always)
  init(
    _ kind: EventKind, at time: Nanoseconds, key: UInt64, subject: Int, generation: UInt32 = 0
  ) {
    self.time = time
    self.key = UInt64(kind.rawValue) << 60 | key
    self.subject = UInt32(truncatingIfNeeded: subject)
    self.generation = generation
  }

  /// The stream in a key.
  @inline(__always)
  static func stream(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 48 & 0xFFF) }

  /// The key of the root node of a page view, without the kind.
  @inline(__always)
  static func key(stream: Int, serial: UInt32, page: UInt8) -> UInt64 {
    UInt64(truncatingIfNeeded: stream & 0xFFF) << 48 | UInt64(serial & 0xFFF_FFFF) << 20
      | UInt64(page) << 12
  }

  @inline(__always)
  var kind: EventKind { EventKind(rawValue: UInt8(truncatingIfNeeded: key >> 60)) ?? .control }

  @inline(__always)
  static func precedes(_ a: FederationEvent, _ b: FederationEvent) -> Bool {
    a.time < b.time || (a.time == b.time && a.key < b.key)
  }
}
