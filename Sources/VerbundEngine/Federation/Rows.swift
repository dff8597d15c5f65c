import VerbundCore
import VerbundModel
import VerbundPlan

/// What became of a page view.
enum Outcome: UInt8 { case open, rejected, timedOut, failed }

/// Where a page view stands.
enum Phase: UInt8 {
  /// Its request waits on the way to the front door.
  case toDoor
  /// A call is on the way to its replica, waits there, is served by a worker, or shares them all.
  case toReplica, queued, inService, sharing
  /// A response is on the way to the component that called.
  case replying
  /// The page has set out for the citizen, and will come too late, or after the night.
  case late
}

/// A page view on its walk through the call graph. It may outlive the citizen's patience.
struct RequestRow: PooledRow {
  // The first cache line.
  /// What it is, as in the key of its events (`FederationEvent.key`): stream, serial, page, node.
  private(set) var key: UInt64
  var offeredAt: Nanoseconds
  /// What is left of the present service at `creditedAt`: up to then its work is in the accounts.
  var work: Nanoseconds = 0
  var creditedAt: Nanoseconds = 0
  /// Where it stands in its call tree.
  private(set) var node: Pointer<NodeRow>
  var replica: Int32 = -1
  var generation: UInt32 = 0
  var offeredSlot: Int32
  var outcome = Outcome.open
  var phase = Phase.toDoor
  /// The depths of its call path at which a worker waits for a response, a bit each.
  var held: UInt8 = 0
  /// Once served, it keeps its worker for calls that hold.
  var willHold = false
  /// Pages of the visit; whether one of them came to nothing.
  var pages: UInt8
  var hasFailed: Bool
  /// The front door holds a connection for it.
  var isConnected: Bool
  /// Which of the first four nodes of its call tree are called, as in `PageDraws`.
  let made: UInt8

  // The second.
  /// What is drawn for its call of node 1, if that is drawn early.
  var second: CallDraw
  /// How long the citizen pauses after it, in times of the mean.
  var pause: Double
  /// Where its calls are served, by depth (below 8: `Limits.depth`).
  var sites = InlineArray<8, UInt16>(repeating: 0)
  /// Bytes of its message that is on the way.
  var transit: Int64 = 0
  /// Who waits behind it in its replica's queue; of one that shares the workers, its place there.
  var next: Int32 = -1

  var stream: Int { FederationEvent.stream(key) }
  var page: UInt8 { UInt8(truncatingIfNeeded: key >> 12) }

  @inline(__always)
  mutating func move(to node: Pointer<NodeRow>) {
    self.node = node
    key = key & ~0xFF0 | UInt64(truncatingIfNeeded: node.row.number) << 4
  }

  /// It waits at the end of its replica's queue.
  @inline(__always)
  mutating func queue() {
    phase = .queued
    next = -1
  }

  /// Its service begins.
  @inline(__always)
  mutating func begin(at now: Nanoseconds) {
    phase = .inService
    creditedAt = now
  }

  /// It is bound to a replica for the call of a node.
  @inline(__always)
  mutating func bind(to replica: Replica, work: Nanoseconds, _ node: Pointer<NodeRow>) {
    self.replica = Int32(truncatingIfNeeded: replica.slot)
    self.work = work
    move(to: node)
    sites[Int(node.row.depth)] = UInt16(truncatingIfNeeded: replica.row.site)
    phase = .toReplica
    willHold = node.row.lastHolding >= 0
  }

  /// The site that serves its call at a depth of its call tree.
  @inline(__always)
  func site(depth: Int32) -> Int { Int(sites[Int(depth)]) }

  /// Whose draws are made for a node of its call tree.
  @inline(__always)
  func draw(_ node: Pointer<NodeRow>) -> Subject {
    FederationEvent.draw(key, node: Int(node.row.number))
  }
}

typealias Request = Handle<RequestRow>
typealias Replica = Handle<ReplicaRow>

/// A node of a workload's call tree.
struct NodeRow: BitwiseCopyable {
  let component: Pointer<ComponentRow>
  /// In its workload's tree; 0 is the root.
  let number: Int32
  let depth: Int32
  /// Who calls it, its own first call, and the one that its caller makes after it.
  var parent: Pointer<NodeRow>?
  var firstCall: Pointer<NodeRow>?
  var nextCall: Pointer<NodeRow>?
  /// Place among its parent's calls.
  let ordinal: Int32
  /// The last of its calls for which its worker waits; -1 if there is none.
  let lastHolding: Int32
  /// It is called when a random word is below.
  let calledBelow: UInt64
  let requestBytes: Int64
  let responseBytes: Int64

  init(
    _ node: CallNode, _ component: Pointer<ComponentRow>, number: Int, ordinal: Int,
    lastHolding: Int
  ) {
    self.component = component
    self.number = Int32(number)
    depth = Int32(node.depth)
    self.ordinal = Int32(ordinal)
    self.lastHolding = Int32(lastHolding)
    calledBelow = Self.words(below: node.probability)
    requestBytes = node.requestBytes
    responseBytes = node.responseBytes
  }

  /// - Parameter word: random.
  @inline(__always)
  func isCalled(_ word: UInt32) -> Bool { UInt64(word) < calledBelow }

  @inline(__always)
  var isAlwaysCalled: Bool { calledBelow == 1 << 32 }

  /// How many words, as numbers in the open interval (0, 1), lie below a probability.
  static func words(below probability: Double) -> UInt64 {
    UInt64(max(0, (probability * 0x1p32 - 0.5).rounded(.up)))
  }
}

/// What is fixed about a component for one night.
struct ComponentRow: BitwiseCopyable {
  let station: Pointer<StationTable.Row>
  let workload: Int32
  let workers: Int32
  let queue: Int32
  let routing: RoutingRule
  /// Its replicas' workers are shared by all requests with them.
  let isShared: Bool
  /// Its workers wait for some of its calls.
  let holds: Bool
  /// ns at speed 1, with the night's factor.
  let work: Double
  let law: Distribution
}

/// What is fixed about a workload for one night.
struct WorkloadRow: BitwiseCopyable {
  let home: Int32
  let root: Pointer<NodeRow>
  let door: Pointer<DoorRow>
  let counter: Pointer<CounterRow>
  /// Its connections that no further page will use.
  let expiries: Pointer<Rings<Nanoseconds>.Stretch>
  /// Work for a client that gave up is dropped.
  let cancels: Bool
  let timeout: Nanoseconds
  let think: Double
  let leaves: Double
  let pages: GeometricCount
  let hits: Double
  let threshold: Nanoseconds
}

/// What is fixed about a stream of visits: a region's people on a workload.
struct StreamRow: BitwiseCopyable {
  let key: UInt32
  let workload: Handle<WorkloadRow>
  let tree: Pointer<TreeDraws>
  /// Time of a request from the region to the front door where no link keeps it waiting; the
  /// client's patience at most.
  let way: Nanoseconds
  /// From the region to the front door with a request, and back with a page.
  let there: RouteRow
  let back: RouteRow
}

/// No single service or transmission takes longer, ns (some eleven days): so that no sum of times
/// overflows, whatever a scenario states.
let longestDelay = 1e15

/// No backlog reaches beyond this time: later than the longest horizon and two delays.
let endOfTime: Nanoseconds = 4_000_000_000_000_000_000

/// Bytes of a refusal (a short error page). An assumption.
let refusalBytes: Int64 = 1_000
