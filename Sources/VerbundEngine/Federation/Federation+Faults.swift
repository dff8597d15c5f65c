import VerbundCore
import VerbundPlan

/// Planned outages: what is lost takes all that is bound to it along, and can be used again later.
///
/// A fault comes after everything else of its instant, so the scaler answers at its next tick.
extension Federation {
  func scheduleFaults(_ agenda: inout Agenda<FederationEvent>) {
    // Of one instant begins come first, so that what passes from fault to fault never stands.
    for (index, fault) in plan.faults.enumerated() {
      for (number, time) in [(index, fault.at), (index + plan.faults.count, fault.until)]
      where time < end {
        agenda.schedule(
          FederationEvent(.fault, at: time, stream: 0, serial: UInt32(number), subject: number))
      }
    }
  }

  @inline(never)
  mutating func fault(_ number: Int, _ agenda: inout Agenda<FederationEvent>) {
    let count = plan.faults.count
    if number < count {
      begin(number, &agenda)
    } else {
      end(number - count, at: agenda.now)
    }
  }

  private mutating func begin(_ index: Int, _ agenda: inout Agenda<FederationEvent>) {
    let fault = plan.faults[index]
    let hosts = fault.hosts.filter { !faults.hasLost(host: $0) }
    faults.begin(fault)
    var lost = replicas(on: hosts)
    if let component = fault.component {
      lost = running(of: component, atMost: fault.replicas)
      for replica in lost where !replicas[replica].isLent {
        faults.block(Int32(replica), by: index)
      }
    }
    if let site = fault.site { closeDoors(of: site) }
    lose(lost, &agenda)
    for host in hosts {
      meter.setLost(true, host: host, at: agenda.now)
      loans.lose(host: host)
    }
  }

  private mutating func end(_ index: Int, at now: Nanoseconds) {
    let fault = plan.faults[index]
    faults.end(fault, index)
    for host in fault.hosts where !faults.hasLost(host: host) {
      meter.setLost(false, host: host, at: now)
      loans.restore(host: host)
    }
    guard let site = fault.site, !faults.hasLost(site: site) else { return }
    for workload in counters.indices where Int(workloads[workload].home) == site {
      doors[workload].isDown = false
    }
  }

  /// Replicas that run, start or drain on these hosts.
  private func replicas(on hosts: [Int]) -> [Int] {
    scalers.flatMap { $0.home + $0.lent }.map(Int.init).filter {
      replicas[$0].state != .off && hosts.contains(Int(replicas[$0].hostNumber))
    }
  }

  /// The first replicas of a component that run or start, at home first.
  private func running(of component: Int, atMost count: Int) -> [Int] {
    let all = scalers[component].home + scalers[component].lent
    return Array(all.map(Int.init).filter { isRunning($0) }.prefix(count))
  }

  /// The front doors at a site are lost, and every connection that they hold.
  private mutating func closeDoors(of site: Int) {
    for workload in counters.indices where Int(workloads[workload].home) == site {
      doors[workload].lose()
      expiries.removeAll(workload)
    }
    for request in requests.inUse where request.row.isConnected {
      let door = streams[request.row.stream].workload.row.door
      if door.row.isDown { request.row.isConnected = false }
    }
  }

  /// Replicas go, with all that is bound to them; lent ones go back to their lender.
  private mutating func lose(_ lost: [Int], _ agenda: inout Agenda<FederationEvent>) {
    let now = agenda.now
    for replica in lost {
      let component = Int(replicas[replica].component)
      if isRunning(replica) { scalers[component].lost += 1 }
      if replicas[replica].state == .ready {
        stations.removeReady(replica, from: component, at: now)
      }
      replicas[replica].state = .off
    }
    let struck = requests.inUse.filter { isCutOff($0) }
    for request in struck.sorted(by: { $0.row.key < $1.row.key }) { cutOff(request, &agenda) }
    for replica in lost {
      replicas[replica].queueHead = -1
      replicas[replica].queueTail = -1
      retire(replica, now)
    }
  }

  /// Whether a page view has lost where it is bound, a caller, or its front door.
  private func isCutOff(_ request: Request) -> Bool {
    let row = request.row
    switch row.phase {
    case .toDoor, .late: return false
    case .replying: break
    case .toReplica, .queued, .inService, .sharing:
      if replicas[Int(row.replica)].state == .off { return true }
    }
    if streams[row.stream].workload.row.door.row.isDown { return true }
    return (0..<Int(row.node.row.depth)).contains { depth in
      let holds = row.held & 1 << UInt8(depth) != 0
      return faults.hasLost(site: row.site(depth: Int32(depth)))
        || (holds && replicas[Int(holders[request.slot << 3 | depth])].state == .off)
    }
  }

  /// It fails, and its front door, or the network before it, says so at once. What is in hand for
  /// it elsewhere is done unless the visit cancels, but nothing follows from it.
  private mutating func cutOff(_ request: Request, _ agenda: inout Agenda<FederationEvent>) {
    let row = request.row
    let workload = streams[row.stream].workload
    if row.outcome == .open { close(request, .failed, from: Int(workload.row.home), &agenda) }
    request.row.outcome = .failed
    let isBound = row.phase != .replying && replicas[Int(row.replica)].state == .off
    if isBound || workload.row.cancels {
      withdraw(request, &agenda)
    } else if row.held != 0 {
      freeCallers(request, &agenda)
    }
  }
}
