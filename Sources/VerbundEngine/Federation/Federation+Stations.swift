import VerbundCore
import VerbundModel

/// One replica: workers on a host, and a first-come queue.
struct ReplicaRow: PooledRow {
  enum State: UInt8 { case off, starting, ready, draining }
  var component: Int32
  var workload: Int32
  var host: Int32
  var site: Int32
  /// Mean work of a request on its host, ns.
  var work: Double
  var workers: Int32
  var queueLimit: Int32
  /// Workers that serve, or wait for a call; where they are shared, requests with them.
  var busy: Int32 = 0
  /// Requests on their way to it, queued or in service.
  var bound: Int32 = 0
  var queueHead: Int32 = -1
  var queueTail: Int32 = -1
  var queued: Int32 = 0
  var generation: UInt32 = 0
  /// When one worker would have done all that is bound to it.
  var freeAt: Nanoseconds = 0
  /// Place among its component's replicas: at home in the order of the set-aside, then the lent
  /// ones in the order of their coming.
  var rank: Int64
  /// Long ago for what runs at the start.
  var readySince: Nanoseconds = -.hour
  var lentSince: Nanoseconds = 0
  /// Number of its last start: a cancelled start's event finds another number.
  var startNumber: UInt32 = 0
  var state = State.off
  /// Lent replicas go back to their lender; committed ones only when the order ends.
  var isLent = false
  var isCommitted = false
  var isShared = false

  /// A replica of a component that is off.
  ///
  /// - Parameter speed: of its host; work at speed 1 takes that many times less.
  init(
    of component: Int, _ fixed: ComponentRow, host: Int, site: Int, speed: Double, rank: Int64
  ) {
    self.component = Int32(component)
    workload = fixed.workload
    self.host = Int32(host)
    self.site = Int32(site)
    work = fixed.work / speed
    workers = fixed.workers
    queueLimit = fixed.queue
    isShared = fixed.isShared
    self.rank = rank
  }

