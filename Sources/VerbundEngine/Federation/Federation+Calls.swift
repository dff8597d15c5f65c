import VerbundCore

/// The walk of a page view through its call graph: a component's own work, then its calls in order.
extension Federation {
  /// Binds a call to a replica and sends it there.
  ///
  /// One copy for all who call, so that the loop's code fits the nearest cache.
  ///
  /// - Parameters:
  ///   - number: of the node in its workload's call tree.
  ///   - block: the call's random words: 64 bits for its work, 64 for its replica.
  @inline(never)
  mutating func dispatch(
    _ request: Request, _ node: Handle<NodeRow>, number: Int, of workload: Handle<WorkloadRow>,
    _ block: SIMD4<UInt32>, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let component = components.at(Int(node.row.component))
    guard let replica = route(component, block, now) else {
      refuse(request, .failed, from: site, &agenda)
      return
    }
    let share = component.row.law.quantile(Draws.unit(block))
    let work = replica.row.bind(share, at: now)
    request.row.bind(to: replica, work: work, node, number: number)
    let target = Int(replica.row.site)
    if target == site {
      enter(request, replica, &agenda)
      return
    }
    let bytes = node.row.requestBytes
    let delay = wires.send(bytes, from: site, to: target, at: now)
    launch(request, bytes)
    loans.addEgress(bytes, site: site, workload: workload.slot)
    schedule(.atReplica, at: now &+ delay, request, &agenda)
  }

  /// Makes the next call of `node` after its call number `done`. When there is none, whoever called
  /// `node` has its answer and goes on, over the network or at once.
  mutating func proceed(
    _ request: Request, node: Int, after done: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    if request.row.outcome == .failed {
      // A fault took its caller or its front door: what was in hand is done, and that is all.
      discard(request, &agenda)
      return
    }
    let stream = streams.at(request.row.stream)
    let workload = workloads.at(Int(stream.row.workload))
    let first = Int(workload.row.firstNode)
    var (node, ordinal) = (nodes.at(first &+ node), done &+ 1)
    while true {
      let site = request.row.site(depth: node.row.depth)
      while ordinal < Int(node.row.childCount) {
        let number = Int(children[Int(node.row.firstChild) &+ ordinal])
        let child = nodes.at(first &+ number)
        let block =
          number == 1
          ? request.row.second
          : draws.lateBlock(.call, stream: stream.row.key, request.row.draw(node: number))
        if Draws.unit(word: block.w) < child.row.probability {
          if request.row.held != 0 { freeCaller(request, node, past: ordinal, &agenda) }
          dispatch(request, child, number: number, of: workload, block, from: site, &agenda)
          return
        }
        ordinal &+= 1
      }
      if request.row.held != 0 { freeCaller(request, node, past: ordinal, &agenda) }
      if node.slot == first {
        answer(request, stream, workload, from: site, &agenda)
        return
      }
      let caller = request.row.site(depth: node.row.depth &- 1)
      if caller != site {
        reply(request, node, of: workload, from: site, to: caller, &agenda)
        return
      }
      (node, ordinal) = (nodes.at(first &+ Int(node.row.parent)), Int(node.row.ordinal) &+ 1)
    }
  }

  /// The response of a call goes back over the network to the component that made it.
  @inline(never)
  private mutating func reply(
    _ request: Request, _ node: Handle<NodeRow>, of workload: Handle<WorkloadRow>, from site: Int,
    to caller: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let bytes = node.row.responseBytes
    let delay = wires.send(bytes, from: site, to: caller, at: now)
    launch(request, bytes)
    loans.addEgress(bytes, site: site, workload: workload.slot)
    request.row.node = node.slot - Int(workload.row.firstNode)
    request.row.phase = .replying
    schedule(.reply, at: now &+ delay, request, &agenda)
  }

  mutating func replyArrives(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    let workload = workloads.at(Int(streams[request.row.stream].workload))
    let node = nodes.at(Int(workload.row.firstNode) + request.row.node)
    proceed(request, node: Int(node.row.parent), after: Int(node.row.ordinal), &agenda)
  }

  /// The page goes from the entry component through the front door to the citizen.
  ///
  /// When it sets out, the time of its arrival is known, and so is whether the citizen still waits
  /// then: no event is needed for it.
  @inline(__always)
  private mutating func answer(
    _ request: Request, _ stream: Handle<StreamRow>, _ workload: Handle<WorkloadRow>,
    from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    guard request.row.outcome == .open else {
      // Nobody waits any more: the door closed the connection.
      requests.remove(request)
      return
    }
    let arrival =
      agenda.now
      &+ backHome(workload.row.responseBytes, from: site, stream, workload, at: agenda.now)
    if arrival > request.row.offeredAt &+ workload.row.timeout || arrival >= end {
      // Too late, or after the night: it holds its connection until the client gives up.
      request.row.phase = .late
      return
    }
    counters.complete(
      workload.slot, offeredAt: request.row.offeredAt, slot: Int(request.row.offeredSlot),
      threshold: workload.row.threshold, at: arrival)
    goOn(request.row, stream, workload, at: arrival, &agenda)
    requests.remove(request)
  }

  /// An event about a page view, with its meaning in the key.
  @inline(__always)
  func schedule(
    _ kind: EventKind, at time: Nanoseconds, _ request: Request,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    agenda.schedule(
      FederationEvent(
        kind, at: time, key: request.row.key, subject: request.slot,
        generation: request.row.generation))
  }
}
