/// The data of a figure as a table with header cells; of a long evening some rows, those of the
/// highest and lowest values among them.
struct FigureTable {
  let figure: Figure
  let voice: Voice

  private static let mostRows = 34
  private static let fewestRows = 12

  var markup: Markup {
    switch figure.shape {
    case .evening(let evening): table(evening)
    case .bars(let bars): table(bars)
    }
  }

  private func frame(_ caption: String, _ head: Markup, _ rows: [Markup]) -> Markup {
    """
    <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
    <table class="data"><caption>\(caption)</caption>
    <thead>
    \(head)
    </thead>
    <tbody>
    \(Markup.join(rows))
    </tbody></table></div>
    """
  }

  private func head(_ title: String) -> Markup { "<th scope=\"col\">\(title)</th>" }

  private func cells(_ values: [String]) -> Markup {
    .join(values.map { "<td>\($0)</td>" }, "")
  }

  // MARK: Evenings

  private func table(_ evening: Figure.Evening) -> Markup {
    let rows = Self.rows(of: evening)
    let panels = evening.panels.map { panel -> Markup in
      let title = AxisText(unit: panel.unit, voice: voice).title(panel.title)
      return "<th scope=\"colgroup\" colspan=\"\(panel.curves.count)\">\(title)</th>"
    }
    let curves = evening.panels.flatMap(\.curves).map { head($0.title) }
    return frame(
      caption(evening, rows.count),
      """
      <tr><th scope="col" rowspan="2">\(voice.say("Ab Uhrzeit", "From"))</th>\
      \(Markup.join(panels, ""))</tr>
      <tr>\(Markup.join(curves, ""))</tr>
      """, rows.map { row($0, evening) })
  }

  private func caption(_ evening: Figure.Evening, _ count: Int) -> String {
    let span = voice.duration(evening.step)
    let base = voice.say(
      "\(figure.title): Werte je \(span)", "\(figure.title): values per \(span)")
    guard count < evening.steps else { return base }
    return base
      + voice.say(
        ", Auswahl mit den höchsten und tiefsten Werten",
        ", a selection with the highest and lowest values")
  }

  private func row(_ index: Int, _ evening: Figure.Evening) -> Markup {
    let values = evening.panels.flatMap { panel -> [String] in
      let text = AxisText(unit: panel.unit == "%" ? "%" : "", voice: voice)
      return panel.curves.map { text.full($0.mean[index]) }
    }
    let clock = evening.clock(index)
    let day = evening.spansDays ? voice.date(clock) + " " : ""
    return """
      <tr><th scope="row">\(day)\(voice.bareClock(clock))</th>\(cells(values))</tr>
      """
  }

  /// Steps at equal distances, and those at which a curve is highest or a share lowest.
  static func rows(of evening: Figure.Evening) -> [Int] {
    let steps = evening.steps
    guard steps > mostRows else { return Array(0..<steps) }
    var extremes: Set<Int> = []
    for panel in evening.panels {
      for curve in panel.curves {
        let facts = CurveFacts(curve.mean, steps: steps)
        if panel.unit == "%", let low = facts.lowest { extremes.insert(low.index) }
        if let high = facts.highest { extremes.insert(high.index) }
      }
    }
    let kept = Set(extremes.sorted().prefix(mostRows - fewestRows))
    let every = roundStride(evening, rows: mostRows - kept.count)
    return (0..<steps).filter { $0 % every == 0 || kept.contains($0) }
  }

  /// A round number of minutes.
  private static func roundStride(_ evening: Figure.Evening, rows: Int) -> Int {
    let minutes: [Int64] = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080]
    let choices = minutes.map { Int(max(1, $0 * .minute / max(evening.step, 1))) }
    let fewest = (evening.steps + rows - 1) / max(rows, 1)
    return choices.first { $0 >= fewest } ?? max(1, fewest)
  }

  // MARK: Bars

  private func table(_ bars: Figure.Bars) -> Markup {
    let text = AxisText(unit: bars.unit, voice: voice)
    let hasGroups = bars.bars.contains { !$0.group.isEmpty }
    let hasIntervals = bars.bars.contains { $0.low != nil && $0.high != nil }
    var heads = hasGroups ? [voice.say("Gruppe", "Group")] : []
    heads += [voice.say("Variante", "Variant"), bars.title]
    if hasIntervals { heads.append(voice.say("95-%-Intervall", "95% interval")) }
    let rows = bars.bars.map { bar -> Markup in
      var values = [text.full(bar.value)]
      if hasIntervals { values.append(interval(bar, text)) }
      let group: Markup = hasGroups ? "<th scope=\"row\">\(bar.group)</th>" : ""
      return "<tr>\(group)<th scope=\"row\">\(bar.title)</th>\(cells(values))</tr>"
    }
    return frame(figure.title, "<tr>\(Markup.join(heads.map(head), ""))</tr>", rows)
  }

  private func interval(_ bar: Figure.Bar, _ text: AxisText) -> String {
    guard let low = bar.low, let high = bar.high else { return NumberStyle.none }
    return text.bare(low) + voice.say("\u{A0}bis\u{A0}", "\u{A0}to\u{A0}") + text.bare(high)
  }
}
