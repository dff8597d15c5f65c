import VerbundCore

/// Who is there, counted one by one: with a page view under way, or thinking before the next.
struct Census {
  /// Visits that have not ended, by workload.
  var visits: [Int64]
  /// Connections that they hold at the front door.
  var connections: [Int]
}

extension Federation {
  /// - Complexity: O(page views under way and pending events).
  func census(_ agenda: borrowing Agenda<FederationEvent>) -> Census {
    var census = Census(
      visits: Array(repeating: 0, count: workloads.count),
      connections: Array(repeating: 0, count: workloads.count))
    for request in requests.inUse {
      let row = request.row
      let workload = streams[row.stream].workload.slot
      if row.outcome == .open { census.visits[workload] += 1 }
      if row.isConnected { census.connections[workload] += 1 }
    }
    agenda.visitPending { event in
      guard event.kind == .page else { return }
      let workload = streams[FederationEvent.stream(event.key)].workload.slot
      census.visits[workload] += 1
      if doors[workload].knows(event.visitor) { census.connections[workload] += 1 }
    }
    return census
  }
}
