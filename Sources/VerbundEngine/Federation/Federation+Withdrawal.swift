import VerbundCore

/// Work that is stopped before it is done: because its client gave up, or by a fault.
extension Federation {
  /// A page view past its front door is over at once, wherever it stands: waiting calls leave the
  /// queue, service stops, and every worker that was taken for it is free.
  ///
  /// - Complexity: O(those who wait before it). All clients of a workload are equally patient, so
  ///   who gives up is near the head.
  mutating func withdraw(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    let row = requests[request]
    let replica = Int(row.replica)
    switch row.phase {
    case .toReplica:
      dropMessage(request)
      forget(row.work, of: replica)
      unbind(replica, agenda.now)
    case .queued:
      leaveQueue(request, replica)
      forget(row.work, of: replica)
      unbind(replica, agenda.now)
    case .inService: stopService(request, replica, &agenda)
    case .sharing: stopSharing(request, replica, &agenda)
    case .replying: dropMessage(request)
    case .gone, .toDoor, .late: return
    }
    discard(request, &agenda)
  }

  private mutating func dropMessage(_ request: Int) {
    messages.dropped += requests[request].transit
    requests[request].transit = 0
  }

  /// The queue of a lost replica is emptied as a whole.
  private mutating func leaveQueue(_ request: Int, _ replica: Int) {
    replicas[replica].queued -= 1
    if replicas[replica].state == .off { return }
    let next = requests[request].next
    var before: Int32 = -1
    var place = replicas[replica].queueHead
    while place >= 0, Int(place) != request {
      before = place
      place = requests[Int(place)].next
    }
    if before < 0 {
      replicas[replica].queueHead = next
    } else {
      requests[Int(before)].next = next
    }
    if next < 0 { replicas[replica].queueTail = before }
  }

  private mutating func stopService(
    _ request: Int, _ replica: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    credit(request, at: now)
    forget(requests[request].work, of: replica)
    let row = replicas[replica]
    if row.queued > 0 && row.state != .off {
      serve(dequeue(replica), &agenda)
    } else {
      replicas[replica].busy -= 1
      stations.addBusy(-1, Int(row.component), at: now)
      meter.addBusy(-1, host: Int(row.host), at: now)
    }
    unbind(replica, now)
  }
}
