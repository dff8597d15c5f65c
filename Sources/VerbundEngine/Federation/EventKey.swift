import VerbundCore

/// What can happen in the federation. The number is the rank among events of one instant.
enum EventKind: UInt8 {
  /// Scaling and lending are decided.
  case control
  /// Capacity ordered through the portal comes or goes.
  case portalOrder
  case replicaReady
  /// The request for the first page of a visit is where the front door is, unless a link keeps it
  /// waiting.
  case visitArrives
  /// The same for a further page.
  case page
  /// A request that had to wait reaches the front door.
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
  /// Those whose patience may end before the next watch are looked for.
  case watch

  /// The kind of a rank; what is none counts as the last. Spelt out, since the compiler's own is a
  /// call.
  @inline(__always)
  init(bits: UInt64) {
    switch bits {
    case 0: self = .control
    case 1: self = .portalOrder
    case 2: self = .replicaReady
    case 3: self = .visitArrives
    case 4: self = .page
    case 5: self = .atDoor
    case 6: self = .atReplica
    case 7: self = .workDone
    case 8: self = .reply
    case 9: self = .deadline
    case 10: self = .sharedDone
    case 11: self = .fault
    default: self = .watch
    }
  }
}

/// What goes with a citizen from page to page: between two of them it is all there is, so that
/// people who think need no row.
struct Visitor: BitwiseCopyable {
  /// Pages of the whole visit.
  var pages: UInt8
  /// A page of it came to nothing.
  var hasFailed = false
  /// The front door holds its connection.
  var isConnected = false
  /// Of the front door at that time: it counts its losses, each of which ends all connections.
  var doorEpoch: UInt32 = 0

  @inline(__always)
  init(pages: UInt8, hasFailed: Bool = false, isConnected: Bool = false, doorEpoch: UInt32 = 0) {
    self.pages = pages
    self.hasFailed = hasFailed
    self.isConnected = isConnected
    self.doorEpoch = doorEpoch
  }

  @inline(__always)
  init(bits: UInt32, doorEpoch: UInt32) {
    self.init(
      pages: UInt8(truncatingIfNeeded: bits), hasFailed: bits & 1 << 8 != 0,
      isConnected: bits & 1 << 9 != 0, doorEpoch: doorEpoch)
  }

  /// All but the epoch.
  @inline(__always)
  var bits: Int { Int(pages) | (hasFailed ? 1 << 8 : 0) | (isConnected ? 1 << 9 : 0) }
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

  /// A citizen asks for a further page.
  @inline(__always)
  init(pageAt time: Nanoseconds, key: UInt64, _ visitor: Visitor) {
    self.init(
      .page, at: time, key: key, subject: visitor.bits, generation: visitor.doorEpoch)
  }

  /// The citizen of a `page`.
  @inline(__always)
  var visitor: Visitor { Visitor(bits: subject, doorEpoch: generation) }

  /// What it is about, without the kind.
  @inline(__always)
  var meaning: UInt64 { key & ~(0xF << 60) }

  /// The stream in a key.
  @inline(__always)
  static func stream(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 48 & 0xFFF) }

  /// Whose draws are made for a node of a page view's call tree.
  @inline(__always)
  static func draw(_ key: UInt64, node: Int) -> Subject {
    Subject(
      visit: UInt32(truncatingIfNeeded: key >> 20 & 0xFFF_FFFF),
      page: UInt8(truncatingIfNeeded: key >> 12), node: UInt8(truncatingIfNeeded: node))
  }

  /// The key of the root node of a page view, without the kind.
  @inline(__always)
  static func key(stream: Int, serial: UInt32, page: UInt8) -> UInt64 {
    UInt64(truncatingIfNeeded: stream & 0xFFF) << 48 | UInt64(serial & 0xFFF_FFFF) << 20
      | UInt64(page) << 12
  }

  @inline(__always)
  var kind: EventKind { EventKind(bits: key >> 60) }

  @inline(__always)
  static func precedes(_ a: FederationEvent, _ b: FederationEvent) -> Bool {
    a.time < b.time || (a.time == b.time && a.key < b.key)
  }
}
