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
    let workload = streams[stream].workload
    let pages = workload.row.pages.count(Draws.unit(word: word))
    workload.row.counter.row.visitsOffered += 1
    scheduleArrival(stream, &agenda)
    viewPage(
      FederationEvent.key(stream: stream, serial: serial, page: 0),
      Visitor(pages: UInt8(truncatingIfNeeded: pages)), &agenda)
  }

  /// The request for a page of a visit is where the front door is, unless it has to wait at a link.
  ///
  /// It was sent `way` ago. It takes its place at the links as of when it would begin to arrive: so
  /// requests from far and near, and messages from elsewhere, share a link in one order.
  ///
  /// One copy for first and further pages, so that the loop's code fits the nearest cache.
  @inline(never)
  mutating func viewPage(
    _ key: UInt64, _ visitor: Visitor, _ agenda: inout Agenda<FederationEvent>
  ) {
    let stream = streams.at(FederationEvent.stream(key))
    let workload = stream.row.workload
    // Drawn early: a block takes longer than what comes before its use.
    let drawn = pageSource.draws(key, of: stream)
    let sentAt = agenda.now &- stream.row.way
    let request = requests.insert(
      RequestRow(
        key: key, offeredAt: sentAt, node: workload.row.root,
        offeredSlot: Int32(truncatingIfNeeded: slotState.present),
        pages: visitor.pages, hasFailed: visitor.hasFailed,
        isConnected: workload.row.door.row.knows(visitor), made: drawn.made,
        second: drawn.second, pause: drawn.pause))
    counters.offer(workload.row.counter, slot: slotState.present, since: sentAt)
    let end = sentAt &+ workload.row.timeout
    if end <= watchedUntil { expect(request, at: end, &agenda) }
    let there = stream.row.there
    let delay = wires.send(along: there, at: sentAt &+ there.propagation)
    if delay > stream.row.way {
      launch(request, there.size)
      schedule(.atDoor, at: sentAt &+ delay, request, &agenda)
    } else {
      enterDoor(request, workload, drawn.root, &agenda)
    }
  }

  /// Half the shortest patience, so that hardly anybody who is served has an event for its end.
  static func watchPeriod(_ plan: Plan) -> Nanoseconds {
    let shortest = plan.workloads.map(\.visit.timeout).min() ?? .second
    return min(10 * .second, max(.second / 4, shortest / 2))
  }

  /// Looks for all whose patience may end before the next watch.
  ///
  /// - Complexity: O(slots below the pool's limit, or all), twice in the shortest patience.
  mutating func watch(_ agenda: inout Agenda<FederationEvent>) {
    watchedUntil = agenda.now + watchPeriod
    requests.setAside()
    for request in requests.inUse where request.row.outcome == .open {
      let timeout = streams[request.row.stream].workload.row.timeout
      let end = request.row.offeredAt &+ timeout
      if end > agenda.now && end <= watchedUntil { expect(request, at: end, &agenda) }
    }
    agenda.schedule(FederationEvent(.watch, at: watchedUntil, stream: 0, serial: 0, subject: 0))
  }

  @inline(__always)
  private mutating func expect(
    _ request: Request, at end: Nanoseconds, _ agenda: inout Agenda<FederationEvent>
  ) {
    agenda.schedule(
      FederationEvent(
        .deadline, at: end, key: request.row.key & ~0xFFF, subject: request.slot,
        generation: request.row.generation))
  }

  /// The client closes its connection; what is under way for it goes on, or is cancelled.
  mutating func deadline(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    var row = request.row
    guard row.outcome == .open else { return }
    let stream = streams.at(row.stream)
    let workload = stream.row.workload
    counters.fail(workload.row.counter, .timedOut, offeredAt: row.offeredAt, at: agenda.now)
    request.row.outcome = .timedOut
    if row.isConnected {
      request.row.isConnected = false
      row.isConnected = false
      workload.row.door.row.held -= 1
    }
    if row.phase == .late {
      requests.remove(request)
    } else if workload.row.cancels && row.phase != .toDoor {
      withdraw(request, &agenda)
    }
    goOnAfterFailure(row, stream, at: agenda.now, &agenda)
  }

  /// Who has not got a page leaves, or goes on like everybody.
  mutating func goOnAfterFailure(
    _ row: RequestRow, _ stream: Handle<StreamRow>, at time: Nanoseconds,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    var row = row
    row.hasFailed = true
    let workload = stream.row.workload
    let block = draws.lateBlock(.thinkTime, stream: stream.row.key, row.draw(workload.row.root))
    if Draws.unit(word: block.z) < workload.row.leaves { row.pages = 0 }
    goOn(row, stream, at: time, &agenda)
  }

  /// Next page after a pause, or the end of the visit. `time`: when the citizen knows how the page
  /// went.
  ///
  /// The front door keeps an idle connection for a while. Since the next page's time is known, so
  /// is whether it will come in that while.
  @inline(__always)
  mutating func goOn(
    _ row: RequestRow, _ stream: Handle<StreamRow>, at time: Nanoseconds,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let workload = stream.row.workload
    let door = workload.row.door
    let keptUntil = agenda.now &+ door.row.limits.keepAlive
    if row.page &+ 1 >= row.pages {
      workload.row.counter.row.endVisit(row.hasFailed)
      expiries.append(keptUntil, to: workload.row.expiries, if: row.isConnected)
      return
    }
    let pause = wholeNanoseconds(workload.row.think * row.pause)
    let next = time &+ pause &+ stream.row.way
    let isKept = row.isConnected && next < keptUntil
    expiries.append(keptUntil, to: workload.row.expiries, if: row.isConnected && !isKept)
    agenda.schedule(
      FederationEvent(
        pageAt: next, key: row.key & ~0xFFF &+ 1 << 12,
        Visitor(
          pages: row.pages, hasFailed: row.hasFailed, isConnected: isKept,
          doorEpoch: door.row.epoch)))
  }

  /// A message of a page view is on its way.
  @inline(__always)
  mutating func launch(_ request: Request, _ bytes: Int64) {
    request.row.transit = bytes
    messages.sent &+= bytes
  }

  /// It has arrived.
  @inline(__always)
  mutating func land(_ request: Request) {
    messages.delivered &+= request.row.transit
    request.row.transit = 0
  }

  /// The page view is over within: workers that wait for it are free, and so is its row.
  @inline(__always)
  mutating func discard(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    if request.row.held != 0 { freeCallers(request, &agenda) }
    requests.remove(request)
  }
}
