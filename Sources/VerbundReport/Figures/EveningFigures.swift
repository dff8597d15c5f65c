import VerbundCore
import VerbundModel

/// The evening of one case as figures, each with a sentence made from its values.
struct EveningFigures {
  let view: CaseView
  let input: ReportInput
  let voice: Voice

  /// Those for which the run has series.
  var all: [Figure] {
    [load, service, capacity, utilisation, power, links].compactMap(\.self)
  }

  /// Place of the case on the page: makes the ids unique.
  private var number: Int {
    var seen: [String] = []
    for table in input.tables where !seen.contains(table.case) { seen.append(table.case) }
    return seen.firstIndex(of: view.id) ?? 0
  }

  /// What a figure is made from before equal curves are drawn as one.
  struct Draft {
    var evening: Figure.Evening
    var words: FindingWords
  }

  /// A panel without curves is left out; nil without any curve or with one step only.
  func draft(_ panels: [Figure.Panel], step: Nanoseconds?) -> Draft? {
    guard let horizon = view.scenario?.horizon, let step, step > 0 else { return nil }
    let panels = panels.filter { !$0.curves.isEmpty }
    let evening = Figure.Evening(
      start: horizon.start, utcOffset: horizon.utcOffset, step: step, panels: panels)
    guard evening.steps > 1 else { return nil }
    return Draft(
      evening: evening,
      words: FindingWords(evening: evening, nights: input.nights, voice: voice))
  }

  func figure(
    _ name: String, _ title: String, _ draft: Draft, finding: String, note: String = ""
  ) -> Figure {
    var evening = draft.evening
    let before = evening.panels.map(\.curves.count)
    for index in evening.panels.indices { evening.panels[index].drawEqualCurvesOnce(voice) }
    let hasCommon = before != evening.panels.map(\.curves.count)
    let isCut = evening.panels.contains(where: \.cutsIntervals)
    let notes = [note, bandNote, isCut ? cutNote : "", hasCommon ? commonNote : ""]
      .filter { !$0.isEmpty }
    return Figure(
      id: "case-\(number)-\(name)", title: title, finding: finding,
      note: notes.joined(separator: " "), shape: .evening(evening))
  }

  private var bandNote: String {
    input.nights == 1
      ? voice.say("Eine Nacht, daher kein Intervall.", "One night, hence no interval.")
      : voice.say(
        "Linien: Mittel der Nächte; Flächen: 95-%-Intervall.",
        "Lines: mean of the nights; areas: 95% interval.")
  }

  private var cutNote: String {
    voice.say(
      "Intervalle, die über die Achse hinausgehen, sind oben abgeschnitten.",
      "Intervals that go beyond the axis are cut off at its top.")
  }

  private var commonNote: String {
    voice.say(
      "Wo eine Linie für alle Varianten steht, weicht keine um mehr als 0,5 % der Spitze ab.",
      "Where one line stands for all variants, none differs by more than 0.5% of the peak.")
  }

  // MARK: Series

  struct Lines {
    var curves: [Figure.Curve]
    var step: Nanoseconds?
  }

  /// One curve per variant that has the series; values times `factor`.
  func lines(_ metric: String, _ scope: String? = nil, times factor: Double = 1) -> Lines {
    var lines = Lines(curves: [], step: nil)
    for column in view.columns {
      guard let series = input.series(metric, scope: scope ?? view.focusScope, column) else {
        continue
      }
      func scaled(_ values: [Double?]) -> [Double?] { values.map { $0.map { $0 * factor } } }
      let hasBand = zip(series.low, series.high).contains { $0 != nil && $1 != nil }
      lines.step = lines.step ?? series.step
      lines.curves.append(
        Figure.Curve(
          title: voice.say(column.title), style: input.style(of: column.variant),
          mean: scaled(series.mean), low: hasBand ? scaled(series.low) : [],
          high: hasBand ? scaled(series.high) : []))
    }
    return lines
  }
}

extension Figure.Panel {
  /// Two curves or more that nobody could tell apart become one for all variants.
  fileprivate mutating func drawEqualCurvesOnce(_ voice: Voice) {
    guard var first = curves.first, curves.count > 1 else { return }
    let peak = curves.flatMap(\.mean).compactMap(\.self).map(abs).max() ?? 0
    func isNear(_ a: [Double?], _ b: [Double?]) -> Bool {
      a.count == b.count
        && zip(a, b).allSatisfy { a, b in
          guard let a, let b else { return (a == nil) == (b == nil) }
          return abs(a - b) <= peak * 0.005
        }
    }
    let areEqual = curves.dropFirst().allSatisfy {
      isNear(first.mean, $0.mean) && isNear(first.low, $0.low) && isNear(first.high, $0.high)
    }
    guard areEqual else { return }
    first.title = voice.say("alle Varianten", "all variants")
    first.style = VariantStyle.common
    curves = [first]
  }
}
