import VerbundCore
import VerbundModel

/// One replica: workers on a host, and a first-come queue.
struct ReplicaRow: BitwiseCopyable {
  enum State: UInt8 { case off, starting, ready, draining }
  var component: Int32
  var workload: Int32
  var host: Int32
  var site: Int32
  /// Place among its component's replicas: at home in the order of the set-aside, then the lent
  /// ones in the order of their coming.
  var rank: Int64
  var state = State.off
  /// Long ago for what runs at the start.
  var readySince: Nanoseconds = -.hour
  /// Lent replicas go back to their lender; committed ones only when the order ends.
  var isLent = false
  var isCommitted = false
  var busy: Int32 = 0
  /// Requests on their way to it, queued or in service.
  var bound: Int32 = 0
  var queueHead: Int32 = -1
  var queueTail: Int32 = -1
  var queued: Int32 = 0
  /// When one worker would have done all that is bound to it.
  var freeAt: Nanoseconds = 0
  /// Number of its last start: a cancelled start's event finds another number.
  var startNumber: UInt32 = 0
  var lentSince: Nanoseconds = 0
}

extension Federation {
  /// The replica for a call, by the component's rule; idle ties take the lowest index. Nil when
  /// none is ready.
  @inline(__always)
  mutating func route(
    _ component: Int, _ key: UInt32, _ subject: Subject, _ now: Nanoseconds
  ) -> Int? {
    let count = stations[component].ready.count
    if count <= 1 { return count == 0 ? nil : Int(stations[component].ready[0]) }
    switch components[component].routing {
    case .twoChoices:
      let block = draws.block(.routing, stream: key, subject)
      let first = scale(block.x, count)
      let second = scale(block.y, count - 1)
      return lighter(component, first, second >= first ? second + 1 : second)
    case .random:
      return Int(
        stations[component].ready[scale(draws.block(.routing, stream: key, subject).x, count)])
    case .roundRobin:
      stations[component].turn = (stations[component].turn + 1) % count
      return Int(stations[component].ready[stations[component].turn])
    case .leastWork: return leastWork(component, now)
    }
  }

  /// A 32-bit number scaled to 0..<count (Lemire's multiplication; the bias is below 2^-20).
  @inline(__always)
  private func scale(_ bits: UInt32, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(bits) &* UInt64(count)) >> 32)
  }

  @inline(__always)
  private func lighter(_ component: Int, _ first: Int, _ second: Int) -> Int {
    let low = Int(stations[component].ready[min(first, second)])
    let high = Int(stations[component].ready[max(first, second)])
    return replicas[high].bound < replicas[low].bound ? high : low
  }

  /// - Complexity: O(ready replicas).
  private func leastWork(_ component: Int, _ now: Nanoseconds) -> Int? {
    var best: (replica: Int, left: Nanoseconds)?
    for candidate in stations[component].ready {
      let left = max(0, replicas[Int(candidate)].freeAt - now)
      if best.map({ left < $0.left }) ?? true { best = (Int(candidate), left) }
    }
    return best?.replica
  }

  /// Service begins, or the request queues, or the queue is full.
  mutating func arriveAtReplica(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    let replica = Int(requests[request].replica)
    let component = Int(replicas[replica].component)
    if replicas[replica].busy < components[component].workers {
      start(request, replica, component, &agenda)
    } else if replicas[replica].queued < components[component].queue {
      enqueue(request, replica)
    } else {
      let site = Int(replicas[replica].site)
      replicas[replica].freeAt -= min(replicas[replica].freeAt, requests[request].work)
      unbind(replica, agenda.now)
      refuse(request, .rejected, from: site, &agenda)
    }
  }

  private mutating func enqueue(_ request: Int, _ replica: Int) {
    requests[request].next = -1
    let tail = replicas[replica].queueTail
    if tail >= 0 {
      requests[Int(tail)].next = Int32(request)
    } else {
      replicas[replica].queueHead = Int32(request)
    }
    replicas[replica].queueTail = Int32(request)
    replicas[replica].queued += 1
  }

  private mutating func dequeue(_ replica: Int) -> Int {
    let head = Int(replicas[replica].queueHead)
    let next = requests[head].next
    replicas[replica].queueHead = next
    if next < 0 { replicas[replica].queueTail = -1 }
    replicas[replica].queued -= 1
    return head
  }

  private mutating func start(
    _ request: Int, _ replica: Int, _ component: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    replicas[replica].busy += 1
    stations[component].addBusy(1, at: now)
    meter.addBusy(1, host: Int(replicas[replica].host), at: now)
    requests[request].isInService = true
    requests[request].creditedAt = now
    agenda.schedule(event(.workDone, at: now + requests[request].work, request: request))
  }

  /// A worker is free: the next in the queue begins, and the page view goes on.
  mutating func workDone(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    let now = agenda.now
    let replica = Int(requests[request].replica)
    let component = Int(replicas[replica].component)
    credit(request, at: now)
    requests[request].isInService = false
    if replicas[replica].queued > 0 {
      // The worker stays busy: no level changes.
      let next = dequeue(replica)
      requests[next].isInService = true
      requests[next].creditedAt = now
      agenda.schedule(event(.workDone, at: now + requests[next].work, request: next))
    } else {
      replicas[replica].busy -= 1
      stations[component].addBusy(-1, at: now)
      meter.addBusy(-1, host: Int(replicas[replica].host), at: now)
    }
    unbind(replica, now)
    proceed(request, node: Int(requests[request].node), after: -1, &agenda)
  }

  /// Brings the work done for a request into the accounts up to now.
  @inline(__always)
  mutating func credit(_ request: Int, at now: Nanoseconds) {
    let row = requests[request]
    let replica = Int(row.replica)
    let cell = Int(replicas[replica].host) * meter.workloadCount + Int(replicas[replica].workload)
    meter.work[cell] += now - row.creditedAt
    requests[request].creditedAt = now
  }

  /// One request fewer; a draining replica leaves when it has none.
  @inline(__always)
  private mutating func unbind(_ replica: Int, _ now: Nanoseconds) {
    replicas[replica].bound -= 1
    if replicas[replica].state == .draining, replicas[replica].bound == 0 { retire(replica, now) }
  }
}
