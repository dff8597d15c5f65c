import VerbundCore
import VerbundModel
import VerbundPlan

/// The front door's tables: connections held, and what came in the present second.
struct DoorRow: BitwiseCopyable {
  let limits: FrontDoor
  var held = 0
  var peak = 0
  /// Its site is lost.
  var isDown = false
  /// How often it was.
  var epoch: UInt32 = 0
  private var second: Nanoseconds = -.second
  private var newConnections = 0
  private var hits = 0.0

  init(_ limits: FrontDoor) { self.limits = limits }

  /// Whether a citizen's connection is still held.
  @inline(__always)
  func knows(_ visitor: Visitor) -> Bool { visitor.isConnected && visitor.doorEpoch == epoch }

  /// The site is lost, and every connection with it.
  mutating func lose() {
    isDown = true
    held = 0
    epoch &+= 1
  }

  /// Whether one more page view passes, with a new connection (1) if it has none; counts it if so.
  @inline(__always)
  mutating func admits(hits count: Double, new: Int, at now: Nanoseconds) -> Bool {
    if now >= second &+ .second {
      second = now - now % .second
      newConnections = 0
      hits = 0
    }
    if hits + count > Double(limits.hitsPerSecond) || held &+ new > limits.connections
      || newConnections &+ new > limits.newConnectionsPerSecond
    {
      return false
    }
    newConnections &+= new
    held &+= new
    peak = max(peak, held)
    hits += count
    return true
  }
}

extension Federation {
  /// A request that had to wait at a link has come.
  mutating func arriveLate(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    let row = requests[request]
    if row.outcome != .open {
      // The client gave up while its request was on the way.
      release(request)
      return
    }
    let stream = streams[row.stream]
    let root = draws.lateBlock(.call, stream: stream.key, row.draw(node: 0))
    enterDoor(request, stream, root, &agenda)
  }

  /// The front door refuses what is over its limits and passes the rest to the entry component.
  @inline(__always)
  mutating func enterDoor(
    _ request: Int, _ stream: StreamRow, _ root: SIMD4<UInt32>,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let workload = Int(stream.workload)
    let home = Int(workloads[workload].home)
    if doors[workload].isDown {
      refuse(request, .failed, from: home, &agenda)
      return
    }
    let new = requests[request].isConnected ? 0 : 1
    // What is closed too late counts as held: that matters only where the table might be fuller
    // than ever before.
    if doors[workload].held &+ new > doors[workload].peak { closeIdle(workload, now) }
    guard doors[workload].admits(hits: workloads[workload].hits, new: new, at: now) else {
      refuse(request, .rejected, from: home, &agenda)
      return
    }
    requests[request].isConnected = true
    dispatch(request, of: workload, node: 0, root, from: home, &agenda)
  }

  /// Closes connections whose keep-alive has ended.
  mutating func closeIdle(_ workload: Int, _ now: Nanoseconds) {
    while let head = expiries.first(workload), head <= now {
      expiries.removeFirst(workload)
      doors[workload].held &-= 1
    }
  }

  /// Ends a page view without a page: the refusal travels back to the citizen who still waits.
  mutating func refuse(
    _ request: Int, _ outcome: Outcome, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    if requests[request].outcome == .open { close(request, outcome, from: site, &agenda) }
    discard(request, &agenda)
  }

  /// A page view has its outcome, though it may go on within; the citizen will know.
  mutating func close(
    _ request: Int, _ outcome: Outcome, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = requests[request]
    let now = agenda.now
    let stream = streams[row.stream]
    let workload = Int(stream.workload)
    counters.fail(workload, outcome, offeredAt: row.offeredAt, at: now)
    requests[request].outcome = outcome
    requests[request].isConnected = false
    let arrival = now + backHome(refusalBytes, from: site, stream, at: now)
    goOnAfterFailure(row, stream, at: arrival, &agenda)
  }

  /// Time that an answer takes from a site through the front door to the citizen.
  @inline(__always)
  mutating func backHome(
    _ bytes: Int64, from site: Int, _ stream: StreamRow, at now: Nanoseconds
  ) -> Nanoseconds {
    let workload = Int(stream.workload)
    let home = Int(workloads[workload].home)
    var delay: Nanoseconds = 0
    if site != home {
      delay = wires.send(bytes, from: site, to: home, at: now)
      loans.addEgress(bytes, site: site, workload: workload)
    }
    delay &+= wires.send(bytes, stream.back, at: now)
    messages.sent &+= bytes
    messages.delivered &+= bytes
    return delay
  }
}
