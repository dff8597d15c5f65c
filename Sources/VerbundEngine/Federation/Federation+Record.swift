import VerbundCore
import VerbundMeasure
import VerbundPlan

/// The night's record, from the accounts.
extension Federation {
  func record(night: Int, _ agenda: borrowing Agenda<FederationEvent>) -> NightRecord {
    let now = agenda.now
    return NightRecord(
      night: night, fidelity: .request, slot: slotLength, slots: plan.slots,
      workloads: workloadRecords(census(agenda)), sites: siteRecords(), links: linkRecords(),
      loans: loanRecords(now),
      series: federationSeries() + workloadSeries() + siteSeries() + linkSeries(),
      trace: trace.hex, arrivals: arrivals.digest(draws), events: agenda.executed)
  }

  private func workloadRecords(_ census: Census) -> [WorkloadRecord] {
    plan.workloads.indices.map { index in
      let count = counters[index]
      let sum = settlement.workloads[index]
      var row = WorkloadRecord(id: plan.workloads[index].id)
      row.visitsOffered = count.visitsOffered
      row.visitsServed = count.visitsServed
      row.visitsAbandoned = count.visitsAbandoned
      row.visitsInFlight = census.visits[index]
      row.hitsOffered = Int64((Double(count.offered) * workloads[index].hits).rounded())
      row.offered = count.offered
      row.completed = count.completed
      row.rejected = count.rejected
      row.timedOut = count.timedOut
      row.failed = count.failed
      row.inFlight = count.open
      row.withinSLO = count.withinSLO
      row.sloShare = plan.workloads[index].slo.share
      row.latency = counters.latencies[index]
      row.connectionsPeak = Int64(doors[index].peak)
      row.shortfallPeak = count.shortfallPeak
      row.work = sum.work
      row.workExternal = sum.workExternal
      row.energyAttributed = sum.it
      row.facilityAttributed = sum.facility
      row.carbonAttributed = sum.carbon
      row.reserved = sum.reserved
      return row
    }
  }

  private func siteRecords() -> [SiteRecord] {
    plan.sites.enumerated().map { index, site in
      let sum = settlement.sites[index]
      var row = SiteRecord(id: site.id, isExternal: site.isExternal)
      row.energyIT = sum.it
      row.energyFacility = sum.facility
      row.carbon = sum.carbon
      row.busy = Account(sum.busy16.value / 16)
      row.reserved = sum.reserved
      row.hostsOn = sum.hostsOn
      row.hostsOnPeak = Int64(meter.sites[index].hostsOnPeak)
      row.utilisationPeak = slotState.utilisation[index].compactMap { $0 }.max() ?? 0
      return row
    }
  }

  private func linkRecords() -> [LinkRecord] {
    plan.links.enumerated().map { index, link in
      var row = LinkRecord(id: link.id)
      row.bytes = wires.bytes(index)
      row.utilisationPeak = slotState.links[index].compactMap { $0 }.max() ?? 0
      row.crossesSites = link.joinsSites
      return row
    }
  }

  private func loanRecords(_ now: Nanoseconds) -> [LoanRecord] {
    let sites = plan.sites.count
    return loans.accounts.enumerated().compactMap { index, account in
      guard account.lent > 0 || account.egress > 0 else { return nil }
      let lender = plan.sites[index % sites]
      let workload = plan.workloads[index / sites]
      guard lender.id != plan.sites[workload.home].id else { return nil }
      var row = LoanRecord(
        lender: lender.id, borrower: plan.sites[workload.home].id, workload: workload.id,
        isExternal: lender.isExternal)
      row.reserved = Account(account.lent)
      row.bytes = account.egress
      row.due = microcents(account.lent, account.egress, lender)
      // The borrower works from its own account: what it gave back and what it still holds.
      row.owed = microcents(held(index, now), account.egress, lender)
      return row
    }
  }

  private func held(_ index: Int, _ now: Nanoseconds) -> Int128 {
    let sites = plan.sites.count
    return scalers.flatMap(\.lent).reduce(loans.accounts[index].returned) { sum, slot in
      let row = replicas[Int(slot)]
      guard Int(row.workload) * sites + Int(row.site) == index else { return sum }
      return sum + Int128(components[Int(row.component)].workers) * Int128(now - row.lentSince)
    }
  }

  /// 1 EUR is 1e8 microcents; tariffs are rounded to whole microcents per vCPU-hour and GB.
  private func microcents(_ reserved: Int128, _ bytes: Int64, _ lender: SitePlan) -> Int64 {
    let perHour = Int128((lender.tariff.perVCPUHour * 1e8).rounded())
    let perGB = Int128((lender.tariff.perGB * 1e8).rounded())
    return Int64(
      clamping: reserved * perHour / 3_600_000_000_000 + Int128(bytes) * perGB / 1_000_000_000)
  }

  private func workloadSeries() -> [Series] {
    let seconds = Double(slotLength) / 1e9
    return plan.workloads.enumerated().flatMap { index, workload in
      let counts = (0..<plan.slots).map { counters.count(index, slot: $0) }
      func share(_ part: (SlotCount) -> Int64) -> [Double?] {
        counts.map { $0.offered > 0 ? Double(part($0)) / Double($0.offered) : nil }
      }
      let rows: [(String, String, [Double?])] = [
        ("requests.offered", "1/s", counts.map { Double($0.offered) / seconds }),
        ("slo.attainment", "1", share(\.within)),
        ("success.share", "1", share(\.completed)),
        ("latency.mean", "ms", slotState.meanLatency[index]),
        ("latency.p95", "ms", slotState.tailLatency[index]),
        ("capacity.wanted", "vCPU", slotState.wanted[index]),
        ("capacity.ready", "vCPU", slotState.ready[index]),
        ("capacity.missing", "vCPU", missing(index)),
        ("capacity.lent", "vCPU", slotState.lent[index]),
      ]
      return rows.map {
        Series(scope: "workload:\(workload.id)", metric: $0.0, unit: $0.1, values: $0.2)
      }
    }
  }

  /// What more was wanted than was ready; a night's surplus hides no other night's shortage.
  private func missing(_ workload: Int) -> [Double?] {
    zip(slotState.wanted[workload], slotState.ready[workload]).map { wanted, ready in
      wanted.flatMap { wanted in ready.map { max(0, wanted - $0) } }
    }
  }

  private func siteSeries() -> [Series] {
    plan.sites.enumerated().flatMap { index, site in
      [
        Series(
          scope: "site:\(site.id)", metric: "power", unit: "W", values: slotState.power[index]),
        Series(
          scope: "site:\(site.id)", metric: "utilisation", unit: "1",
          values: slotState.utilisation[index]),
      ]
    }
  }

  /// Load of the busier direction as a share of the bandwidth.
  private func linkSeries() -> [Series] {
    plan.links.enumerated().map { index, link in
      Series(
        scope: "link:\(link.id)", metric: "utilisation", unit: "1", values: slotState.links[index])
    }
  }

  /// Power of all sites inside the boundary.
  private func federationSeries() -> [Series] {
    let power = (0..<plan.slots).map { slot in
      slotState.power.reduce(nil as Double?) { sum, site in
        guard slot < site.count, let watts = site[slot] else { return sum }
        return (sum ?? 0) + watts
      }
    }
    return [Series(scope: Scope.whole, metric: "power", unit: "W", values: power)]
  }
}
