import VerbundCore
import VerbundModel
import VerbundPlan

/// A person's visit while it lasts, and the connection that it holds at the front door.
struct VisitRow: BitwiseCopyable {
  enum Connection: UInt8 { case none, busy, idle }
  var stream: Int32
  var serial: UInt32
  var page: UInt8 = 0
  var pages: UInt8
  var connection = Connection.none
  var hasFailed = false
  var hasEnded = false
  /// Counts the connection's idle times, so that an old expiry is known as such.
  var epoch: UInt32 = 0
}

/// What became of a page view.
enum Outcome: UInt8 { case open, completed, rejected, timedOut, failed }

/// A page view on its walk through the call graph. It may outlive the citizen's patience.
struct RequestRow: BitwiseCopyable {
  var visit: Int32
  var stream: Int32
  var serial: UInt32
  var page: UInt8
  var node: UInt8 = 0
  var outcome = Outcome.open
  var isInService = false
  var isAlive = true
  /// Waits in its replica's queue.
  var next: Int32 = -1
  var replica: Int32 = -1
  var offeredAt: Nanoseconds
  var offeredSlot: Int32
  /// Length of the present service, and the time up to which its work is in the accounts.
  var work: Nanoseconds = 0
  var creditedAt: Nanoseconds = 0
  /// Bytes of its message that is on the way.
  var transit: Int64 = 0
  /// Where the call at each depth is served.
  var sites = SIMD8<Int16>(repeating: 0)
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
  var law: Distribution
  var routing: RoutingRule
  /// ns at speed 1, with the night's factor.
  var work: Double
}

/// What is fixed about a workload for one night.
struct WorkloadRow: BitwiseCopyable {
  var home: Int32
  var firstNode: Int32
  var timeout: Nanoseconds
  var think: Double
  var leaves: Double
  var pages: Double
  var hits: Double
  var requestBytes: Int64
  var responseBytes: Int64
  var threshold: Nanoseconds
}

/// No single service or transmission takes longer, ns (some eleven days): so that no sum of times
/// overflows, whatever a scenario states.
let longestDelay = 1e15

/// No backlog reaches beyond this time: later than the longest horizon and two delays.
let endOfTime: Nanoseconds = 4_000_000_000_000_000_000

/// Bytes of a refusal (a short error page). An assumption.
let refusalBytes: Int64 = 1_000

extension VisitRow {
  init(stream: Int, serial: UInt32, pages: Int) {
    self.stream = Int32(truncatingIfNeeded: stream)
    self.serial = serial
    self.pages = UInt8(truncatingIfNeeded: pages)
  }
}
