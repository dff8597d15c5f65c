import VerbundCore
import VerbundMeasure
import VerbundModel

/// What is kept of a cell once its nights are summed up; the nights themselves stay on disk.
struct CellOutcome: Sendable {
  /// One bucket of the answer times of a service, all nights together.
  struct LatencyEntry: Sendable {
    var scope: String
    /// ns.
    var middle: Int64
    var count: Int64
  }

  let table: MetricTable
  let series: CellSeries
  let entry: Manifest.CellEntry
  /// SHA-256 over the cell's results.
  let digest: Digest
  let latency: [LatencyEntry]
  let loans: CellLoans

  /// - Parameter records: the nights of the cell in their order.
  init(_ cell: Cell, _ records: [NightRecord]) {
    table = .compute(variant: cell.variant, case: cell.case, records: records)
    let (step, coarse) = Self.hourly(records)
    series = CellSeries(
      variant: cell.variant, case: cell.case, step: step, series: SeriesSummary.summarise(coarse))
    let digests = records.map(ResultDigest.of)
    digest = ResultDigest.of(table, nights: digests)
    entry = Manifest.CellEntry(
      variant: cell.variant, case: cell.case, fidelity: table.fidelity,
      digest: digest.description, arrivals: Self.arrivals(records),
      nights: zip(records, digests).map { .init($0, $1) })
    latency = Self.latency(records)
    loans = CellLoans(
      variant: cell.variant, case: cell.case, loans: LoanSummary.summarise(records))
  }

  private static func arrivals(_ records: [NightRecord]) -> String {
    var hash = SHA256()
    for record in records {
      hash.update(UInt64(record.arrivals.utf8.count))
      hash.update(record.arrivals)
    }
    return hash.finalize().description
  }

  /// Beyond seven days a step is the mean of an hour's slots, empty ones left out.
  private static func hourly(_ records: [NightRecord]) -> (step: Int64, records: [NightRecord]) {
    guard let first = records.first, first.slot > 0 else { return (1, records) }
    let group = Int(.hour / first.slot)
    guard group > 1, Int64(first.slots) > 7 * 24 * .hour / first.slot else {
      return (first.slot, records)
    }
    let coarse = records.map { record in
      var record = record
      for index in record.series.indices {
        record.series[index].values = means(record.series[index].values, by: group)
      }
      return record
    }
    return (Int64(group) * first.slot, coarse)
  }

  private static func means(_ values: [Double?], by group: Int) -> [Double?] {
    stride(from: 0, to: values.count, by: group).map { start in
      let part = values[start..<min(start + group, values.count)].compactMap(\.self)
      return part.isEmpty ? nil : part.reduce(0, +) / Double(part.count)
    }
  }

  /// Pooled in 64 bits, as the sum over many nights may exceed a night's counters.
  private static func latency(_ records: [NightRecord]) -> [LatencyEntry] {
    (records.first?.workloads ?? []).indices.flatMap { index -> [LatencyEntry] in
      let scope = Scope.workload(records[0].workloads[index].id)
      let all = records.filter { index < $0.workloads.count }
        .flatMap { $0.workloads[index].latency.entries }
        .sorted { $0.value < $1.value }
      var pool: [LatencyEntry] = []
      for (middle, count) in all {
        if pool.last?.middle == middle {
          pool[pool.count - 1].count += count
        } else {
          pool.append(LatencyEntry(scope: scope, middle: middle, count: count))
        }
      }
      return pool
    }
  }
}
