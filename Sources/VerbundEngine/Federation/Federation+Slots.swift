import VerbundCore
import VerbundMeasure
import VerbundPlan

/// What is done at the seams of time: tenants' load, settlement, series.
extension Federation {
  mutating func beginSlot(_ slot: Int, _ demand: DemandTable, at now: Nanoseconds) {
    slotState.present = slot
    for (site, row) in plan.sites.enumerated() {
      meter.setBase(share: demand.baseLoad[site * demand.slots + slot], hosts: row.hosts, at: now)
    }
  }

  /// Brings every account up to now, so that books can be closed and periods settled.
  mutating func synchronise(_ now: Nanoseconds) {
    for request in requests.inUse where request.row.phase == .inService {
      credit(request, at: now)
    }
    for replica in shared.indices { creditShared(replica, at: now) }
    meter.accrueAll(now)
    loans.accrue(now)
    for site in plan.sites.indices {
      slotState.energy[site].read(meter.sites[site].energy)
      slotState.load[site].read(siteLoad(site))
      slotState.reserved[site].read(siteReserved(site))
    }
  }

  /// Settles the hour that ends now; `synchronise` came before.
  mutating func settle(hour: Int) throws(SimulationError) {
    if let gap = settlement.close(meter, plan, hour: hour) {
      throw .booksDoNotBalance(gap)
    }
    meter.reset()
    for site in plan.sites.indices {
      slotState.energy[site].restart()
      slotState.load[site].restart()
      slotState.reserved[site].restart()
    }
  }

  private func siteLoad(_ site: Int) -> Int128 {
    plan.sites[site].hosts.reduce(0) { $0 + meter.hosts[$1].load }
  }

  /// vCPU·ns of tenants and replicas on powered hosts.
  private func siteReserved(_ site: Int) -> Int128 {
    plan.sites[site].hosts.reduce(0) { sum, host in
      let cells = host * meter.workloadCount..<(host + 1) * meter.workloadCount
      let tenants = Int128(plan.hosts[host].vCPU - plan.hosts[host].free)
      return sum + tenants * Int128(meter.hosts[host].onTime)
        + meter.reservedTime[cells].reduce(0, +)
    }
  }

  /// Writes the slot's point of every series; settling came before.
  mutating func writeSlot(from start: Nanoseconds, until now: Nanoseconds) {
    for workload in counters.indices {
      let own = counters.takeSlot(workload)
      slotState.meanLatency[workload].append(own.mean.map { $0 / 1e6 })
      slotState.tailLatency[workload].append(own.quantile(0.95).map { Double($0) / 1e6 })
      writeCapacity(workload, slot: Int(start / slotLength), seconds: Double(now - start) / 1e9)
    }
    let time = Double(now - start)
    for site in plan.sites.indices {
      let load = Double(nearest: slotState.load[site].take()) / 16
      let reserved = Double(nearest: slotState.reserved[site].take())
      let energy = Double(nearest: slotState.energy[site].take())
      slotState.power[site].append(energy / time / 1_000)
      slotState.utilisation[site].append(reserved > 0 ? load / reserved : nil)
    }
    for (link, share) in wires.utilisation(since: start, until: now).enumerated() {
      slotState.links[link].append(share)
    }
  }

  /// Wanted is what the slot's page views need at the target utilisation, in whole replicas: the
  /// scaler's own wish would hide a shortage, because it sees no more than full use of what is
  /// ready.
  private mutating func writeCapacity(_ workload: Int, slot: Int, seconds: Double) {
    let pages = Double(counters.count(workload, slot: slot).offered) / seconds
    var (wanted, ready, lent, missing) = (0, 0, 0, 0)
    for component in plan.workloads[workload].components {
      let workers = Int(components[component].workers)
      let row = plan.components[component]
      let busy = pages * row.callsPerPage * components[component].work / 1e9
      let replicas = (busy / (row.component.scaling.target * Double(workers))).rounded(.up)
      let need = Int(min(replicas, 1e12)) * workers
      wanted += need
      let running = stations[component].count * workers
      missing += max(0, need - running)
      ready += running
      lent += scalers[component].lent.count * workers
    }
    counters[workload].shortfallPeak = max(counters[workload].shortfallPeak, Int64(missing))
    slotState.wanted[workload].append(Double(wanted))
    slotState.ready[workload].append(Double(ready))
    slotState.lent[workload].append(Double(lent))
  }
}
