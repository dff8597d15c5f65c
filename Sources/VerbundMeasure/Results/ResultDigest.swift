import VerbundCore

/// SHA-256 over results, so that two runs can be told apart by one line.
///
/// What is hashed is what was measured: metrics, series, histograms, counts, accounts and event
/// traces. No seed, name of a variant or case, report, clock or machine is in it.
public enum ResultDigest {
  /// The digest of one night of one cell, whatever the night's number.
  /// - Complexity: O(series x slots).
  public static func of(_ night: NightRecord) -> Digest {
    var writer = DigestWriter()
    writer.add(night)
    return writer.finalize()
  }

  /// The digest of one cell: its metrics, then its nights in the order of their numbers.
  public static func of(_ table: MetricTable, _ records: [NightRecord]) -> Digest {
    of(table, nights: records.sorted { $0.night < $1.night }.map(of))
  }

  /// The digest of one cell from its nights' digests, in the order of the nights.
  public static func of(_ table: MetricTable, nights: [Digest]) -> Digest {
    var writer = DigestWriter()
    writer.add(table.values)
    writer.list(nights) { $0.add($1.description) }
    return writer.finalize()
  }

  /// The digest of a run from its cells' digests, in the order of the cells.
  public static func of(cells: [Digest]) -> Digest {
    var writer = DigestWriter()
    writer.list(cells) { $0.add($1.description) }
    return writer.finalize()
  }
}

extension DigestWriter {
  fileprivate mutating func add(_ values: [MetricValue]) {
    list(values) { writer, value in
      writer.add(value.id)
      writer.add(value.scope)
      writer.add(value.unit)
      for figure in [value.mean, value.low, value.high] { writer.add(figure) }
      writer.add(Int64(value.n))
      writer.list(value.nights) { $0.add($1) }
    }
  }

  fileprivate mutating func add(_ night: NightRecord) {
    add(night.slot)
    add(Int64(night.slots))
    list(night.workloads) { $0.add($1) }
    list(night.sites) { $0.add($1) }
    list(night.links) { $0.add($1) }
    list(night.loans) { $0.add($1) }
    list(night.series) { $0.add($1) }
    add(night.trace)
    add(night.arrivals)
    add(night.events)
  }

  private mutating func add(_ w: WorkloadRecord) {
    add(w.id)
    for count in [
      w.visitsOffered, w.visitsServed, w.visitsAbandoned, w.visitsInFlight, w.hitsOffered,
      w.offered, w.completed, w.rejected, w.timedOut, w.failed, w.inFlight, w.withinSLO,
      w.connectionsPeak, w.shortfallPeak,
    ] { add(count) }
    add(w.sloShare)
    add(w.latency)
    for account in [
      w.work, w.workExternal, w.energyAttributed, w.facilityAttributed, w.carbonAttributed,
      w.reserved,
    ] { add(account) }
  }

  private mutating func add(_ histogram: LatencyHistogram) {
    list(histogram.entries) { writer, entry in
      writer.add(entry.value)
      writer.add(entry.count)
    }
    add(Account(histogram.sum))
    add(histogram.max)
  }

  private mutating func add(_ site: SiteRecord) {
    add(site.id)
    add(site.isExternal)
    for account in [
      site.energyIT, site.energyFacility, site.carbon, site.busy, site.reserved, site.hostsOn,
    ] { add(account) }
    add(site.hostsOnPeak)
    add(site.utilisationPeak)
  }

  private mutating func add(_ link: LinkRecord) {
    add(link.id)
    add(link.bytes)
    add(link.utilisationPeak)
    add(link.crossesSites)
  }

  private mutating func add(_ loan: LoanRecord) {
    for name in [loan.lender, loan.borrower, loan.workload] { add(name) }
    add(loan.isExternal)
    add(loan.reserved)
    for amount in [loan.bytes, loan.owed, loan.due] { add(amount) }
  }

  private mutating func add(_ series: Series) {
    add(series.scope)
    add(series.metric)
    add(series.unit)
    list(series.values) { $0.add($1) }
  }
}
