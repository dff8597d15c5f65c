import VerbundCore
import VerbundModel

@testable import VerbundReport

/// Figures by hand; every step is a minute from 16:00 on.
enum FigureSamples {
  static func evening(
    _ curves: [Figure.Curve], unit: String = "kW", top: Double? = nil, id: String = "sample",
    title: String = "Sample"
  ) -> Figure {
    Figure(
      id: id, title: title, finding: "What is found.", note: "How it is read.",
      shape: .evening(
        Figure.Evening(
          start: 1_809_871_200, utcOffset: 7_200, step: .minute,
          panels: [Figure.Panel(title: title, unit: unit, top: top, curves: curves)])))
  }

  static func bars(_ bars: [Figure.Bar], title: String = "Sample") -> Figure {
    Figure(
      id: "bars", title: title, finding: "What is found.",
      shape: .bars(Figure.Bars(title: title, unit: "%", top: 100, bars: bars)))
  }

  /// Four variants with the values given for the first two; the others have none.
  static func input(_ values: [String: [[Double?]]], nights: Int = 5) -> ReportInput {
    var evening = SampleEvening()
    evening.nights = nights
    var input = evening.input
    input.series = ["inseln", "portal", "verbund", "hyperscaler"].enumerated().flatMap {
      index, variant in
      values.sorted { $0.key < $1.key }.compactMap { metric, rows -> ReportSeries? in
        guard index < rows.count else { return nil }
        let none = rows[index].map { _ in nil as Double? }
        return ReportSeries(
          variant: variant, case: "", scope: "workload:wahl", metric: metric, unit: "",
          step: .minute, mean: rows[index], low: none, high: none)
      }
    }
    return input
  }

  static func figures(_ input: ReportInput, _ language: Language) -> [Figure] {
    CaseView.all(of: input).flatMap {
      EveningFigures(view: $0, input: input, voice: Voice(language)).all
    }
  }

}
