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
    let place = Int(workloads[workload].firstNode) &+ node
    let component = Int(nodes[place].component)
    guard let replica = route(component, block, now) else {
      refuse(request, .failed, from: site, &agenda)
      return
    }
    let target = Int(replicas[replica].site)
    let work = serviceTime(component, replica, Draws.unit(block))
    requests[request].bind(
      to: replica, work: work, node: node, holds: nodes[place].lastHolding >= 0)
    setSite(target, of: request, depth: Int(nodes[place].depth))
    replicas[replica].bind(work, at: now)
    if target == site {
      enter(request, replica, component, &agenda)
      return
    }
    let bytes = nodes[place].requestBytes
    let delay = wires.send(bytes, from: site, to: target, at: now)
    launch(request, bytes)
    loans.addEgress(bytes, site: site, workload: workload)
    schedule(.atReplica, at: now &+ delay, request, &agenda)
  }

  @inline(__always)
  private func serviceTime(_ component: Int, _ replica: Int, _ u: Double) -> Nanoseconds {
    let mean = components[component].work / replicas[replica].speed
    let law = components[component].law
    return wholeNanoseconds(min(longestDelay, mean * law.quantile(u)))
  }

  /// Makes the next call of `node` after its call number `done`, or answers whoever called `node`.
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
    let base = Int(workloads[Int(stream.workload)].firstNode)
    let place = base &+ node
    let site = site(of: request, depth: Int(nodes[place].depth))
    let count = Int(nodes[place].childCount)
    var ordinal = done &+ 1
    while ordinal < count {
      let child = Int(children[Int(nodes[place].firstChild) &+ ordinal])
      let block =
        child == 1
        ? pageDraws[request].second
        : draws.lateBlock(.call, stream: stream.key, row.subject(node: child))
      if Draws.unit(word: block.w) < nodes[base &+ child].probability {
        if row.held != 0 { freeCaller(request, place, past: ordinal, &agenda) }
        dispatch(
          request, of: Int(stream.workload), node: child, block, from: site, &agenda)
        return
      }
      ordinal &+= 1
    }
    if row.held != 0 { freeCaller(request, place, past: ordinal, &agenda) }
    if node == 0 {
      answer(request, from: site, &agenda)
    } else {
      requests[request].node = node
      reply(request, place, from: site, &agenda)
    }
  }

  /// The response of a call goes back to the component that made it. `place`: of its node.
  private mutating func reply(
    _ request: Int, _ place: Int, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let node = nodes[place]
    let target = self.site(of: request, depth: Int(node.depth) - 1)
    if target == site {
      proceed(request, node: Int(node.parent), after: Int(node.ordinal), &agenda)
      return
    }
    let now = agenda.now
    let delay = wires.send(node.responseBytes, from: site, to: target, at: now)
    launch(request, node.responseBytes)
    loans.addEgress(
      node.responseBytes, site: site,
      workload: Int(streams[requests[request].stream].workload))
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
    _ request: Int, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = requests[request]
    guard row.outcome == .open else {
      // Nobody waits any more: the door closed the connection.
      release(request)
      return
    }
    let now = agenda.now
    let stream = streams[row.stream]
    let workload = Int(stream.workload)
    let arrival =
      now &+ backHome(workloads[workload].responseBytes, from: site, stream, at: now)
    restConnection(Int(row.visit), workload, at: now)
    if arrival > row.offeredAt &+ workloads[workload].timeout || arrival >= end {
      requests[request].phase = .late
      return
    }
    counters.complete(
      workload, offeredAt: row.offeredAt, slot: Int(row.offeredSlot),
      threshold: workloads[workload].threshold, at: arrival)
    goOn(Int(row.visit), failed: false, pageDraws[request].pause, at: arrival, &agenda)
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

  @inline(__always)
  mutating func keep(_ drawn: PageDraws, for request: Int) {
    if request >= pageDraws.count {
      pageDraws.append(repeating: drawn, count: request + 1 - pageDraws.count)
    }
    pageDraws[request] = drawn
  }

  /// The site that serves a page view's call at a depth of its call tree.
  @inline(__always)
  func site(of request: Int, depth: Int) -> Int { Int(callSites[request << 3 | depth]) }

  @inline(__always)
  private mutating func setSite(_ site: Int, of request: Int, depth: Int) {
    let place = request << 3 | depth
    if place >= callSites.count {
      callSites.append(repeating: 0, count: max(64, (place | 7) + 1 - callSites.count))
    }
    callSites[place] = Int16(truncatingIfNeeded: site)
  }
}
