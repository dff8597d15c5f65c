import Foundation
import VerbundMeasure

/// `metrics.csv`: one row per cell, metric and scope.
enum MetricsFile {
  static let name = "metrics.csv"

  static func bytes(_ tables: [MetricTable]) -> Data {
    var csv = CSV(
      "variant", "case", "fidelity", "metric", "scope", "unit", "mean", "low", "high", "n")
    for table in tables {
      for value in table.values {
        csv.row(
          .init(table.variant), .init(table.case), .init(table.fidelity.rawValue),
          .init(value.id), .init(value.scope), .init(value.unit), .init(value.mean),
          .init(value.low), .init(value.high), .init(value.n))
      }
    }
    return csv.bytes
  }
}

/// `latency.csv`: the distribution of answer times, all nights of a cell together.
enum LatencyFile {
  static let name = "latency.csv"

  static func bytes(_ cells: [CellOutcome]) -> Data {
    var csv = CSV("variant", "case", "scope", "middle_ms", "count")
    for cell in cells {
      for entry in cell.latency {
        csv.row(
          .init(cell.table.variant), .init(cell.table.case), .init(entry.scope),
          .init(Double(entry.middle) / 1e6), .init(entry.count))
      }
    }
    return csv.bytes
  }
}
