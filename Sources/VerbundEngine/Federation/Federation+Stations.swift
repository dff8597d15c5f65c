import VerbundCore
import VerbundModel

/// One replica: workers on a host, and a first-come queue.
struct ReplicaRow: PooledRow {
  enum State: UInt8 { case off, starting, ready, draining }
  // The first cache line: what a request needs.
  let station: Pointer<StationTable.Row>
  let host: Pointer<EnergyMeter.HostRow>
  /// The account of its workload's services on its host.
  let account: Pointer<Int64>
  /// Mean work of a request on its host, ns.
  let work: Double
  /// When one worker would have done all that is bound to it; kept where calls go by it.
  var freeAt: Nanoseconds = 0
  let workers: Int32
  let site: Int32
  /// Workers that serve, or wait for a call; where they are shared, requests with them.
  var busy: Int32 = 0
  /// Requests on their way to it, queued or in service.
  var bound: Int32 = 0
  var queued: Int32 = 0
  var state = State.off
  /// Lent replicas go back to their lender; committed ones only when the order ends.
  var isLent = false
  var isCommitted = false
  var isShared = false

  // The second.
  var queueHead: Int32 = -1
  var queueTail: Int32 = -1
  let queueLimit: Int32
  let component: Int32
  let workload: Int32
  let hostNumber: Int32
  /// Place among its component's replicas: at home in the order of the set-aside, then the lent
  /// ones in the order of their coming.
  var rank: Int64
  /// Long ago for what runs at the start.
  var readySince: Nanoseconds = -.hour
  var lentSince: Nanoseconds = 0
  /// Number of its last start: a cancelled start's event finds another number.
  var startNumber: UInt32 = 0
  var generation: UInt32 = 0

  /// A replica of a component that is off.
  ///
  /// - Parameter speed: of its host; work at speed 1 takes that many times less.
  init(
    of component: Int, _ fixed: ComponentRow, host: Int, _ meter: borrowing EnergyMeter,
    speed: Double, rank: Int64
  ) {
    self.component = Int32(component)
    workload = fixed.workload
    station = fixed.station
    hostNumber = Int32(host)
    self.host = meter.hosts.pointer(host)
    account = meter.work.pointer(host * meter.workloadCount + Int(fixed.workload))
    site = Int32(self.host.row.site.slot)
    work = fixed.work / speed
    workers = fixed.workers
    queueLimit = fixed.queue
    isShared = fixed.isShared
    self.rank = rank
  }

  /// A request is on its way to it, of so many times the mean work; says how long that takes.
  ///
  /// - Parameter byWork: calls go by when a worker would be free.
  @inline(__always)
  mutating func bind(
    _ share: Double, at now: Nanoseconds, byWork: Bool
  ) -> Nanoseconds {
    let time = wholeNanoseconds(min(longestDelay, work * share))
    bound &+= 1
    if byWork { freeAt = min(endOfTime, max(now, freeAt) &+ time) }
    return time
  }

  /// A request goes to the end of its queue; says who was last there.
  @inline(__always)
  mutating func enqueue(_ request: Int32) -> Int32 {
    let tail = queueTail
    if tail < 0 { queueHead = request }
    queueTail = request
    queued &+= 1
    return tail
  }

  /// Who waits at the head of its queue leaves it; `next` is behind.
  @inline(__always)
  mutating func dequeue(next: Int32) {
    queueHead = next
    if next < 0 { queueTail = -1 }
    queued &-= 1
  }

  /// Work that is bound to it will not be done.
  mutating func forget(_ work: Nanoseconds) { freeAt -= min(freeAt, work) }

  /// A request is done, and its worker is free unless somebody waits. Says whether one does, and
  /// whether nothing keeps a draining replica any more.
  @inline(__always)
  mutating func finish() -> (hasQueue: Bool, isEmpty: Bool) {
    bound &-= 1
    if queued == 0 { busy &-= 1 }
    return (queued > 0, state == .draining && bound == 0)
  }
}

