import VerbundCore
import VerbundModel

/// The front door's tables: connections held, and what came in the present second.
struct Door {
  /// An idle connection that closes unless its visit uses it again.
  struct Expiry: BitwiseCopyable {
    var time: Nanoseconds
    var visit: Int32
    var generation: UInt32
    var epoch: UInt32
  }

  let limits: FrontDoor
  var held = 0
  var peak = 0
  var expiries = Ring<Expiry>()
  private var second: Int64 = -1
  private var newConnections = 0
  private var hits = 0.0

  init(_ limits: FrontDoor) { self.limits = limits }

  /// Whether one more page view passes, with a new connection if it has none; counts it if so.
  mutating func admits(hits count: Double, new: Bool, at now: Nanoseconds) -> Bool {
    let present = now / .second
    if present != second {
      second = present
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

extension Federation {
  /// The front door refuses what is over its limits and passes the rest to the entry component.
  mutating func arriveAtDoor(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    let now = agenda.now
    land(request)
    let row = requests[request]
    if row.outcome != .open {
      // The client gave up while its request was on the way.
      release(request)
      return
    }
    let workload = Int(streamWorkload[Int(row.stream)])
    let visit = Int(row.visit)
    closeIdle(workload, now)
    let isNew = visits[visit].connection == .none
    guard doors[workload].admits(hits: workloads[workload].hits, new: isNew, at: now) else {
      refuse(request, .rejected, from: Int(workloads[workload].home), &agenda)
      return
    }
    visits[visit].connection = .busy
    dispatch(request, node: 0, from: Int(workloads[workload].home), &agenda)
  }

  /// Closes idle connections whose keep-alive has ended.
  private mutating func closeIdle(_ workload: Int, _ now: Nanoseconds) {
    while let head = doors[workload].expiries.first, head.time <= now {
      doors[workload].expiries.removeFirst()
      let visit = Int(head.visit)
      guard visits.isCurrent(visit, head.generation), visits[visit].epoch == head.epoch,
        visits[visit].connection == .idle
      else { continue }
      visits[visit].connection = .none
      doors[workload].held -= 1
      if visits[visit].hasEnded { visits.remove(visit) }
    }
  }

  /// The connection stays in the table until the keep-alive ends.
  mutating func restConnection(_ visit: Int, at now: Nanoseconds) {
    guard visits[visit].connection != .none else { return }
    let workload = Int(streamWorkload[Int(visits[visit].stream)])
    visits[visit].connection = .idle
    visits[visit].epoch &+= 1
    doors[workload].expiries.append(
      Door.Expiry(
        time: now + doors[workload].limits.keepAlive, visit: Int32(visit),
        generation: visits.generation(visit), epoch: visits[visit].epoch))
  }

  /// Ends a page view without a page: the refusal travels back to the citizen who still waits.
  mutating func refuse(
    _ request: Int, _ outcome: Outcome, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    guard requests[request].outcome == .open else {
      release(request)
      return
    }
    let now = agenda.now
    record(outcome, request, at: now)
    let stream = Int(requests[request].stream)
    let home = Int(workloads[Int(streamWorkload[stream])].home)
    var delay = wires.send(refusalBytes, from: site, to: home, at: now)
    if site != home {
      loans.addEgress(
        refusalBytes, site: site, workload: Int(streamWorkload[stream]))
    }
    delay += wires.send(
      refusalBytes, from: home, toRegion: Int(streamRegion[stream]), at: now)
    launch(request, refusalBytes)
    agenda.schedule(event(.refused, at: now + delay, request: request))
  }
}
