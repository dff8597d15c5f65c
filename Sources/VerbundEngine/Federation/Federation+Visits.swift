import VerbundCore
import VerbundPlan

/// People: they come, view pages, wait so long, go on or leave.
extension Federation {
  mutating func scheduleArrival(_ stream: Int, _ agenda: inout Agenda<FederationEvent>) {
    guard let time = arrivals.next(stream, draws) else { return }
    agenda.schedule(
      FederationEvent(
        .visitArrives, at: time &+ streams[stream].way, stream: stream,
        serial: arrivals[stream].serial, subject: stream))
  }

  mutating func visitArrives(_ stream: Int, _ agenda: inout Agenda<FederationEvent>) {
    let (serial, word) = (arrivals[stream].serial, arrivals[stream].word)
    let workload = Int(streams[stream].workload)
    let pages = workloads[workload].pages.count(Draws.unit(word: word))
    counters[workload].visitsOffered += 1
    scheduleArrival(stream, &agenda)
    viewPage(
      FederationEvent.key(stream: stream, serial: serial, page: 0),
      Visitor(pages: UInt8(truncatingIfNeeded: pages)), &agenda)
  }

  /// The request for a page of a visit is where the front door is, unless it has to wait at a link.
  ///
  /// It was sent `way` ago. It takes its place at the links as of when it would begin to arrive: so
  /// requests from far and near, and messages from elsewhere, share a link in one order.
  @inline(__always)
  mutating func viewPage(
    _ key: UInt64, _ visitor: Visitor, _ agenda: inout Agenda<FederationEvent>
  ) {
    let stream = streams[FederationEvent.stream(key)]
    let workload = Int(stream.workload)
    // Drawn early: a block takes longer than what comes before its use.
    let drawn = PageDraws(draws, stream: stream.key, FederationEvent.draw(key, node: 0))
    let sentAt = agenda.now &- stream.way
    let bytes = workloads[workload].requestBytes
    let request = requests.insert(
      RequestRow(
        second: drawn.second, key: key, offeredAt: sentAt,
        offeredSlot: Int32(truncatingIfNeeded: slotState.present), pause: drawn.root.w,
        pages: visitor.pages, hasFailed: visitor.hasFailed,
        isConnected: doors[workload].knows(visitor)))
    counters.offer(workload, slot: slotState.present, since: sentAt)
    let end = sentAt &+ workloads[workload].timeout
    if end <= watchedUntil { expect(request, at: end, &agenda) }
    let delay = wires.send(bytes, stream.there, at: sentAt &+ stream.there.propagation)
    if delay > stream.way {
      launch(request, bytes)
      schedule(.atDoor, at: sentAt &+ delay, request, &agenda)
    } else {
      messages.sent &+= bytes
      messages.delivered &+= bytes
      enterDoor(request, stream, drawn.root, &agenda)
    }
  }

  /// Half the shortest patience, so that hardly anybody who is served has an event for its end.
  static func watchPeriod(_ plan: Plan) -> Nanoseconds {
    let shortest = plan.workloads.map(\.visit.timeout).min() ?? .second
    return min(10 * .second, max(.second / 4, shortest / 2))
  }

  /// Looks for all whose patience may end before the next watch.
  ///
  /// - Complexity: O(page views ever under way at once), twice in the shortest patience.
  mutating func watch(_ agenda: inout Agenda<FederationEvent>) {
    watchedUntil = agenda.now + watchPeriod
    for request in requests.indices
    where requests[request].isAlive && requests[request].outcome == .open {
      let stream = requests[request].stream
      let timeout = workloads[Int(streams[stream].workload)].timeout
      let end = requests[request].offeredAt &+ timeout
      if end > agenda.now && end <= watchedUntil { expect(request, at: end, &agenda) }
    }
    agenda.schedule(FederationEvent(.watch, at: watchedUntil, stream: 0, serial: 0, subject: 0))
  }

  @inline(__always)
  private mutating func expect(
    _ request: Int, at end: Nanoseconds, _ agenda: inout Agenda<FederationEvent>
  ) {
    agenda.schedule(
      FederationEvent(
        .deadline, at: end, key: requests[request].key & ~0xFFF, subject: request,
        generation: requests[request].generation))
  }

  /// The client closes its connection; what is under way for it goes on, or is cancelled.
  mutating func deadline(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    var row = requests[request]
    guard row.outcome == .open else { return }
    let stream = streams[row.stream]
    let workload = Int(stream.workload)
    counters.fail(workload, .timedOut, offeredAt: row.offeredAt, at: agenda.now)
    requests[request].outcome = .timedOut
    if row.isConnected {
      requests[request].isConnected = false
      row.isConnected = false
      doors[workload].held -= 1
    }
    if row.phase == .late {
      release(request)
    } else if workloads[workload].cancels && row.phase != .toDoor {
      withdraw(request, &agenda)
    }
    goOnAfterFailure(row, stream, at: agenda.now, &agenda)
  }

  /// Who has not got a page leaves, or goes on like everybody.
  mutating func goOnAfterFailure(
    _ row: RequestRow, _ stream: StreamRow, at time: Nanoseconds,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    var row = row
    row.hasFailed = true
    let block = draws.lateBlock(.thinkTime, stream: stream.key, row.draw(node: 0))
    if Draws.unit(word: block.z) < workloads[Int(stream.workload)].leaves { row.pages = 0 }
    goOn(row, stream, at: time, &agenda)
  }

  /// Next page after a pause, or the end of the visit. `time`: when the citizen knows how the page
  /// went.
  ///
  /// The front door keeps an idle connection for a while. Since the next page's time is known, so
  /// is whether it will come in that while.
  @inline(__always)
  mutating func goOn(
    _ row: RequestRow, _ stream: StreamRow, at time: Nanoseconds,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let workload = Int(stream.workload)
    let (keepAlive, epoch) = (doors[workload].limits.keepAlive, doors[workload].epoch)
    let keptUntil = agenda.now &+ keepAlive
    if row.page &+ 1 >= row.pages {
      counters[workload].endVisit(row.hasFailed)
      if row.isConnected { expiries.append(keptUntil, to: workload) }
      return
    }
    let pause = wholeNanoseconds(
      workloads[workload].think
        * Distribution.exponential.quantile(Draws.unit(word: row.pause)))
    let next = time &+ pause &+ stream.way
    let isKept = row.isConnected && next < keptUntil
    if row.isConnected && !isKept { expiries.append(keptUntil, to: workload) }
    agenda.schedule(
      FederationEvent(
        pageAt: next, key: row.key & ~0xFFF &+ 1 << 12,
        Visitor(
          pages: row.pages, hasFailed: row.hasFailed, isConnected: isKept, doorEpoch: epoch)))
  }

  /// A message of a page view is on its way.
  @inline(__always)
  mutating func launch(_ request: Int, _ bytes: Int64) {
    requests[request].transit = bytes
    messages.sent &+= bytes
  }

  /// It has arrived.
  @inline(__always)
  mutating func land(_ request: Int) {
    messages.delivered &+= requests[request].transit
    requests[request].transit = 0
  }

  /// The request's row is free again.
  @inline(__always)
  mutating func release(_ request: Int) {
    requests[request].phase = .gone
    requests.remove(request)
  }

  /// The page view is over within: workers that wait for it are free, and so is its row.
  @inline(__always)
  mutating func discard(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    if requests[request].held != 0 { freeCallers(request, &agenda) }
    release(request)
  }
}
