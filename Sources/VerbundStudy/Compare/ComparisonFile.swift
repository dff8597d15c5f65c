import VerbundMeasure

/// A comparison as CSV: a row per metric, scope and column.
public enum ComparisonFile {
  /// The table with its heading, lines ending with LF.
  public static func text(_ comparison: RunComparison) -> String {
    var csv = CSV(
      "run", "scenario", "variant", "case", "metric", "scope", "unit", "mean", "low", "high", "n",
      "difference", "difference_low", "difference_high", "pairs", "degrees_of_freedom", "method",
      "margin", "verdict", "common_nights", "common_mean", "common_reference")
    let differences = comparison.comparisons()
    for row in comparison.rows {
      for (index, column) in comparison.columns.enumerated() {
        guard let value = comparison.value(row, index) else { continue }
        let run = comparison.runs[column.run]
        let difference = differences[index]?[row.id, row.scope]
        let common = comparison.common[index]
        let method = differences[index].map { $0.sameArrivals ? "paired" : "welch" }
        csv.row(
          .init(run.manifest.run), .init(run.manifest.scenario), .init(column.variant),
          .init(column.case), .init(row.id), .init(row.scope), .init(row.unit),
          .init(value.mean), .init(value.low), .init(value.high), .init(value.n),
          .init(difference?.mean), .init(difference?.low), .init(difference?.high),
          .init(difference.flatMap { method == "paired" ? Double($0.n) : nil }),
          .init(difference?.degrees), .init(method ?? "reference"), .init(difference?.margin),
          .init(difference?.verdict?.rawValue ?? ""), .init(common.map { Double($0.count) }),
          .init(common?.column[row.id, row.scope]?.mean),
          .init(common?.reference[row.id, row.scope]?.mean))
      }
    }
    return csv.text
  }
}
