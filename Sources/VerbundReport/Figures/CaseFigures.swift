import VerbundMeasure
import VerbundModel

/// What the cases come to, side by side.
struct CaseFigures {
  let input: ReportInput
  let views: [CaseView]
  let voice: Voice

  /// The share of the service in question that was answered in time; nil where it was not measured.
  var attainment: Figure? {
    bars(
      "slo.attainment", id: "cases-attainment",
      title: voice.say("Rechtzeitig beantworteter Anteil", "Share answered in time"),
      mark: views.first.flatMap { $0.workload($0.focus) }.flatMap(target))
  }

  private func target(_ service: Workload) -> Figure.Mark? {
    guard service.slo.share > 0, service.slo.share <= 1 else { return nil }
    let text = AxisText(unit: "%", voice: voice).tick(service.slo.share * 100)
    return Figure.Mark(
      value: service.slo.share * 100, title: voice.say("Ziel \(text)", "target \(text)"))
  }

  /// One metric of the service in question for every case and variant.
  func bars(_ metric: String, id: String, title: String, mark: Figure.Mark? = nil) -> Figure? {
    var bars: [Figure.Bar] = []
    var unit = UnitText("", voice)
    for view in views {
      guard let row = view.row(metric, of: view.focus) else { continue }
      for column in view.columns {
        guard let value = column.table[row.id, row.scope] else { continue }
        unit = UnitText(value.unit, voice)
        bars.append(
          Figure.Bar(
            group: view.id.isEmpty ? "" : voice.say(view.title), title: voice.say(column.title),
            style: input.style(of: column.variant), value: value.mean.map { $0 * unit.factor },
            low: value.low.map { $0 * unit.factor }, high: value.high.map { $0 * unit.factor }))
      }
    }
    guard bars.contains(where: { $0.value != nil }) else { return nil }
    let shape = Figure.Bars(
      title: title, unit: unit.name, top: unit.name == "%" ? 100 : nil, mark: mark, bars: bars)
    return Figure(
      id: id, title: title, finding: finding(shape), note: note(mark), shape: .bars(shape))
  }

  private func note(_ mark: Figure.Mark?) -> String {
    let line = mark.map {
      voice.say(" Senkrechte Linie: \($0.title).", " Vertical line: \($0.title).")
    }
    return intervals + (line ?? "")
  }

  private var intervals: String {
    input.nights == 1
      ? voice.say("Eine Nacht, daher kein Intervall.", "One night, hence no interval.")
      : voice.say(
        "Balken: Mittel der Nächte; Striche: 95-%-Intervall.",
        "Bars: mean of the nights; whiskers: 95% interval.")
  }

  private func finding(_ bars: Figure.Bars) -> String {
    if let mark = bars.mark, bars.groups.count > 1 { return misses(bars, mark) }
    return extremes(bars)
  }

  /// In how many cases each variant stays below the mark.
  private func misses(_ bars: Figure.Bars, _ mark: Figure.Mark) -> String {
    let total = bars.groups.count
    var titles: [String] = []
    for bar in bars.bars where !titles.contains(bar.title) { titles.append(bar.title) }
    let counts = titles.map { title in
      (title, bars.bars.count { $0.title == title && ($0.value ?? .infinity) < mark.value })
    }
    let missing = counts.filter { $0.1 > 0 }.map { title, count in
      voice.say(
        "\(voice.quote(title)) in \(count) von \(total) Fällen",
        "\(voice.quote(title)) in \(count) of \(total) cases")
    }
    guard !missing.isEmpty else {
      return voice.say(
        "\(mark.title): im Mittel in allen \(total) Fällen von allen Varianten erreicht.",
        "\(mark.title): reached on average by all variants in all \(total) cases.")
    }
    let never = counts.filter { $0.1 == 0 }.map { voice.quote($0.0) }
    let rest =
      never.isEmpty
      ? ""
      : voice.say(
        "; in allen Fällen erreicht von \(voice.list(never))",
        "; reached in all cases by \(voice.list(never))")
    return voice.say(
      "\(mark.title): im Mittel verfehlt von \(voice.list(missing))\(rest).",
      "\(mark.title): missed on average by \(voice.list(missing))\(rest).")
  }

  /// Lowest and highest of each group.
  private func extremes(_ bars: Figure.Bars) -> String {
    let text = AxisText(unit: bars.unit, voice: voice)
    let parts = bars.groups.compactMap { group -> String? in
      let present = group.bars.filter { $0.value?.isFinite ?? false }
      guard let low = present.min(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
        let high = present.max(by: { ($0.value ?? 0) < ($1.value ?? 0) })
      else { return nil }
      let (least, most) = (text.full(low.value), text.full(high.value))
      let figures =
        least == most
        ? (present.count > 1
          ? voice.say("in allen Varianten \(most)", "\(most) in all variants")
          : "\(voice.quote(high.title)) \(most)")
        : voice.say(
          "von \(least) in \(voice.quote(low.title)) bis \(most) in \(voice.quote(high.title))",
          "from \(least) in \(voice.quote(low.title)) to \(most) in \(voice.quote(high.title))")
      return group.title.isEmpty ? figures : "\(group.title): \(figures)"
    }
    return bars.title + voice.say(", ", ", ") + parts.joined(separator: "; ") + "."
  }
}
