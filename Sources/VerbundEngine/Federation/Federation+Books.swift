import VerbundCore
import VerbundModel
import VerbundPlan

/// The books: identities that hold exactly at every slot's end, in release builds too.
///
/// Each is kept in two ways that share no code path: a running account, and a recount from the
/// rows and the pending events.
extension Federation {
  /// Throws with the account that does not balance; `synchronise` came before.
  func closeBooks(slot: Int, _ agenda: borrowing Agenda<FederationEvent>) throws(SimulationError) {
    let now = agenda.now
    let census = census(agenda)
    let gaps = [
      pageViewGap(now), visitGap(census), workGap(), energyGap(), capacityGap(), byteGap(),
      loanGap(now), connectionGap(census), stationGap(),
    ]
    for case let gap? in gaps { throw .booksDoNotBalance("slot \(slot): \(gap)") }
  }

  /// offered = completed + rejected + timed out + failed + in flight; and Little's law: the
  /// integral of the number open = the sum of their times (exact on a sample path).
  private func pageViewGap(_ now: Nanoseconds) -> String? {
    var open = [Int64](repeating: 0, count: workloads.count)
    var openTime = [Int128](repeating: 0, count: workloads.count)
    for request in requests.inUse where request.row.outcome == .open {
      let row = request.row
      let workload = streams[row.stream].workload.slot
      open[workload] += 1
      openTime[workload] += Int128(now - row.offeredAt)
    }
    for index in counters.indices {
      let count = counters[index]
      let done = count.completed + count.rejected + count.timedOut + count.failed
      if count.offered != done + open[index] || count.open != open[index] {
        return "page views of \(plan.workloads[index].id): offered \(count.offered), "
          + "with outcome \(done), in flight \(open[index])"
      }
      let integral = count.openTime + Int128(count.open) * Int128(now)
      if integral != count.finishedTime + openTime[index] {
        return "Little's law for \(plan.workloads[index].id): \(integral) is not "
          + "\(count.finishedTime) + \(openTime[index]) ns"
      }
    }
    return nil
  }

  private func visitGap(_ census: Census) -> String? {
    for index in counters.indices {
      let count = counters[index]
      let open = census.visits[index]
      if count.visitsOffered == count.visitsServed + count.visitsAbandoned + open { continue }
      return "visits of \(plan.workloads[index].id): offered \(count.visitsOffered), served "
        + "\(count.visitsServed), abandoned \(count.visitsAbandoned), in flight \(open)"
    }
    return nil
  }

  /// The integral of busy workers = the services' lengths, on every host.
  private func workGap() -> String? {
    for host in plan.hosts.indices {
      let cells = host * meter.workloadCount..<(host + 1) * meter.workloadCount
      let services = cells.reduce(Int128(0)) { $0 + Int128(meter.work[$1]) }
      let row = meter.hosts[host]
      if row.load - row.baseLoad != 16 * services {
        return "work of host \(host): integral \(row.load - row.baseLoad), services "
          + "\(16 * services) level·ns"
      }
    }
    return nil
  }

  /// Hosts = site.
  private func energyGap() -> String? {
    for site in plan.sites.indices {
      if let gap = meter.energyGap(site, plan) { return gap }
    }
    return nil
  }

  /// What is placed on a host fits beside its tenants.
  private func capacityGap() -> String? {
    var placed = [Int](repeating: 0, count: plan.hosts.count)
    for station in scalers {
      for slot in station.home + station.lent {
        let row = replicas[Int(slot)]
        placed[Int(row.hostNumber)] += Int(components[Int(row.component)].workers)
      }
    }
    for (host, sum) in placed.enumerated()
    where sum > plan.hosts[host].free || sum != Int(meter.hosts[host].placed) {
      return "capacity of host \(host): \(sum) vCPU placed, \(meter.hosts[host].placed) booked, "
        + "\(plan.hosts[host].free) free of tenants"
    }
    return nil
  }

  /// The front door's table = the connections of page views, of people who think, and of nobody any
  /// more.
  private func connectionGap(_ census: Census) -> String? {
    for index in counters.indices {
      let held = census.connections[index] + expiries.count(index)
      if doors[index].held == held { continue }
      return "connections of \(plan.workloads[index].id): \(doors[index].held) in the table, "
        + "\(held) of visits"
    }
    return nil
  }

  private func byteGap() -> String? {
    var transit: Int64 = 0
    for request in requests.inUse { transit += request.row.transit }
    if messages.sent == messages.delivered + messages.dropped + transit { return nil }
    return "bytes: sent \(messages.sent), delivered \(messages.delivered), dropped "
      + "\(messages.dropped), in transit \(transit)"
  }

  /// What lenders have out = what borrowers hold and gave back, for every pair: so money settles to
  /// zero.
  private func loanGap(_ now: Nanoseconds) -> String? {
    let sites = plan.sites.count
    var held = loans.accounts.map(\.returned)
    for station in scalers {
      for slot in station.lent {
        let row = replicas[Int(slot)]
        let workers = Int128(components[Int(row.component)].workers)
        held[Int(row.workload) * sites + Int(row.site)] += workers * Int128(now - row.lentSince)
      }
    }
    for (index, account) in loans.accounts.enumerated() where account.lent != held[index] {
      return "loan of \(plan.sites[index % sites].id) to \(plan.workloads[index / sites].id): lent "
        + "\(account.lent), borrowed \(held[index]) vCPU·ns"
    }
    return nil
  }

  /// What each replica counts = the page views that are with it: bound, at its workers, waiting.
  private func stationGap() -> String? {
    var known = [(bound: Int32, busy: Int32, queued: Int32)](
      repeating: (0, 0, 0), count: replicas.indices.count)
    for request in requests.inUse {
      let row = request.row
      let replica = Int(row.replica)
      switch row.phase {
      case .toReplica: known[replica].bound += 1
      case .queued:
        known[replica].bound += 1
        known[replica].queued += 1
      case .inService, .sharing:
        known[replica].bound += 1
        known[replica].busy += 1
      default: break
      }
      for depth in 0..<8 where row.held & 1 << UInt8(depth) != 0 {
        let holder = Int(holders[request.slot << 3 | depth])
        known[holder].bound += 1
        known[holder].busy += 1
      }
    }
    for slot in replicas.indices {
      let row = replicas[slot]
      let isEmpty = row.bound == 0 && row.queueHead < 0
      if known[slot] == (row.bound, row.busy, row.queued), row.state != .off || isEmpty { continue }
      return "replica \(slot): bound, busy, queued are \((row.bound, row.busy, row.queued)), "
        + "with \(known[slot]) of page views"
    }
    for (slot, share) in shared.enumerated() {
      if let gap = share?.processor.gap, gap != 0 {
        return "replica \(slot): shared work is off by \(gap) of 2^-54 ns"
      }
    }
    return nil
  }
}
