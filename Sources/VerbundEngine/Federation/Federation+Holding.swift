import VerbundCore

/// Calls that hold their caller: its worker waits for the response and serves nobody else.
///
/// It is taken, so queue limits and two choices see it as bound; but it does no work, so it is idle
/// for energy and for the scaler.
extension Federation {
  /// A node's own work is done, and its worker waits until the last of its holding calls is past.
  @inline(never)
  mutating func hold(
    _ request: Int, _ replica: Int, _ node: Int, _ spent: Nanoseconds, at now: Nanoseconds
  ) {
    let row = replicas[replica]
    meter.work[Int(row.host) * meter.workloadCount + Int(row.workload)] += spent
    stations.addBusy(-1, Int(row.component), at: now)
    meter.addBusy(-1, host: Int(row.host), at: now)
    setHolder(replica, of: request, node)
  }

  /// Remembers whose worker waits for a node's calls.
  mutating func setHolder(_ replica: Int, of request: Int, _ node: Int) {
    let workload = Int(streams[requests[request].stream].workload)
    let depth = Int(nodes[Int(workloads[workload].firstNode) + node].depth)
    let place = request << 3 | depth
    if place >= holders.count {
      holders.append(repeating: -1, count: max(64, (place | 7) + 1 - holders.count))
    }
    holders[place] = Int32(truncatingIfNeeded: replica)
    requests[request].held |= 1 << UInt8(depth)
  }

  /// The caller's worker is free if its next call, if any, comes after the last one that holds.
  @inline(never)
  mutating func freeCaller(
    _ request: Int, _ node: NodeRow, past ordinal: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let depth = Int(node.depth)
    guard requests[request].held & 1 << UInt8(depth) != 0, ordinal > Int(node.lastHolding) else {
      return
    }
    freeHolder(of: request, depth, &agenda)
  }

  /// All workers that wait for a page view are free.
  @inline(never)
  mutating func freeCallers(_ request: Int, _ agenda: inout Agenda<FederationEvent>) {
    for depth in 0..<8 where requests[request].held & 1 << UInt8(depth) != 0 {
      freeHolder(of: request, depth, &agenda)
    }
  }

  private mutating func freeHolder(
    of request: Int, _ depth: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    requests[request].held &= ~(1 << UInt8(depth))
    let replica = Int(holders[request << 3 | depth])
    let row = replicas[replica]
    if row.queued > 0 && row.state != .off {
      stations.addBusy(1, Int(row.component), at: agenda.now)
      meter.addBusy(1, host: Int(row.host), at: agenda.now)
      serve(dequeue(replica), &agenda)
    } else {
      replicas[replica].busy -= 1
    }
    unbind(replica, agenda.now)
  }
}
