import VerbundCore

/// The walk of a page view through its call graph: a component's own work, then its calls in order.
extension Federation {
  /// Binds a call to a replica and sends it there.
  mutating func dispatch(
    _ request: Int, node: Int, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = requests[request]
    let stream = Int(row.stream)
    let workload = Int(streamWorkload[stream])
    let fixed = nodes[Int(workloads[workload].firstNode) + node]
    let component = Int(fixed.component)
    let subject = Subject(visit: row.serial, page: row.page, node: UInt8(truncatingIfNeeded: node))
    guard let replica = route(component, streamKeys[stream], subject, agenda.now) else {
      refuse(request, .failed, from: site, &agenda)
      return
    }
    let target = Int(replicas[replica].site)
    let work = serviceTime(component, replica, streamKeys[stream], subject)
    requests[request].node = UInt8(truncatingIfNeeded: node)
    requests[request].replica = Int32(replica)
    requests[request].work = work
    requests[request].sites[Int(fixed.depth)] = Int16(target)
    replicas[replica].bound += 1
    replicas[replica].freeAt = min(
      endOfTime, max(agenda.now, replicas[replica].freeAt) + work)
    if target == site {
      arriveAtReplica(request, &agenda)
      return
    }
    let delay = wires.send(fixed.requestBytes, from: site, to: target, at: agenda.now)
    launch(request, fixed.requestBytes)
    loans.addEgress(fixed.requestBytes, site: site, workload: workload)
    agenda.schedule(event(.atReplica, at: agenda.now + delay, request: request))
  }

  private func serviceTime(
    _ component: Int, _ replica: Int, _ key: UInt32, _ subject: Subject
  ) -> Nanoseconds {
    let row = components[component]
    let u = draws.uniform(.work, stream: key, subject)
    let speed = hostSpeed[Int(replicas[replica].host)]
    return wholeNanoseconds(min(longestDelay, row.work * row.law.quantile(u) / speed))
  }

  /// Makes the next call of `node` after its call number `done`, or answers whoever called `node`.
  mutating func proceed(
    _ request: Int, node: Int, after done: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = requests[request]
    let stream = Int(row.stream)
    let base = Int(workloads[Int(streamWorkload[stream])].firstNode)
    let fixed = nodes[base + node]
    let site = Int(row.sites[Int(fixed.depth)])
    for ordinal in (done + 1)..<max(done + 1, Int(fixed.childCount)) {
      let child = Int(children[Int(fixed.firstChild) + ordinal])
      let subject = Subject(
        visit: row.serial, page: row.page, node: UInt8(truncatingIfNeeded: child))
      let probability = nodes[base + child].probability
      if probability >= 1
        || draws.uniform(.call, stream: streamKeys[stream], subject) < probability
      {
        dispatch(request, node: child, from: site, &agenda)
        return
      }
    }
    requests[request].node = UInt8(truncatingIfNeeded: node)
    if node == 0 {
      answer(request, from: site, &agenda)
    } else {
      reply(request, node: node, from: site, &agenda)
    }
  }

  /// The response of a call goes back to the component that made it.
  private mutating func reply(
    _ request: Int, node: Int, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let stream = Int(requests[request].stream)
    let base = Int(workloads[Int(streamWorkload[stream])].firstNode)
    let fixed = nodes[base + node]
    let target = Int(requests[request].sites[Int(fixed.depth) - 1])
    if target == site {
      proceed(request, node: Int(fixed.parent), after: Int(fixed.ordinal), &agenda)
      return
    }
    let delay = wires.send(fixed.responseBytes, from: site, to: target, at: agenda.now)
    launch(request, fixed.responseBytes)
    loans.addEgress(fixed.responseBytes, site: site, workload: Int(streamWorkload[stream]))
    agenda.schedule(event(.reply, at: agenda.now + delay, request: request))
  }

  mutating func replyArrives(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    let row = requests[request]
    let base = Int(workloads[Int(streamWorkload[Int(row.stream)])].firstNode)
    let fixed = nodes[base + Int(row.node)]
    proceed(request, node: Int(fixed.parent), after: Int(fixed.ordinal), &agenda)
  }

  /// The page goes from the entry component through the front door to the citizen.
  private mutating func answer(
    _ request: Int, from site: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    guard requests[request].outcome == .open else {
      // Nobody waits any more: the door closed the connection.
      release(request)
      return
    }
    let now = agenda.now
    let stream = Int(requests[request].stream)
    let workload = Int(streamWorkload[stream])
    let fixed = workloads[workload]
    var delay: Nanoseconds = 0
    if site != Int(fixed.home) {
      delay += wires.send(fixed.responseBytes, from: site, to: Int(fixed.home), at: now)
      loans.addEgress(fixed.responseBytes, site: site, workload: workload)
    }
    delay += wires.send(
      fixed.responseBytes, from: Int(fixed.home), toRegion: Int(streamRegion[stream]), at: now)
    launch(request, fixed.responseBytes)
    agenda.schedule(event(.answered, at: now + delay, request: request))
  }
}
