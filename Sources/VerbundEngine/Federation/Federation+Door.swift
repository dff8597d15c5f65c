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
  private var second: Nanoseconds = -.second
  private var newConnections = 0
  private var hits = 0.0

  init(_ limits: FrontDoor) { self.limits = limits }

  /// Whether one more page view passes, with a new connection if it has none; counts it if so.
  @inline(__always)
  mutating func admits(hits count: Double, new: Bool, at now: Nanoseconds) -> Bool {
    if now >= second &+ .second {
      second = now - now % .second
      newConnections = 0
      hits = 0
    }
    if hits + count > Double(limits.hitsPerSecond) { return false }
    if new {
      if held >= limits.connections || newConnections >= limits.newConnectionsPerSecond {
        return false
      }
      newConnections += 1
      held += 1
      peak = max(peak, held)
    }
    hits += count
    return true
  }
}

/// An idle connection that closes unless its visit uses it again.
struct Expiry: BitwiseCopyable {
  var time: Nanoseconds
  var visit: Int32
  var generation: UInt32
}

extension Federation {
  /// The front door refuses what is over its limits and passes the rest to the entry component.
  @inline(__always)
  mutating func arriveAtDoor(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    let now = agenda.now
    land(request)
    let row = requests[request]
    if row.outcome != .open {
      // The client gave up while its request was on the way.
      release(request)
      return
    }
    let stream = streams[row.stream]
    let workload = Int(stream.workload)
    let visit = Int(row.visit)
    let home = Int(workloads[workload].home)
    if doors[workload].isDown {
      refuse(request, .failed, from: home, &agenda)
      return
    }
    closeIdle(workload, now)
    let isNew = visits[visit].connection == .none
    guard doors[workload].admits(hits: workloads[workload].hits, new: isNew, at: now) else {
      refuse(request, .rejected, from: home, &agenda)
      return
    }
    visits[visit].connection = .busy
    let drawn = PageDraws(draws, stream: stream.key, row.subject(node: 0))
    keep(drawn, for: request)
    dispatch(request, of: workload, node: 0, drawn.root, from: home, &agenda)
  }

  /// Closes idle connections whose keep-alive has ended.
  @inline(__always)
  private mutating func closeIdle(_ workload: Int, _ now: Nanoseconds) {
    while let head = expiries.first(workload), head.time <= now {
      expiries.removeFirst(workload)
      if let later = expiries.element(4, of: workload) { visits.prefetch(Int(later.visit)) }
      let visit = Int(head.visit)
      guard visits[visit].generation == head.generation, visits[visit].connection == .idle
      else { continue }
      visits[visit].connection = .none
      doors[workload].held &-= 1
      if visits[visit].hasEnded { visits.remove(visit) }
    }
  }

  /// The answer has set out: the connection stays in the table until the keep-alive ends.
  @inline(__always)
  mutating func restConnection(_ visit: Int, _ workload: Int, at now: Nanoseconds) {
    guard visits[visit].connection != .none else { return }
    visits[visit].connection = .idle
    visits[visit].generation &+= 1
    expiries.append(
      Expiry(
        time: now &+ doors[workload].limits.keepAlive, visit: Int32(truncatingIfNeeded: visit),
        generation: visits[visit].generation),
      to: workload)
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
    let arrival = now + backHome(refusalBytes, from: site, stream, at: now)
    restConnection(Int(row.visit), workload, at: now)
    let block = draws.lateBlock(.thinkTime, stream: stream.key, row.subject(node: 0))
    goOn(Int(row.visit), failed: true, block, at: arrival, &agenda)
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
