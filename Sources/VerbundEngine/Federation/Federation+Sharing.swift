import VerbundCore

/// Processor sharing: all requests with a replica share its workers, each getting at most one.
///
/// `busy` of its row counts those present, callers that wait among them; of these, only who is
/// served has a share. One event is scheduled for the next departure; it moves when somebody comes
/// or goes, and an event that has become too early or too late does nothing.
extension Federation {
  @inline(never)
  mutating func enterShared(
    _ request: Int, _ replica: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let row = replicas[replica]
    if Int(row.busy) >= Int(row.workers) + Int(row.queueLimit) {
      refuseAtReplica(request, replica, &agenda)
      return
    }
    replicas[replica].busy += 1
    requests[request].phase = .sharing
    let share = sharing(replica, from: now)
    let before = share.level
    requests[request].next = share.enter(
      request, requests[request].key, work: requests[request].work, at: now)
    book(share.level - before, replica, at: now)
    wake(replica, share, &agenda)
  }

  /// Who is done leaves, and goes on.
  @inline(never)
  mutating func sharedDone(
    _ replica: Int, _ generation: UInt32, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    guard replicas[replica].generation == generation, let share = shared[replica],
      share.wakeAt == now
    else { return }
    share.wakeAt = .max
    var before = share.level
    while let request = share.leave(at: now) {
      book(share.level - before, replica, at: now)
      before = share.level
      let node = requests[request].node
      if requests[request].willHold {
        setHolder(replica, of: request, node)
      } else {
        replicas[replica].busy -= 1
        unbind(replica, now)
      }
      proceed(request, node: node, after: -1, &agenda)
    }
    wake(replica, share, &agenda)
  }

  mutating func stopSharing(
    _ request: Int, _ replica: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    guard let share = shared[replica] else { return }
    let before = share.level
    forget(share.cancel(requests[request].next, at: now), of: replica)
    book(share.level - before, replica, at: now)
    replicas[replica].busy -= 1
    wake(replica, share, &agenda)
    unbind(replica, now)
  }

  /// Brings the work done at a replica into the accounts up to now.
  mutating func creditShared(_ replica: Int, at now: Nanoseconds) {
    guard let share = shared[replica] else { return }
    let row = replicas[replica]
    meter.work[Int(row.host) * meter.workloadCount + Int(row.workload)] += share.uncredited(at: now)
  }

  /// The replica's row goes to another use.
  mutating func dissolve(_ replica: Int, at now: Nanoseconds) {
    guard replica < shared.count else { return }
    creditShared(replica, at: now)
    shared[replica] = nil
  }

  private mutating func sharing(_ replica: Int, from now: Nanoseconds) -> SharedReplica {
    while shared.count <= replica { shared.append(nil) }
    if let known = shared[replica] { return known }
    let new = SharedReplica(workers: Int(replicas[replica].workers), at: now)
    shared[replica] = new
    return new
  }

  /// So many more workers are busy.
  private mutating func book(_ delta: Int, _ replica: Int, at now: Nanoseconds) {
    guard delta != 0 else { return }
    let row = replicas[replica]
    stations.addBusy(Int64(delta), Int(row.component), at: now)
    meter.addBusy(Int32(delta), host: Int(row.host), at: now)
  }

  private mutating func wake(
    _ replica: Int, _ share: SharedReplica, _ agenda: inout Agenda<FederationEvent>
  ) {
    guard let next = share.processor.nextDeparture, next < share.wakeAt, next < end else { return }
    share.wakeAt = next
    let row = replicas[replica]
    // A component's replicas by rank: those of the set-aside, then the lent ones.
    let serial = UInt32(truncatingIfNeeded: row.rank & 0x7FF_FFFF) | (row.isLent ? 1 << 27 : 0)
    agenda.schedule(
      FederationEvent(
        .sharedDone, at: next, stream: Int(row.component), serial: serial, subject: replica,
        generation: row.generation))
  }
}
