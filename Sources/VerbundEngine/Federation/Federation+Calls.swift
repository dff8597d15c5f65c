import VerbundCore

/// The walk of a page view through its call graph: a component's own work, then its calls in order.
extension Federation {
  /// Binds a call to a replica and sends it there.
  ///
  /// One copy for all who call, so that the loop's code fits the nearest cache.
  @inline(never)
  mutating func dispatch(
    _ request: Request, _ node: Pointer<NodeRow>, _ drawn: CallDraw, from site: Int,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let component = node.row.component
    guard let replica = route(component, drawn.choice, now) else {
      refuse(request, .failed, from: site, &agenda)
      return
    }
    let work = replica.row.bind(
      drawn.share, at: now, byWork: component.row.routing == .leastWork)
    request.row.bind(to: replica, work: work, node)
    let target = Int(replica.row.site)
    if target == site {
      enter(request, replica, &agenda)
      return
    }
    let delay = send(request, node.row.requestBytes, from: site, to: target, at: now)
    schedule(.atReplica, at: now &+ delay, request, &agenda)
  }

  /// A message of a page view sets out from one site to another; says how long it takes.
  private mutating func send(
    _ request: Request, _ bytes: Int64, from site: Int, to other: Int, at now: Nanoseconds
  ) -> Nanoseconds {
    launch(request, bytes)
    loans.addEgress(bytes, site: site, workload: streams[request.row.stream].workload.slot)
    return wires.send(bytes, from: site, to: other, at: now)
  }

  /// Makes the next call of `node`, from `call` on. When there is none, whoever called `node` has
  /// its answer and goes on, over the network or at once.
  mutating func proceed(
    _ request: Request, _ node: Pointer<NodeRow>, from call: Pointer<NodeRow>?,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    if request.row.outcome == .failed {
      // A fault took its caller or its front door: what was in hand is done, and that is all.
      discard(request, &agenda)
      return
    }
    var (node, call) = (node, call)
    while true {
      let site = request.row.site(depth: node.row.depth)
      while let next = call {
        if isMade(request, next) {
          if request.row.held != 0 { freeCaller(request, node, before: next, &agenda) }
          dispatch(request, next, draw(request, next), from: site, &agenda)
          return
        }
        call = next.row.nextCall
      }
      if request.row.held != 0 { freeCaller(request, node, before: nil, &agenda) }
      guard let caller = node.row.parent else {
        answer(request, from: site, &agenda)
        return
      }
      let other = request.row.site(depth: caller.row.depth)
      if other != site {
        reply(request, node, from: site, to: other, &agenda)
        return
      }
      (node, call) = (caller, node.row.nextCall)
    }
  }

  /// Whether a page view makes a call.
  @inline(__always)
  func isMade(_ request: Request, _ node: Pointer<NodeRow>) -> Bool {
    let number = Int(node.row.number)
    if number < 4 { return request.row.made &>> UInt8(truncatingIfNeeded: number) & 1 != 0 }
    if node.row.isAlwaysCalled { return true }
    // Four nodes share a block.
    let block = draws.lateBlock(
      .callsMade, stream: streams[request.row.stream].key,
      FederationEvent.draw(request.row.key, node: number & ~3))
    return node.row.isCalled(block[number & 3])
  }

  /// What is drawn for a call that is made.
  @inline(__always)
  func draw(_ request: Request, _ node: Pointer<NodeRow>) -> CallDraw {
    if node.row.number == 1 && request.row.made == PageDraws.all { return request.row.second }
    let stream = streams[request.row.stream].key
    let block = draws.lateBlock(.call, stream: stream, request.row.draw(node))
    return CallDraw(block, node.row.component.row.law)
  }

  /// The response of a call goes back over the network to the component that made it.
  @inline(never)
  private mutating func reply(
    _ request: Request, _ node: Pointer<NodeRow>, from site: Int, to caller: Int,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let delay = send(request, node.row.responseBytes, from: site, to: caller, at: now)
    request.row.move(to: node)
    request.row.phase = .replying
    schedule(.reply, at: now &+ delay, request, &agenda)
  }

  mutating func replyArrives(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    let node = request.row.node
    guard let caller = node.row.parent else { preconditionFailure("the root replies to nobody") }
    proceed(request, caller, from: node.row.nextCall, &agenda)
  }

  /// The page goes from the entry component through the front door to the citizen.
  ///
  /// When it sets out, the time of its arrival is known, and so is whether the citizen still waits
  /// then: no event is needed for it.
  @inline(__always)
  private mutating func answer(
    _ request: Request, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    guard request.row.outcome == .open else {
      // Nobody waits any more: the door closed the connection.
      requests.remove(request)
      return
    }
    let stream = streams.at(request.row.stream)
    let workload = stream.row.workload
    let back = stream.row.back
    let arrival =
      atDoor(back.size, from: site, workload, at: agenda.now)
      &+ wires.send(along: back, at: agenda.now)
    if arrival > request.row.offeredAt &+ workload.row.timeout || arrival >= end {
      // Too late, or after the night: it holds its connection until the client gives up.
      request.row.phase = .late
      return
    }
    counters.complete(
      workload.row.counter, offeredAt: request.row.offeredAt,
      slot: Int(request.row.offeredSlot), threshold: workload.row.threshold, at: arrival)
    goOn(request.row, stream, at: arrival, &agenda)
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