extension Federation {
  /// The replica for a call, by the component's rule; idle ties take the lowest index. Nil when
  /// none is ready.
  ///
  /// - Parameter word: random, for the rules that choose by chance.
  @inline(__always)
  mutating func route(
    _ component: Pointer<ComponentRow>, _ word: UInt32, _ now: Nanoseconds
  ) -> Replica? {
    let station = component.row.station
    let count = station.row.count
    if count <= 1 { return count == 0 ? nil : stations.ready(station, 0) }
    // Lemire's multiplication scales a word to 0..<count: the upper half of the product. The lower
    // half is as good as a fresh word for the second choice, up to thousands of replicas.
    let product = UInt64(word) &* UInt64(truncatingIfNeeded: count)
    let first = Int(truncatingIfNeeded: product >> 32)
    switch component.row.routing {
    case .twoChoices:
      let rest = UInt32(truncatingIfNeeded: product)
      let second = Int(
        truncatingIfNeeded: (UInt64(rest) &* UInt64(truncatingIfNeeded: count &- 1)) >> 32)
      return lighter(station, first, second >= first ? second &+ 1 : second)
    case .random: return stations.ready(station, first)
    case .roundRobin: return stations.ready(station, station.row.nextTurn())
    case .leastWork:
      return component.row.holds
        ? stations.leastRequests(station) : stations.leastWork(station, now)
    }
  }

  @inline(__always)
  private func lighter(
    _ station: Pointer<StationTable.Row>, _ first: Int, _ second: Int
  ) -> Replica {
    let low = stations.ready(station, min(first, second))
    let high = stations.ready(station, max(first, second))
    return high.row.bound < low.row.bound ? high : low
  }

  /// A call that came over the network reaches its replica.
  mutating func arriveAtReplica(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    enter(request, replicas.at(Int(request.row.replica)), &agenda)
  }

  /// Service begins, or the request queues, or the queue is full.
  @inline(__always)
  mutating func enter(
    _ request: Request, _ replica: Replica, _ agenda: inout Agenda<FederationEvent>
  ) {
    if replica.row.isShared {
      enterShared(request, replica, &agenda)
    } else if replica.row.busy < replica.row.workers {
      replica.row.busy &+= 1
      addBusy(1, replica, at: agenda.now)
      serve(request, &agenda)
    } else if replica.row.queued < replica.row.queueLimit {
      request.row.queue()
      let tail = replica.row.enqueue(Int32(truncatingIfNeeded: request.slot))
      if tail >= 0 { requests[Int(tail)].next = Int32(truncatingIfNeeded: request.slot) }
    } else {
      refuseAtReplica(request, replica, &agenda)
    }
  }

  /// So many more workers of a replica serve.
  @inline(__always)
  mutating func addBusy(_ delta: Int32, _ replica: Replica, at now: Nanoseconds) {
    replica.row.station.row.addBusy(Int64(delta), at: now)
    meter.addBusy(delta, replica.row.host, at: now)
  }

  /// There is no room for a request that has reached its replica.
  @inline(never)
  mutating func refuseAtReplica(
    _ request: Request, _ replica: Replica, _ agenda: inout Agenda<FederationEvent>
  ) {
    replica.row.forget(request.row.work)
    unbind(replica, agenda.now)
    refuse(request, .rejected, from: Int(replica.row.site), &agenda)
  }

  /// Service of a request begins; the worker counts as busy already.
  @inline(__always)
  mutating func serve(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    request.row.begin(at: agenda.now)
    schedule(.workDone, at: agenda.now &+ request.row.work, request, &agenda)
  }

  @inline(__always)
  mutating func dequeue(_ replica: Replica) -> Request {
    let head = requests.at(Int(replica.row.queueHead))
    replica.row.dequeue(next: head.row.next)
    return head
  }

  /// A worker is free: the next in the queue begins, and the page view goes on.
  @inline(__always)
  mutating func workDone(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    let now = agenda.now
    let replica = replicas.at(Int(request.row.replica))
    replica.row.account.row &+= now &- request.row.creditedAt
    if request.row.willHold {
      hold(request, replica, at: now)
    } else {
      let (hasQueue, isEmpty) = replica.row.finish()
      if hasQueue {
        // The worker stays busy: no level changes.
        serve(dequeue(replica), &agenda)
      } else {
        addBusy(-1, replica, at: now)
      }
      if isEmpty { retire(replica.slot, now) }
    }
    proceed(request, request.row.node, from: request.row.node.row.firstCall, &agenda)
  }

  /// Brings the work done for a request into the accounts up to now.
  mutating func credit(_ request: Request, at now: Nanoseconds) {
    let done = now - request.row.creditedAt
    replicas.at(Int(request.row.replica)).row.account.row &+= done
    request.row.work -= done
    request.row.creditedAt = now
  }

  /// One request fewer; a draining replica leaves when it has none.
  @inline(__always)
  mutating func unbind(_ replica: Replica, _ now: Nanoseconds) {
    replica.row.bound &-= 1
    if replica.row.state == .draining && replica.row.bound == 0 { retire(replica.slot, now) }
  }
}
