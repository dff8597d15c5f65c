import VerbundCore
import VerbundMeasure
import VerbundPlan

/// What is done at the seams of time: tenants' load, settlement, series.
extension Federation {
  mutating func beginSlot(_ slot: Int, _ demand: DemandTable, at now: Nanoseconds) {
    for (site, row) in plan.sites.enumerated() {
      meter.setBase(share: demand.baseLoad[site * demand.slots + slot], hosts: row.hosts, at: now)
    }
  }

  /// Brings every account up to now, so that books can be closed and periods settled.
  mutating func synchronise(_ now: Nanoseconds) {
    for request in requests.elements.indices
    where requests[request].isAlive && requests[request].isInService {
      credit(request, at: now)
    }
    meter.accrueAll(now)
    loans.accrue(now)
    for workload in counters.indices { counters[workload].changeOpen(by: 0, at: now) }
    for site in plan.sites.indices {
      slotState.energy[site].read(meter.sites[site].energy)
      slotState.load[site].read(siteLoad(site))
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
    }
  }

  private func siteLoad(_ site: Int) -> Int128 {
    plan.sites[site].hosts.reduce(0) { $0 + meter.hosts[$1].load }
  }

  /// Writes the slot's point of every series; settling came before.
  mutating func writeSlot(from start: Nanoseconds, until now: Nanoseconds) {
    for workload in counters.indices {
      let own = counters[workload].slotLatency
      slotState.meanLatency[workload].append(own.mean.map { $0 / 1e6 })
      slotState.tailLatency[workload].append(own.quantile(0.95).map { Double($0) / 1e6 })
      counters[workload].slotLatency.removeAll()
      writeCapacity(workload)
    }
    let time = Double(now - start)
    for (site, row) in plan.sites.enumerated() {
      let on = row.hosts.filter { meter.hosts[$0].isOn }
      let reserved = on.reduce(0) {
        $0 + plan.hosts[$1].vCPU - plan.hosts[$1].free + Int(meter.hosts[$1].placed)
      }
      let load = Double(slotState.load[site].take()) / 16 / time
      slotState.power[site].append(Double(slotState.energy[site].take()) / time / 1_000)
      slotState.utilisation[site].append(reserved > 0 ? load / Double(reserved) : nil)
      slotState.hostsOnPeak[site] = max(slotState.hostsOnPeak[site], Int64(on.count))
    }
    for (link, share) in wires.utilisation(since: start, until: now).enumerated() {
      slotState.links[link].append(share)
    }
  }

  private mutating func writeCapacity(_ workload: Int) {
    var (wanted, ready, lent) = (0, 0, 0)
    for component in plan.workloads[workload].components {
      let workers = Int(components[component].workers)
      wanted += stations[component].wanted * workers
      ready += stations[component].ready.count * workers
      lent += stations[component].lent.count * workers
    }
    slotState.wanted[workload].append(Double(wanted))
    slotState.ready[workload].append(Double(ready))
    slotState.lent[workload].append(Double(lent))
  }
}
