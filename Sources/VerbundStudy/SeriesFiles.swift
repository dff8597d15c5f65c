import Foundation
import VerbundCore
import VerbundMeasure
import VerbundModel

/// `series.csv`: the course of the evening, mean over the nights and its interval.
enum SeriesFile {
  static let name = "series.csv"

  static func bytes(_ cells: [CellSeries], of chosen: [Cell]) -> Data {
    var csv = CSV(
      "variant", "case", "slot", "start", "scope", "metric", "unit", "mean", "low", "high")
    for (cell, entry) in zip(chosen, cells) {
      let starts = SlotStarts(cell.scenario.horizon, step: entry.step)
      for series in entry.series {
        for (slot, value) in series.slots.enumerated() {
          csv.row(
            .init(cell.variant), .init(cell.case), .init(slot), .init(starts[slot]),
            .init(series.scope), .init(series.metric), .init(series.unit), .init(value.mean),
            .init(value.low), .init(value.high))
        }
      }
    }
    return csv.bytes
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
