import VerbundCore

/// Calls that hold their caller: its worker waits for the response and serves nobody else.
///
/// It is taken, so queue limits and two choices see it as bound; but it does no work, so it is idle
/// for energy and for the scaler.
extension Federation {
  /// A node's own work is done, and its worker waits until the last of its holding calls is past.
  @inline(never)
  mutating func hold(
    _ request: Request, _ replica: Replica, at now: Nanoseconds
  ) {
    addBusy(-1, replica, at: now)
    setHolder(replica, of: request)
  }

  /// Remembers whose worker waits for the calls of the present node.
  mutating func setHolder(_ replica: Replica, of request: Request) {
    let depth = Int(request.row.node.row.depth)
    let place = request.slot << 3 | depth
    if place >= holders.count {
      holders.append(repeating: -1, count: max(64, (place | 7) + 1 - holders.count))
    }
    holders[place] = Int32(truncatingIfNeeded: replica.slot)
    request.row.held |= 1 << UInt8(depth)
  }

  /// The caller's worker is free if its next call, if any, comes after the last one that holds.
  @inline(never)
  mutating func freeCaller(
    _ request: Request, _ node: Pointer<NodeRow>, before call: Pointer<NodeRow>?,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let depth = Int(node.row.depth)
    guard request.row.held & 1 << UInt8(depth) != 0 else { return }
    if let call, call.row.ordinal <= node.row.lastHolding { return }
    freeHolder(of: request, depth, &agenda)
  }

  /// All workers that wait for a page view are free.
  @inline(never)
  mutating func freeCallers(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    for depth in 0..<8 where request.row.held & 1 << UInt8(depth) != 0 {
      freeHolder(of: request, depth, &agenda)
    }
  }

  private mutating func freeHolder(
    of request: Request, _ depth: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    request.row.held &= ~(1 << UInt8(depth))
    let replica = replicas.at(Int(holders[request.slot << 3 | depth]))
    if replica.row.queued > 0 && replica.row.state != .off {
      addBusy(1, replica, at: agenda.now)
      serve(dequeue(replica), &agenda)
    } else {
      replica.row.busy -= 1
    }
    unbind(replica, agenda.now)
  }
}
