import VerbundCore
import VerbundModel
import VerbundPlan

/// Borrowing: replicas on other sites' hosts, ordered beforehand or by the platform itself.
extension Federation {
  /// What the set-aside cannot hold is asked of the lenders, then of external suppliers.
  mutating func borrowAutomatically(
    _ component: Int, _ count: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    guard plan.components[component].component.isStateless else { return }
    let workload = Int(components[component].workload)
    var left = count
    if plan.scenario.lending.order == .automatic {
      left = borrow(
        component, left, loans.lenders[workload], after: plan.scenario.lending.leadTime,
        committed: false, &agenda)
    }
    _ = borrow(
      component, left, loans.suppliers[workload], after: plan.scenario.overflow.leadTime,
      committed: false, &agenda)
  }

  /// The order placed through the portal arrives: its replicas start and stay until it ends.
  mutating func startPortalOrder(_ agenda: inout Agenda<FederationEvent>) {
    for component in scalers.indices where committedOrder[component] > 0 {
      _ = borrow(
        component, committedOrder[component], loans.lenders[Int(components[component].workload)],
        after: 0, committed: true, &agenda)
    }
  }

  mutating func endPortalOrder(_ now: Nanoseconds) {
    for component in scalers.indices {
      for slot in scalers[component].lent where replicas[Int(slot)].isCommitted {
        replicas[Int(slot)].isCommitted = false
        if replicas[Int(slot)].state != .draining { stop(Int(slot), now) }
      }
    }
  }

  /// Reserves hosts at the first sites that have room and starts replicas on them after the lead
  /// time. Returns how many found no room.
  private mutating func borrow(
    _ component: Int, _ count: Int, _ sites: [Int], after lead: Nanoseconds, committed: Bool,
    _ agenda: inout Agenda<FederationEvent>
  ) -> Int {
    let policy = BestFit()
    let workers = Int(components[component].workers)
    var left = count
    for site in sites {
      while left > 0, loans.offerLeft[site] >= workers,
        let host = policy.host(for: workers, among: plan.sites[site].hosts, free: loans.free)
      {
        place(component, host, site, after: lead, committed: committed, &agenda)
        left -= 1
      }
    }
    return left
  }

  private mutating func place(
    _ component: Int, _ host: Int, _ site: Int, after lead: Nanoseconds, committed: Bool,
    _ agenda: inout Agenda<FederationEvent>
  ) {
    let now = agenda.now
    let workers = components[component].workers
    let workload = Int(components[component].workload)
    var row = ReplicaRow(
      of: component, components[component], host: host, meter,
      speed: plan.hosts[host].speed, rank: 1 << 32 + Int64(starts))
    row.isLent = true
    row.isCommitted = committed
    row.lentSince = now
    let slot = replicas.insert(row).slot
    scalers[component].lent.append(Int32(slot))
    loans.take(Int(workers), host: host, site: site, workload: workload, at: now)
    meter.reserve(workers, host: host, workload: workload, at: now)
    startUp(slot, from: imageTime(component, host, site, workload, now + lead), &agenda)
  }

  /// When the host has the component's image: at once if it was pulled before.
  private mutating func imageTime(
    _ component: Int, _ host: Int, _ site: Int, _ workload: Int, _ start: Nanoseconds
  ) -> Nanoseconds {
    if let known = loans.imageReady(component, host: host) { return max(known, start) }
    let bytes = plan.components[component].component.imageBytes
    let home = Int(workloads[workload].home)
    let time = start + wires.pull(bytes, from: home, to: site, at: start)
    loans.setImage(component, host: host, at: time)
    return time
  }
}