  /// A request is on its way to it, of so many times the mean work; says how long that takes, and
  /// where.
  @inline(__always)
  mutating func bind(_ share: Double, at now: Nanoseconds) -> (work: Nanoseconds, site: Int) {
    let time = wholeNanoseconds(min(longestDelay, work * share))
    bound &+= 1
    freeAt = min(endOfTime, max(now, freeAt) &+ time)
    return (time, Int(site))
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
  @inline(__always)
  mutating func route(_ component: Int, _ block: SIMD4<UInt32>, _ now: Nanoseconds) -> Int? {
    let count = stations.readyCount(component)
    if count <= 1 { return count == 0 ? nil : stations.ready(component, 0) }
    // Lemire's multiplication scales a word to 0..<count: the upper half of the product. The lower
    // half is as good as a fresh word for the second choice, up to thousands of replicas.
    let product = UInt64(block.z) &* UInt64(truncatingIfNeeded: count)
    let first = Int(truncatingIfNeeded: product >> 32)
    switch components[component].routing {
    case .twoChoices:
      let rest = UInt32(truncatingIfNeeded: product)
      let second = Int(
        truncatingIfNeeded: (UInt64(rest) &* UInt64(truncatingIfNeeded: count &- 1)) >> 32)
      return lighter(component, first, second >= first ? second &+ 1 : second)
    case .random: return stations.ready(component, first)
    case .roundRobin: return stations.ready(component, stations.nextTurn(component))
    case .leastWork:
      return components[component].holds
        ? leastRequests(component, count) : leastWork(component, count, now)
    }
  }

  @inline(__always)
  private func lighter(_ component: Int, _ first: Int, _ second: Int) -> Int {
    let low = stations.ready(component, min(first, second))
    let high = stations.ready(component, max(first, second))
    return replicas[high].bound < replicas[low].bound ? high : low
  }

  /// - Complexity: O(ready replicas).
  private func leastWork(_ component: Int, _ count: Int, _ now: Nanoseconds) -> Int {
    var best = stations.ready(component, 0)
    var least = Nanoseconds.max
    for place in 0..<count {
      let replica = stations.ready(component, place)
      let left = max(0, replicas[replica].freeAt - now)
      if left < least { (best, least) = (replica, left) }
    }
    return best
  }

  /// Least work where workers wait for calls: nobody knows how long, so requests are counted.
  ///
  /// - Complexity: O(ready replicas).
  private func leastRequests(_ component: Int, _ count: Int) -> Int {
    var best = stations.ready(component, 0)
    for place in 1..<count {
      let replica = stations.ready(component, place)
      if replicas[replica].bound < replicas[best].bound { best = replica }
    }
    return best
  }

  /// A call that came over the network reaches its replica.
  mutating func arriveAtReplica(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    enter(request, Int(requests[request].replica), &agenda)
  }

  /// Service begins, or the request queues, or the queue is full.
  @inline(__always)
  mutating func enter(
    _ request: Int, _ replica: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = replicas[replica]
    if row.isShared {
      enterShared(request, replica, &agenda)
    } else if row.busy < row.workers {
      replicas[replica].busy = row.busy &+ 1
      stations.addBusy(1, Int(row.component), at: agenda.now)
      meter.addBusy(1, host: Int(row.host), at: agenda.now)
      serve(request, &agenda)
    } else if row.queued < row.queueLimit {
      requests[request].queue()
      let tail = replicas[replica].enqueue(Int32(truncatingIfNeeded: request))
      if tail >= 0 { requests[Int(tail)].next = Int32(truncatingIfNeeded: request) }
    } else {
      refuseAtReplica(request, replica, &agenda)
    }
  }

  /// There is no room for a request that has reached its replica.
  mutating func refuseAtReplica(
    _ request: Int, _ replica: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let site = Int(replicas[replica].site)
    forget(requests[request].work, of: replica)
    unbind(replica, agenda.now)
    refuse(request, .rejected, from: site, &agenda)
  }

  /// Work that is bound to a replica will not be done.
  mutating func forget(_ work: Nanoseconds, of replica: Int) {
    replicas[replica].freeAt -= min(replicas[replica].freeAt, work)
  }

  /// Service of a request begins; the worker counts as busy already.
  @inline(__always)
  mutating func serve(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    let now = agenda.now
    let (work, key, number) = requests[request].begin(at: now)
    agenda.schedule(
      FederationEvent(
        .workDone, at: now &+ work, key: key, subject: request, generation: number))
  }

  @inline(__always)
  mutating func dequeue(_ replica: Int) -> Int {
    let head = Int(replicas[replica].queueHead)
    let next = requests[head].next
    replicas[replica].queueHead = next
    if next < 0 { replicas[replica].queueTail = -1 }
    replicas[replica].queued &-= 1
    return head
  }

  /// A worker is free: the next in the queue begins, and the page view goes on.
  @inline(__always)
  mutating func workDone(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    let now = agenda.now
    let (replica, spent, node, willHold) = requests[request].finish(at: now)
    if willHold {
      hold(request, replica, node, spent, at: now)
      proceed(request, node: node, after: -1, &agenda)
      return
    }
    let (hasQueue, isEmpty) = replicas[replica].finish()
    let row = replicas[replica]
    let host = Int(row.host)
    meter.work[host &* meter.workloadCount &+ Int(row.workload)] &+= spent
    if hasQueue {
      // The worker stays busy: no level changes.
      serve(dequeue(replica), &agenda)
    } else {
      stations.addBusy(-1, Int(row.component), at: now)
      meter.addBusy(-1, host: host, at: now)
    }
    if isEmpty { retire(replica, now) }
    proceed(request, node: node, after: -1, &agenda)
  }

  /// Brings the work done for a request into the accounts up to now.
  mutating func credit(_ request: Int, at now: Nanoseconds) {
    let replica = replicas[Int(requests[request].replica)]
    let cell = Int(replica.host) * meter.workloadCount + Int(replica.workload)
    let done = now - requests[request].creditedAt
    meter.work[cell] += done
    requests[request].work -= done
    requests[request].creditedAt = now
  }

  /// One request fewer; a draining replica leaves when it has none.
  @inline(__always)
  mutating func unbind(_ replica: Int, _ now: Nanoseconds) {
    let row = replicas[replica]
    replicas[replica].bound = row.bound &- 1
    if row.state == .draining && row.bound == 1 { retire(replica, now) }
  }
}
