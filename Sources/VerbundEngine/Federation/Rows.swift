import VerbundCore
import VerbundModel
import VerbundPlan

/// A person's visit while it lasts, and the connection that it holds at the front door: 16 bytes.
struct VisitRow: PooledRow {
  enum Connection: UInt8 { case none, busy, idle }
  var serial: UInt32
  /// Counted up whenever the connection comes to rest, so that an old expiry is known as such.
  var generation: UInt32 = 0
  var stream: UInt16
  var page: UInt8 = 0
  var pages: UInt8
  var connection = Connection.none
  var hasFailed = false
  var hasEnded = false
}

/// What became of a page view.
enum Outcome: UInt8 { case open, completed, rejected, timedOut, failed }

/// A page view on its walk through the call graph: one cache line. It may outlive the citizen's
/// patience.
struct RequestRow: PooledRow {
  /// What it is, as in the key of its events (`FederationEvent.key`): stream, serial, page, node.
  var key: UInt64
  var offeredAt: Nanoseconds
  /// Length of the present service, and the time up to which its work is in the accounts.
  var work: Nanoseconds = 0
  var creditedAt: Nanoseconds = 0
  /// Bytes of its message that is on the way.
  var transit: Int64 = 0
  var visit: Int32
  /// Waits in its replica's queue.
  var next: Int32 = -1
  var replica: Int32 = -1
  var offeredSlot: Int32
  var generation: UInt32 = 0
  var outcome = Outcome.open
  var isInService = false
  var isAlive = true
  /// The page has set out for the citizen, and will come too late.
  var isLate = false

  var stream: Int { FederationEvent.stream(key) }
  var node: Int {
    get { Int(truncatingIfNeeded: key >> 4 & 0xFF) }
    set { key = key & ~0xFF0 | UInt64(truncatingIfNeeded: newValue << 4) }
  }

  /// Its service begins: how long it takes, and its key.
  @inline(__always)
  mutating func begin(at now: Nanoseconds) -> (work: Nanoseconds, key: UInt64) {
    isInService = true
    creditedAt = now
    return (work, key)
  }

  /// Its service ends: where, how much of it is not in the accounts yet, and for which node.
  @inline(__always)
  mutating func finish(at now: Nanoseconds) -> (replica: Int, spent: Nanoseconds, node: Int) {
    isInService = false
    return (Int(replica), now &- creditedAt, node)
  }

  /// It is bound to a replica for a call.
  @inline(__always)
  mutating func bind(to replica: Int, work: Nanoseconds, node: Int) {
    self.replica = Int32(truncatingIfNeeded: replica)
    self.work = work
    self.node = node
  }

  /// Whose draws are made for a node of its call tree.
  @inline(__always)
  func subject(node: Int) -> Subject {
    Subject(
      visit: UInt32(truncatingIfNeeded: key >> 20 & 0xFFF_FFFF),
      page: UInt8(truncatingIfNeeded: key >> 12), node: UInt8(truncatingIfNeeded: node))
  }
}

/// A node of a workload's call tree.
struct NodeRow: BitwiseCopyable {
  var component: Int32
  var parent: Int32
  var depth: Int32
  var firstChild: Int32
  var childCount: Int32
  /// Place among its parent's calls.
  var ordinal: Int32
  var probability: Double
  var requestBytes: Int64
  var responseBytes: Int64
}

/// What is fixed about a component for one night.
struct ComponentRow: BitwiseCopyable {
  var workload: Int32
  var workers: Int32
  var queue: Int32
  var routing: RoutingRule
  /// ns at speed 1, with the night's factor.
  var work: Double
  var law: Distribution
}

/// What is fixed about a workload for one night.
struct WorkloadRow: BitwiseCopyable {
  var home: Int32
  var firstNode: Int32
  var timeout: Nanoseconds
  var think: Double
  var leaves: Double
  var pages: GeometricCount
  var hits: Double
  var requestBytes: Int64
  var responseBytes: Int64
  var threshold: Nanoseconds
}

/// What is fixed about a stream of visits: a region's people on a workload.
struct StreamRow: BitwiseCopyable {
  var key: UInt32
  var workload: Int32
  /// From the region to the front door, and back.
  var there: RouteRow
  var back: RouteRow
}

/// No single service or transmission takes longer, ns (some eleven days): so that no sum of times
/// overflows, whatever a scenario states.
let longestDelay = 1e15

/// No backlog reaches beyond this time: later than the longest horizon and two delays.
let endOfTime: Nanoseconds = 4_000_000_000_000_000_000

/// Bytes of a refusal (a short error page). An assumption.
let refusalBytes: Int64 = 1_000
