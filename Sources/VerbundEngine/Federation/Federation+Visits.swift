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
    guard let time = arrivals.next(stream, draws) else { return }
    agenda.schedule(
      FederationEvent(
        .visitArrives, at: time, stream: stream, serial: arrivals[stream].serial,
        subject: stream))
  }

  mutating func visitArrives(_ stream: Int, _ agenda: inout Agenda<FederationEvent>) {
    let serial = arrivals[stream].serial
    let workload = Int(streams[stream].workload)
    let pages = workloads[workload].pages.count(Draws.unit(word: arrivals[stream].word))
    arrivalTrace.add(
      UInt64(bitPattern: agenda.now), UInt64(streams[stream].key) << 32 | UInt64(serial))
    let visit = visits.insert(
      VisitRow(
        serial: serial, stream: UInt16(truncatingIfNeeded: stream),
        pages: UInt8(truncatingIfNeeded: pages)))
    counters[workload].visitsOffered += 1
    scheduleArrival(stream, &agenda)
    offerPage(visit, FederationEvent.key(stream: stream, serial: serial, page: 0), &agenda)
  }

  /// A citizen asks for a page of a visit; the request travels to the front door.
  @inline(__always)
  mutating func offerPage(
    _ visit: Int, _ key: UInt64, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let stream = streams[FederationEvent.stream(key)]
    let workload = Int(stream.workload)
    // The door needs the row in a moment: by then it has come out of memory.
    visits.prefetch(visit)
    let bytes = workloads[workload].requestBytes
    let request = requests.insert(
      RequestRow(
        key: key, offeredAt: now, transit: bytes, visit: Int32(truncatingIfNeeded: visit),
        offeredSlot: Int32(truncatingIfNeeded: slotState.present)))
    messages.sent &+= bytes
    counters.offer(workload, slot: slotState.present, at: now)
    let delay = wires.send(bytes, stream.there, at: now)
    agenda.schedule(FederationEvent(.atDoor, at: now &+ delay, key: key, subject: request))
    watch(request, workload, now, &agenda)
  }

  /// Puts a page view on its workload's list of deadlines: all wait equally long, so the list is
  /// sorted by itself, and only its head needs an event.
  @inline(__always)
  private mutating func watch(
    _ request: Int, _ workload: Int, _ now: Nanoseconds, _ agenda: inout Agenda<FederationEvent>
  ) {
    let isFirst = deadlines.count(workload) == 0
    deadlines.append(
      Deadline(
        time: now &+ workloads[workload].timeout, request: Int32(truncatingIfNeeded: request),
        generation: requests[request].generation),
      to: workload)
    if isFirst { scheduleDeadline(workload, &agenda) }
  }

  private mutating func scheduleDeadline(
    _ workload: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    guard let head = deadlines.first(workload) else { return }
    agenda.schedule(
      FederationEvent(
        .deadline, at: head.time, key: requests[Int(head.request)].key & ~0xFFF,
        subject: workload))
  }

  /// Ends the patience of all whose time has come, then waits for the next one who still waits.
  mutating func deadline(_ workload: Int, _ agenda: inout Agenda<FederationEvent>) {
    while let head = deadlines.first(workload) {
      let request = Int(head.request)
      let waits =
        requests[request].generation == head.generation && requests[request].outcome == .open
      if waits && head.time > agenda.now { break }
      deadlines.removeFirst(workload)
      if waits { giveUp(request, workload, &agenda) }
    }
    scheduleDeadline(workload, &agenda)
  }

  /// The client closes its connection; what is under way for it goes on, or is cancelled.
  private mutating func giveUp(
    _ request: Int, _ workload: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = requests[request]
    let visit = Int(row.visit)
    counters.fail(workload, .timedOut, offeredAt: row.offeredAt, at: agenda.now)
    requests[request].outcome = .timedOut
    if visits[visit].connection != .none {
      visits[visit].connection = .none
      doors[workload].held -= 1
    }
    if row.phase == .late {
      release(request)
    } else if workloads[workload].cancels && row.phase != .toDoor {
      withdraw(request, &agenda)
    }
    let block = draws.lateBlock(
      .thinkTime, stream: streams[row.stream].key, row.subject(node: 0))
    goOn(visit, failed: true, block, at: agenda.now, &agenda)
  }

  /// Next page after a pause, or the end of the visit. `time`: when the citizen knows.
  @inline(__always)
  mutating func goOn(
    _ visit: Int, failed: Bool, _ block: SIMD4<UInt32>, at time: Nanoseconds,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let row = visits[visit]
    let stream = streams[Int(row.stream)]
    let workload = Int(stream.workload)
    if failed { visits[visit].hasFailed = true }
    let isLast = row.page &+ 1 >= row.pages
    if isLast && !failed {
      end(visit, workload)
      return
    }
    let leaves = failed && Draws.unit(word: block.z) < workloads[workload].leaves
    if leaves || isLast {
      end(visit, workload)
      return
    }
    visits[visit].page = row.page &+ 1
    let pause = wholeNanoseconds(
      workloads[workload].think * Distribution.exponential.quantile(Draws.unit(block)))
    agenda.schedule(
      FederationEvent(
        .pageOffered, at: time &+ pause, stream: Int(row.stream), serial: row.serial,
        page: row.page &+ 1, subject: visit))
  }

  @inline(__always)
  private mutating func end(_ visit: Int, _ workload: Int) {
    if visits[visit].hasFailed {
      counters[workload].visitsAbandoned &+= 1
    } else {
      counters[workload].visitsServed &+= 1
    }
    visits[visit].hasEnded = true
    if visits[visit].connection == .none { visits.remove(visit) }
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
