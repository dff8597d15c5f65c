import VerbundCore
import VerbundPlan

/// When a client's patience with one page view ends.
struct Deadline: BitwiseCopyable {
  var time: Nanoseconds
  var request: Int32
  var generation: UInt32
}

/// People: they come, view pages, wait so long, go on or leave.
extension Federation {
  mutating func scheduleArrival(_ stream: Int, _ agenda: inout Agenda<FederationEvent>) {
    guard let time = arrivals[stream].next(draws) else { return }
    agenda.schedule(
      FederationEvent(
        .visitArrives, at: time, stream: stream, serial: arrivals[stream].serial - 1,
        subject: stream))
  }

  mutating func visitArrives(_ stream: Int, _ agenda: inout Agenda<FederationEvent>) {
    let serial = arrivals[stream].serial - 1
    let workload = Int(streamWorkload[stream])
    arrivalTrace.add(
      UInt64(bitPattern: agenda.now), UInt64(streamKeys[stream]) << 32 | UInt64(serial))
    let u = draws.uniform(.pages, stream: streamKeys[stream], Subject(visit: serial))
    let pages = geometricCount(mean: workloads[workload].pages, u, limit: Limits.pages)
    let visit = visits.insert(VisitRow(stream: stream, serial: serial, pages: pages))
    counters[workload].visitsOffered += 1
    scheduleArrival(stream, &agenda)
    offerPage(visit, &agenda)
  }

  /// A citizen asks for the visit's present page; the request travels to the front door.
  mutating func offerPage(_ visit: Int, _ agenda: inout Agenda<FederationEvent>) {
    let now = agenda.now
    let row = visits[visit]
    let stream = Int(row.stream)
    let workload = Int(streamWorkload[stream])
    let fixed = workloads[workload]
    let slot = Int(now / slotLength)
    let request = requests.insert(
      RequestRow(
        visit: Int32(visit), stream: row.stream, serial: row.serial, page: row.page,
        offeredAt: now, offeredSlot: Int32(slot)))
    launch(request, fixed.requestBytes)
    counters[workload].offered += 1
    counters[workload].offeredBySlot[slot] += 1
    counters[workload].changeOpen(by: 1, at: now)
    let delay = wires.send(
      fixed.requestBytes, region: Int(streamRegion[stream]), to: Int(fixed.home), at: now)
    agenda.schedule(event(.atDoor, at: now + delay, request: request))
    watch(request, workload, &agenda)
  }

  /// Puts a page view on its workload's list of deadlines: all wait equally long, so the list is
  /// sorted by itself, and only its head needs an event.
  private mutating func watch(
    _ request: Int, _ workload: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let time = agenda.now + workloads[workload].timeout
    let isFirst = deadlines[workload].count == 0
    deadlines[workload].append(
      Deadline(time: time, request: Int32(request), generation: requests.generation(request)))
    if isFirst { scheduleDeadline(workload, &agenda) }
  }

  private mutating func scheduleDeadline(
    _ workload: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    guard let head = deadlines[workload].first else { return }
    let row = requests[Int(head.request)]
    agenda.schedule(
      FederationEvent(
        .deadline, at: head.time, stream: Int(row.stream), serial: row.serial, page: row.page,
        subject: workload))
  }

  /// Ends the patience of all whose time has come, then waits for the next one who still waits.
  mutating func deadline(_ workload: Int, _ agenda: inout Agenda<FederationEvent>) {
    while let head = deadlines[workload].first {
      let request = Int(head.request)
      let waits =
        requests.isCurrent(request, head.generation) && requests[request].outcome == .open
      if waits && head.time > agenda.now { break }
      deadlines[workload].removeFirst()
      if waits { giveUp(request, workload, &agenda) }
    }
    scheduleDeadline(workload, &agenda)
  }

  /// The client closes its connection; what is queued for it goes on.
  private mutating func giveUp(
    _ request: Int, _ workload: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let visit = Int(requests[request].visit)
    record(.timedOut, request, at: agenda.now)
    if visits[visit].connection != .none {
      visits[visit].connection = .none
      doors[workload].held -= 1
    }
    goOn(visit, failed: true, &agenda)
  }

  /// The page reaches the citizen.
  mutating func answered(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    if requests[request].outcome == .open {
      record(.completed, request, at: agenda.now)
      let visit = Int(requests[request].visit)
      restConnection(visit, at: agenda.now)
      goOn(visit, failed: false, &agenda)
    }
    release(request)
  }

  /// The citizen reads that it did not work.
  mutating func refusalArrives(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    land(request)
    let visit = Int(requests[request].visit)
    restConnection(visit, at: agenda.now)
    goOn(visit, failed: true, &agenda)
    release(request)
  }

  /// Next page after a pause, or the end of the visit.
  private mutating func goOn(
    _ visit: Int, failed: Bool, _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = visits[visit]
    let stream = Int(row.stream)
    let fixed = workloads[Int(streamWorkload[stream])]
    if failed { visits[visit].hasFailed = true }
    let subject = Subject(visit: row.serial, page: row.page)
    let leaves =
      failed && draws.uniform(.giveUp, stream: streamKeys[stream], subject) < fixed.leaves
    if leaves || row.page + 1 >= row.pages {
      end(visit, Int(streamWorkload[stream]))
      return
    }
    let u = draws.uniform(.thinkTime, stream: streamKeys[stream], subject)
    visits[visit].page += 1
    let pause = wholeNanoseconds(fixed.think * Distribution.exponential.quantile(u))
    agenda.schedule(
      FederationEvent(
        .pageOffered, at: agenda.now + pause, stream: stream, serial: row.serial,
        page: row.page + 1, subject: visit))
  }

  private mutating func end(_ visit: Int, _ workload: Int) {
    if visits[visit].hasFailed {
      counters[workload].visitsAbandoned += 1
    } else {
      counters[workload].visitsServed += 1
    }
    visits[visit].hasEnded = true
    if visits[visit].connection == .none { visits.remove(visit) }
  }

  /// Writes a page view's outcome, once.
  mutating func record(_ outcome: Outcome, _ request: Int, at now: Nanoseconds) {
    requests[request].outcome = outcome
    let row = requests[request]
    let workload = Int(streamWorkload[Int(row.stream)])
    counters[workload].finish(
      outcome, offeredAt: row.offeredAt, slot: Int(row.offeredSlot),
      threshold: workloads[workload].threshold, at: now)
  }

  /// A message of a page view is on its way.
  @inline(__always)
  mutating func launch(_ request: Int, _ bytes: Int64) {
    requests[request].transit = bytes
    messages.sent += bytes
  }

  /// It has arrived.
  @inline(__always)
  mutating func land(_ request: Int) {
    messages.delivered += requests[request].transit
    requests[request].transit = 0
  }

  /// The request's row is free again.
  mutating func release(_ request: Int) {
    requests[request].isAlive = false
    requests.remove(request)
  }

  /// An event about a page view, with its meaning in the key.
  @inline(__always)
  func event(_ kind: EventKind, at time: Nanoseconds, request: Int) -> FederationEvent {
    let row = requests[request]
    return FederationEvent(
      kind, at: time, stream: Int(row.stream), serial: row.serial, page: row.page,
      node: row.node, subject: request)
  }
}
