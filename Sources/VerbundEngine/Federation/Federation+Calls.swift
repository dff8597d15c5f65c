import VerbundCore

/// The walk of a page view through its call graph: a component's own work, then its calls in order.
extension Federation {
  /// Binds a call to a replica and sends it there.
  ///
  /// - Parameter block: the call's random words: 64 bits for its work, 64 for its replica.
  @inline(__always)
  mutating func dispatch(
    _ request: Int, of workload: Int, node: Int, _ block: SIMD4<UInt32>, from site: Int,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let fixed = nodes[Int(workloads[workload].firstNode) &+ node]
    let component = Int(fixed.component)
    guard let replica = route(component, block, now) else {
      refuse(request, .failed, from: site, &agenda)
      return
    }
    let share = components[component].law.quantile(Draws.unit(block))
    let (work, target) = replicas[replica].bind(share, at: now)
    requests[request].bind(to: replica, at: target, work: work, fixed, number: node)
    if target == site {
      enter(request, replica, &agenda)
      return
    }
    let bytes = fixed.requestBytes
    let delay = wires.send(bytes, from: site, to: target, at: now)
    launch(request, bytes)
    loans.addEgress(bytes, site: site, workload: workload)
    schedule(.atReplica, at: now &+ delay, request, &agenda)
  }

  /// Makes the next call of `node` after its call number `done`. When there is none, whoever called
  /// `node` has its answer and goes on, over the network or at once.
  mutating func proceed(
    _ request: Int, node: Int, after done: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = requests[request]
    if row.outcome == .failed {
      // A fault took its caller or its front door: what was in hand is done, and that is all.
      discard(request, &agenda)
      return
    }
    let stream = streams[row.stream]
    let workload = Int(stream.workload)
    let base = Int(workloads[workload].firstNode)
    var (node, ordinal) = (node, done &+ 1)
    while true {
      let fixed = nodes[base &+ node]
      let site = Int(row.sites[Int(fixed.depth)])
      while ordinal < Int(fixed.childCount) {
        let child = Int(children[Int(fixed.firstChild) &+ ordinal])
        let block =
          child == 1
          ? row.second : draws.lateBlock(.call, stream: stream.key, row.draw(node: child))
        if Draws.unit(word: block.w) < nodes[base &+ child].probability {
          if row.held != 0 { freeCaller(request, fixed, past: ordinal, &agenda) }
          dispatch(request, of: workload, node: child, block, from: site, &agenda)
          return
        }
        ordinal &+= 1
      }
      if row.held != 0 { freeCaller(request, fixed, past: ordinal, &agenda) }
      if node == 0 {
        answer(request, row, stream, from: site, &agenda)
        return
      }
      let caller = Int(row.sites[Int(fixed.depth) &- 1])
      if caller != site {
        reply(request, of: workload, node: node, fixed, from: site, to: caller, &agenda)
        return
      }
      (node, ordinal) = (Int(fixed.parent), Int(fixed.ordinal) &+ 1)
    }
  }

  /// The response of a call goes back over the network to the component that made it.
  private mutating func reply(
    _ request: Int, of workload: Int, node: Int, _ fixed: NodeRow, from site: Int,
    to caller: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let delay = wires.send(fixed.responseBytes, from: site, to: caller, at: now)
    launch(request, fixed.responseBytes)
    loans.addEgress(fixed.responseBytes, site: site, workload: workload)
    requests[request].node = node
    requests[request].phase = .replying
    schedule(.reply, at: now &+ delay, request, &agenda)
  }

  mutating func replyArrives(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    let row = requests[request]
    let base = Int(workloads[Int(streams[row.stream].workload)].firstNode)
    let fixed = nodes[base + row.node]
    proceed(request, node: Int(fixed.parent), after: Int(fixed.ordinal), &agenda)
  }

  /// The page goes from the entry component through the front door to the citizen.
  ///
  /// When it sets out, the time of its arrival is known, and so is whether the citizen still waits
  /// then: no event is needed for it.
  @inline(__always)
  private mutating func answer(
    _ request: Int, _ row: RequestRow, _ stream: StreamRow, from site: Int,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    guard row.outcome == .open else {
      // Nobody waits any more: the door closed the connection.
      release(request)
      return
    }
    let now = agenda.now
    let workload = Int(stream.workload)
    let arrival =
      now &+ backHome(workloads[workload].responseBytes, from: site, stream, at: now)
    if arrival > row.offeredAt &+ workloads[workload].timeout || arrival >= end {
      // Too late, or after the night: it holds its connection until the client gives up.
      requests[request].phase = .late
      return
    }
    counters.complete(
      workload, offeredAt: row.offeredAt, slot: Int(row.offeredSlot),
      threshold: workloads[workload].threshold, at: arrival)
    goOn(row, stream, at: arrival, &agenda)
    release(request)
  }

  /// An event about a page view, with its meaning in the key.
  @inline(__always)
  func schedule(
    _ kind: EventKind, at time: Nanoseconds, _ request: Int,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    agenda.schedule(
      FederationEvent(
        kind, at: time, key: requests[request].key, subject: request,
        generation: requests[request].generation))
  }

  /// The site that serves a page view's call at a depth of its call tree.
  @inline(__always)
  func site(of request: Int, depth: Int) -> Int { Int(requests[request].sites[depth]) }
}
