import VerbundCore

/// Work that is stopped before it is done: because its client gave up, or by a fault.
extension Federation {
  /// A page view past its front door is over at once, wherever it stands: waiting calls leave the
  /// queue, service stops, and every worker that was taken for it is free.
  ///
  /// - Complexity: O(those who wait before it). All clients of a workload are equally patient, so
  ///   who gives up is near the head.
  mutating func withdraw(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    switch request.row.phase {
    case .toDoor, .late: return
    case .replying: dropMessage(request)
    case .toReplica, .queued, .inService, .sharing:
      leave(replicas.at(Int(request.row.replica)), request, &agenda)
    }
    discard(request, &agenda)
  }

  /// The replica that it is bound to loses it.
  private mutating func leave(
    _ replica: Replica, _ request: Request, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    switch request.row.phase {
    case .sharing: stopSharing(request, replica, &agenda)
    case .inService: stopService(request, replica, &agenda)
    case .queued: leaveQueue(request, replica)
    default: dropMessage(request)
    }
    replica.row.forget(request.row.work)
    unbind(replica, now)
  }

  private mutating func dropMessage(_ request: Request) {
    messages.dropped += request.row.transit
    request.row.transit = 0
  }

  /// The queue of a lost replica is emptied as a whole.
  private mutating func leaveQueue(_ request: Request, _ replica: Replica) {
    replica.row.queued -= 1
    if replica.row.state == .off { return }
    let next = request.row.next
    var before: Int32 = -1
    var place = replica.row.queueHead
    while place >= 0, Int(place) != request.slot {
      before = place
      place = requests[Int(place)].next
    }
    if before < 0 {
      replica.row.queueHead = next
    } else {
      requests[Int(before)].next = next
    }
    if next < 0 { replica.row.queueTail = before }
  }

  private mutating func stopService(
    _ request: Request, _ replica: Replica, _ agenda: inout Agenda<FederationEvent>
  ) {
    credit(request, at: agenda.now)
    if replica.row.queued > 0 && replica.row.state != .off {
      serve(dequeue(replica), &agenda)
    } else {
      replica.row.busy -= 1
      addBusy(-1, replica, at: agenda.now)
    }
  }
}
