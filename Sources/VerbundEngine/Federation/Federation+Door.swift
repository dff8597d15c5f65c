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
  mutating func arriveLate(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    if request.row.outcome != .open {
      // The client gave up while its request was on the way.
      requests.remove(request)
      return
    }
    let stream = streams.at(request.row.stream)
    let workload = stream.row.workload
    let subject = request.row.draw(workload.row.root)
    let block = draws.lateBlock(.call, stream: stream.row.key, subject)
    let law = workload.row.root.row.component.row.law
    enterDoor(request, workload, CallDraw(block, law), &agenda)
  }

  /// The front door refuses what is over its limits and passes the rest to the entry component.
  @inline(__always)
  mutating func enterDoor(
    _ request: Request, _ workload: Handle<WorkloadRow>, _ root: CallDraw,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let home = Int(workload.row.home)
    let door = workload.row.door
    if door.row.isDown {
      refuse(request, .failed, from: home, &agenda)
      return
    }
    let new = request.row.isConnected ? 0 : 1
    // What is closed too late counts as held: that matters only where the table might be fuller
    // than ever before.
    if door.row.held &+ new > door.row.peak { closeIdle(workload.slot, now) }
    guard door.row.admits(hits: workload.row.hits, new: new, at: now) else {
      refuse(request, .rejected, from: home, &agenda)
      return
    }
    request.row.isConnected = true
    dispatch(request, workload.row.root, root, from: home, &agenda)
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
    _ request: Request, _ outcome: Outcome, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    if request.row.outcome == .open { close(request, outcome, from: site, &agenda) }
    discard(request, &agenda)
  }

  /// A page view has its outcome, though it may go on within; the citizen will know.
  mutating func close(
    _ request: Request, _ outcome: Outcome, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = request.row
    let now = agenda.now
    let stream = streams.at(row.stream)
    let workload = stream.row.workload
    counters.fail(workload.row.counter, outcome, offeredAt: row.offeredAt, at: now)
    request.row.outcome = outcome
    request.row.isConnected = false
    let leaves = atDoor(refusalBytes, from: site, workload, at: now)
    let arrival = leaves + wires.send(refusalBytes, stream.row.back, at: now)
    goOnAfterFailure(row, stream, at: arrival, &agenda)
  }

  /// When an answer from a site is at the front door.
  @inline(__always)
  mutating func atDoor(
    _ bytes: Int64, from site: Int, _ workload: Handle<WorkloadRow>, at now: Nanoseconds
  ) -> Nanoseconds {
    let home = Int(workload.row.home)
    if site == home { return now }
    loans.addEgress(bytes, site: site, workload: workload.slot)
    return now &+ wires.send(bytes, from: site, to: home, at: now)
  }
}
