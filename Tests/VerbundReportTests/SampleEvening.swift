import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundStudy

@testable import VerbundReport

/// A made-up result: four variants, a portal in question and a lender's own service.
///
/// All figures are invented; nothing is simulated.
struct SampleEvening {
  var variants = [
    ("inseln", "Inseln", "Islands"), ("portal", "Bestellung", "Portal order"),
    ("verbund", "Verbund", "Federation"), ("hyperscaler", "Anmietung", "Renting"),
  ]
  var title = LocalizedText(de: "Wahlabend im Land", en: "Election night in the Land")
  var cases = [""]
  var nights = 5
  /// Night values of the ranking metric by variant; the last one repeats.
  var onTime: [[Double]] = [
    [0.712, 0.705, 0.731, 0.694, 0.720], [0.951, 0.902, 0.983, 0.874, 0.961],
    [0.9861, 0.9853, 0.9872, 0.9849, 0.9866], [0.9712, 0.9701, 0.9733, 0.9694, 0.9720],
  ]
  /// The same by case, where a case differs; cases beyond repeat `onTime`.
  var onTimeByCase: [[[Double]]] = []
  /// Replicas of 8 vCPU set aside for the portal, by case; 12 where none is given.
  var replicas: [Int] = []
  /// Who lent, by variant.
  var loans: [[LoanSummary]] = []
  /// The lender's own ranking metric by variant.
  var lender: [[Double]] = [
    [0.9921, 0.9930, 0.9918, 0.9925, 0.9922], [0.9921, 0.9930, 0.9918, 0.9925, 0.9922],
    [0.9721, 0.9730, 0.9718, 0.9725, 0.9722], [0.9921, 0.9930, 0.9918, 0.9925, 0.9922],
  ]
  var shortfall = [96.0, 80, 64, 72]
  var lentPeak = [0.0, 160, 224, 0]
  var slots = 600

  var input: ReportInput {
    var tables: [MetricTable] = []
    var comparisons: [Comparison] = []
    for (place, name) in cases.enumerated() {
      var evening = self
      if place < onTimeByCase.count { evening.onTime = onTimeByCase[place] }
      let own = variants.indices.map { evening.table($0, case: name) }
      tables += own
      comparisons += own.dropFirst().map {
        Comparison.paired(variant: $0, reference: own[0], sameArrivals: true, margins: [:])
      }
    }
    let series = cases.flatMap { name in variants.indices.flatMap { lines($0, case: name) } }
    return ReportInput(
      experiment: experiment, run: "4f0c2a", tables: tables, comparisons: comparisons,
      series: series, loans: lent, digest: "9b1d77", modelVersion: 3, machine: "2 cores",
      nights: nights)
  }

  private var lent: [CellLoans] {
    cases.flatMap { name in
      zip(variants, loans).map { variant, loans in
        CellLoans(variant: variant.0, case: name, loans: loans)
      }
    }
  }

  // MARK: Figures

  private func pick(_ rows: [[Double]], _ index: Int) -> [Double] {
    Array(rows[min(index, rows.count - 1)].prefix(nights))
  }

  private func value(
    _ id: String, _ scope: String, _ unit: String, _ nightly: [Double]
  ) -> MetricValue {
    let interval = Interval.mean(of: nightly, within: unit == "share" ? 0...1 : nil)
    return MetricValue(
      id: id, scope: scope, unit: unit, mean: interval.mean, low: interval.low,
      high: interval.high, n: nightly.count, nights: nightly)
  }

  private func spread(_ middle: Double, _ index: Int, by step: Double = 0.01) -> [Double] {
    (0..<nights).map { middle * (1 + step * Double(($0 * 7 + index) % 5 - 2)) }
  }

  private func table(_ index: Int, case name: String) -> MetricTable {
    let (wahl, amt) = ("workload:wahl", "workload:amt")
    let success = pick(onTime, index).map { min(1, $0 + 0.006) }
    let lost = 1 - success.reduce(0, +) / Double(max(success.count, 1))
    let values = [
      value("slo.attainment", wahl, "share", pick(onTime, index)),
      value("slo.attainment", amt, "share", pick(lender, index)),
      value("success.share", wahl, "share", success),
      value("success.share", amt, "share", pick(lender, index).map { min(1, $0 + 0.004) }),
      value("requests.rejected", wahl, "count", spread(4_100_000 * lost, index)),
      value("requests.timed-out", wahl, "count", spread(1_300_000 * lost, index)),
      value("latency.p95", wahl, "ms", spread([2_140, 412, 318, 347][index % 4], index)),
      value("latency.p95", amt, "ms", spread([181, 181, 236, 181][index % 4], index)),
      value("capacity.shortfall.peak", wahl, "vCPU", spread(shortfall[index % 4], 0, by: 0.05)),
      value("capacity.lent", wahl, "core-h", spread([0, 1_920, 731, 0][index % 4], index)),
      value("external.share", wahl, "share", spread([0, 0, 0, 0.31][index % 4], index)),
      value("energy.attributed", wahl, "kWh", spread([3.71, 5.93, 4.42, 4.95][index % 4], index)),
      value(
        "energy.per-1000-requests", wahl, "Wh", spread([0.42, 0.51, 0.37, 0.43][index % 4], index)),
      value("carbon.attributed", wahl, "kg", spread([1.31, 2.11, 1.52, 1.93][index % 4], index)),
      value("cost.settlement", "federation", "EUR", spread([0, 76.8, 29.3, 0][index % 4], index)),
      value("cost.external", wahl, "EUR", spread([0, 0, 0, 61.4][index % 4], index)),
    ]
    return MetricTable(variant: variants[index].0, case: name, fidelity: .request, values: values)
  }

  private func lines(_ index: Int, case name: String) -> [ReportSeries] {
    let load = (0..<slots).map { slot -> Double in
      let minute = Double(slot)
      let evening = 90 * max(0, 1 - abs(minute - 170) / 300)
      let burst = 640 * max(0, 1 - abs(minute - 123) / (minute < 123 ? 4 : 40))
      return 12 + evening + burst
    }
    let mean = pick(onTime, index).reduce(0, +) / Double(max(nights, 1))
    let share = load.map { $0 < 13 ? nil : 1 - (1 - mean) * min(1.6, $0 / 300) as Double? }
    func series(_ metric: String, _ unit: String, _ values: [Double?], half: Double) -> ReportSeries
    {
      let isShare = unit == "share"
      return ReportSeries(
        variant: variants[index].0, case: name, scope: "workload:wahl", metric: metric, unit: unit,
        step: .minute, mean: values,
        low: values.map { nights > 1 ? $0.map { max(0, $0 * (1 - half)) } : nil },
        high: values.map {
          nights > 1 ? $0.map { isShare ? min(1, $0 * (1 + half)) : $0 * (1 + half) } : nil
        })
    }
    return [
      series("requests.offered", "1/s", load.map { $0 * (1 + 0.03 * Double(index)) }, half: 0.08),
      series("slo.attainment", "share", share, half: 0.04),
      series(
        "capacity.lent", "vCPU", (0..<slots).map { $0 == 130 ? lentPeak[index % 4] : 0 }, half: 0),
    ]
  }
}
