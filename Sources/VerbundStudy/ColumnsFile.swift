import Foundation

/// `columns.csv`: what stands in each column of the other files.
enum ColumnsFile {
  static let name = "columns.csv"

  static var bytes: Data {
    var csv = CSV("file", "column", "type", "description")
    for (file, columns) in files {
      for (column, type, description) in columns {
        csv.row(.init(file), .init(column), .init(type), .init(description))
      }
    }
    return csv.bytes
  }

  private typealias Column = (name: String, type: String, description: String)

  private static let cell: [Column] = [
    ("variant", "text", "name of the variant"),
    ("case", "text", "name of the case; empty where the scenario has none"),
  ]
  private static let scope: Column =
    ("scope", "text", "federation or workload:ID or site:ID or link:ID")
  private static let unit: Column = ("unit", "text", "unit of the values of the row")
  private static let interval: [Column] = [
    ("mean", "number", "mean over the nights of each night's value; empty where no night has one"),
    ("low", "number", "lower end of the 95 % interval of the mean; empty below two nights"),
    ("high", "number", "upper end of the 95 % interval of the mean; empty below two nights"),
  ]
  private static let slot: [Column] = [
    ("slot", "integer", "step of the series, counted from 0; an hour beyond seven days"),
    ("start", "instant", "start of the step, UTC"),
  ]

  private static let files: [(String, [Column])] = [
    (
      MetricsFile.name,
      cell + [
        ("fidelity", "text", "request: exact for the stated model; flow: an approximation"),
        ("metric", "text", "dotted id; verbund explain says what it means"), scope, unit,
      ] + interval + [("n", "integer", "nights with a value")]
    ),
    (
      SeriesFile.name,
      cell + slot + [
        scope,
        (
          "metric", "text",
          "what was counted or measured, to 7 digits; links that carried nothing are left out"
        ), unit,
      ] + interval
    ),
    (
      SeriesNightsFile.name,
      cell + [("night", "integer", "replication, counted from 0")] + slot + [
        scope, ("metric", "text", "what was counted or measured"), unit,
        ("value", "number", "value of this night; empty where it has none"),
      ]
    ),
    (
      LatencyFile.name,
      cell + [
        scope,
        ("middle_ms", "number", "middle of the bucket in ms; buckets are at most 1/128 wide"),
        ("count", "integer", "completed page views in the bucket, all nights together"),
      ]
    ),
  ]
}
