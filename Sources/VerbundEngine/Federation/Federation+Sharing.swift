import VerbundCore

/// Processor sharing: all requests with a replica share its workers, each getting at most one.
///
/// `busy` of its row counts those present, callers that wait among them; of these, only who is
/// served has a share. One event is scheduled for the next departure; it moves when somebody comes
/// or goes, and an event that has become too early or too late does nothing.
extension Federation {
  @inline(never)
  mutating func enterShared(
    _ request: Request, _ replica: Replica, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    if Int(replica.row.busy) >= Int(replica.row.workers) + Int(replica.row.queueLimit) {
      refuseAtReplica(request, replica, &agenda)
      return
    }
    replica.row.busy += 1
    request.row.phase = .sharing
    let share = sharing(replica, from: now)
    let before = share.level
    request.row.next = share.enter(
      request.slot, request.row.key, work: request.row.work, at: now)
    book(share.level - before, replica, at: now)
    wake(replica, share, &agenda)
  }

  /// Who is done leaves, and goes on.
  @inline(never)
  mutating func sharedDone(
    _ slot: Int, _ generation: UInt32, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let replica = replicas.at(slot)
    guard replica.row.generation == generation, let share = shared[slot], share.wakeAt == now
    else { return }
    share.wakeAt = .max
    var before = share.level
    while let done = share.leave(at: now) {
      let request = requests.at(done)
      book(share.level - before, replica, at: now)
      before = share.level
      if request.row.willHold {
        setHolder(replica, of: request)
      } else {
        replica.row.busy -= 1
        unbind(replica, now)
      }
      proceed(request, request.row.node, from: request.row.node.row.firstCall, &agenda)
    }
    wake(replica, share, &agenda)
  }

  /// A request leaves before it is done; its row then says how much of its work is left.
  mutating func stopSharing(
    _ request: Request, _ replica: Replica, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    guard let share = shared[replica.slot] else { return }
    let before = share.level
    request.row.work = share.cancel(request.row.next, at: now)
    book(share.level - before, replica, at: now)
    replica.row.busy -= 1
    wake(replica, share, &agenda)
  }

  /// Brings the work done at a replica into the accounts up to now.
  mutating func creditShared(_ slot: Int, at now: Nanoseconds) {
    guard let share = shared[slot] else { return }
    replicas.at(slot).row.account.row &+= share.uncredited(at: now)
  }

  /// The replica's row goes to another use.
  mutating func dissolve(_ replica: Int, at now: Nanoseconds) {
    guard replica < shared.count else { return }
    creditShared(replica, at: now)
    shared[replica] = nil
  }

  private mutating func sharing(_ replica: Replica, from now: Nanoseconds) -> SharedReplica {
    while shared.count <= replica.slot { shared.append(nil) }
    if let known = shared[replica.slot] { return known }
    let new = SharedReplica(workers: Int(replica.row.workers), at: now)
    shared[replica.slot] = new
    return new
  }

  /// So many more workers are busy.
  private mutating func book(_ delta: Int, _ replica: Replica, at now: Nanoseconds) {
    if delta != 0 { addBusy(Int32(delta), replica, at: now) }
  }

  private mutating func wake(
    _ replica: Replica, _ share: SharedReplica, _ agenda: inout Agenda<FederationEvent>
  ) {
    guard let next = share.processor.nextDeparture, next < share.wakeAt, next < end else { return }
    share.wakeAt = next
    let row = replica.row
    // A component's replicas by rank: those of the set-aside, then the lent ones.
    let serial = UInt32(truncatingIfNeeded: row.rank & 0x7FF_FFFF) | (row.isLent ? 1 << 27 : 0)
    agenda.schedule(
      FederationEvent(
        .sharedDone, at: next, stream: Int(row.component), serial: serial, subject: replica.slot,
        generation: row.generation))
  }
}
