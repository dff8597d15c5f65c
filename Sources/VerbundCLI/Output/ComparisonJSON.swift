import VerbundMeasure
import VerbundStudy

/// `compare --format json`: one object on one line.
enum ComparisonJSON {
  static func line(_ comparison: RunComparison) -> String {
    let differences = comparison.comparisons()
    return JSONText.object([
      ("runs", .array(comparison.runs.map(run))),
      (
        "columns",
        .array(
          comparison.columns.map { column in
            .object([
              ("run", .integer(column.run)), ("variant", .string(column.variant)),
              ("case", .string(column.case)),
            ])
          })
      ),
      ("reference", .integer(comparison.reference)),
      (
        "rows",
        .array(
          comparison.rows.map { row in
            .object([
              ("id", .string(row.id)), ("scope", .string(row.scope)), ("unit", .string(row.unit)),
              (
                "values",
                .array(
                  comparison.columns.indices.map { index in
                    value(
                      comparison.value(row, index), differences[index], comparison.common[index],
                      row)
                  })
              ),
            ])
          })
      ),
      (
        "gaps",
        .array(
          comparison.gaps.map { gap in
            .object([
              ("id", .string(gap.id)), ("scope", .string(gap.scope)),
              ("columns", .array(gap.columns.map(JSONText.integer))),
            ])
          })
      ),
    ]).text + "\n"
  }

  private static func run(_ run: ComparedRun) -> JSONText {
    .object([
      ("folder", .string(run.folder)), ("run", .string(run.manifest.run)),
      ("scenario", .string(run.manifest.scenario)), ("nights", .integer(run.manifest.nights)),
      // Seeds reach beyond what JSON readers hold exactly in a double.
      ("seed", .string(String(run.manifest.seed))),
      ("model-version", .integer(run.manifest.modelVersion)),
      ("fidelity", .string(run.manifest.fidelity.rawValue)),
    ])
  }

  private static func value(
    _ value: MetricValue?, _ comparison: Comparison?, _ common: CommonNights?,
    _ row: RunComparison.Row
  ) -> JSONText {
    var fields: [(String, JSONText)] = [
      ("mean", .number(value?.mean)), ("low", .number(value?.low)), ("high", .number(value?.high)),
      ("n", .integer(value?.n ?? 0)),
    ]
    if let comparison, let found = comparison[row.id, row.scope] {
      fields.append(
        (
          "difference",
          .object([
            ("mean", .number(found.mean)), ("low", .number(found.low)),
            ("high", .number(found.high)), ("n", .integer(found.n)),
            ("method", .string(comparison.sameArrivals ? "paired" : "welch")),
            ("degrees-of-freedom", .number(found.degrees)), ("margin", .number(found.margin)),
            ("verdict", found.verdict.map { .string($0.rawValue) } ?? .number(nil)),
            ("common-nights", common.map { .integer($0.count) } ?? .number(nil)),
            ("common-mean", .number(common?.column[row.id, row.scope]?.mean)),
            ("common-reference", .number(common?.reference[row.id, row.scope]?.mean)),
          ])
        ))
    }
    return .object(fields)
  }
}
