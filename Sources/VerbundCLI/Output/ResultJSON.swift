import VerbundMeasure
import VerbundStudy

/// `--format json`: one object on one line.
enum ResultJSON {
  static func line(_ result: StudyResult) -> String {
    let cells = zip(result.tables, result.manifest.cells).map { table, entry in
      JSONText.object([
        ("name", .string(table.variant)), ("case", .string(table.case)),
        ("digest", .string(entry.digest)), ("fidelity", .string(table.fidelity.rawValue)),
        ("metrics", .array(table.values.map(metric))),
      ])
    }
    return JSONText.object([
      ("scenario", .string(result.experiment.name)), ("run", .string(result.run)),
      ("folder", .string(result.folder)), ("digest", .string(result.digest)),
      ("variants", .array(cells)),
    ]).text + "\n"
  }

  private static func metric(_ value: MetricValue) -> JSONText {
    .object([
      ("id", .string(value.id)), ("scope", .string(value.scope)), ("unit", .string(value.unit)),
      ("mean", .number(value.mean)), ("low", .number(value.low)), ("high", .number(value.high)),
      ("n", .integer(value.n)),
    ])
  }
}
