import Foundation
import VerbundCore
import VerbundMeasure
import VerbundModel

/// `series.csv`: the course of the evening, mean over the nights and its interval.
enum SeriesFile {
  static let name = "series.csv"

  static let header = CSV(
    "variant", "case", "slot", "start", "scope", "metric", "unit", "mean", "low", "high")

  /// One piece per cell behind the header: a large federation's file is never held whole.
  static func pieces(_ cells: [CellSeries], of chosen: [Cell]) -> some Sequence<Data> {
    let rows = zip(chosen, cells).lazy.map(rows)
    return sequence(state: (rows.makeIterator(), isFirst: true)) { state -> Data? in
      if state.isFirst {
        state.isFirst = false
        return header.bytes
      }
      return state.0.next()
    }
  }

  /// Links that carried nothing all night are left out.
  private static func rows(_ cell: Cell, _ entry: CellSeries) -> Data {
    var csv = CSV.rows
    let starts = SlotStarts(cell.scenario.horizon, step: entry.step)
    let slots = entry.series.map(\.slots.count).max() ?? 0
    let times = (0..<slots).map { slot in
      CSV.Cell(.init(cell.variant), .init(cell.case), .init(slot), .init(starts[slot]))
    }
    for series in entry.series where !isIdleLink(series) {
      let names = CSV.Cell(.init(series.scope), .init(series.metric), .init(series.unit))
      for (time, value) in zip(times, series.slots) {
        csv.row(
          time, names, .init(value.mean, digits: digits), .init(value.low, digits: digits),
          .init(value.high, digits: digits))
      }
    }
    return csv.bytes
  }

  /// More digits than any figure of a model has; the nights keep all of them.
  private static let digits = 7

  private static func isIdleLink(_ series: SeriesSummary) -> Bool {
    Scope(of: series.scope) == .link && series.slots.allSatisfy { ($0.mean ?? 0) == 0 }
  }
}

/// `series-nights.csv`: the same, night by night, on the grid of the slots.
enum SeriesNightsFile {
  static let name = "series-nights.csv"

  /// `records` gives the nights of a cell by its index; one cell is held at a time.
  static func bytes(
    _ cells: [Cell], records: (Int) throws(StudyError) -> [NightRecord]
  ) throws(StudyError) -> Data {
    var csv = CSV(
      "variant", "case", "night", "slot", "start", "scope", "metric", "unit", "value")
    for (index, cell) in cells.enumerated() {
      for record in try records(index) { add(record, of: cell, to: &csv) }
    }
    return csv.bytes
  }

  private static func add(_ record: NightRecord, of cell: Cell, to csv: inout CSV) {
    let starts = SlotStarts(cell.scenario.horizon, step: record.slot)
    for series in record.series {
      for (slot, value) in series.values.enumerated() {
        csv.row(
          .init(cell.variant), .init(cell.case), .init(record.night), .init(slot),
          .init(starts[slot]), .init(series.scope), .init(series.metric), .init(series.unit),
          .init(value))
      }
    }
  }
}

/// Starts of the steps as UTC instants, `2027-05-09T14:00:00Z`.
private struct SlotStarts {
  let start: Int64
  let step: Int64

  init(_ horizon: Horizon, step: Int64) {
    start = horizon.start
    self.step = step
  }

  subscript(_ index: Int) -> String {
    let seconds = start + Int64(index) * step / .second
    let time = CivilTime(unixSeconds: seconds, utcOffset: 0)
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let second = Int((seconds % 60 + 60) % 60)
    return "\(time.year)-\(two(time.month))-\(two(time.day))T\(two(time.hour)):\(two(time.minute))"
      + ":\(two(second))Z"
  }
}
