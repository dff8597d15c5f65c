import VerbundMeasure
import VerbundModel

/// A table of groups of rows, with header cells for every row, group and column.
struct ComparisonTable {
  let section: SectionContext
  let view: CaseView
  let groups: [RowGroup]
  /// Replaces the standard caption.
  var caption: String?

  private var voice: Voice { section.voice }
  private var text: RowText { RowText(view: view, voice: voice) }

  var markup: Markup {
    let label = caption ?? standardCaption
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(label)">
      <table class="comparison">
      <caption><span>\(label)</span></caption>
      <thead><tr><th scope="col">\(voice.say("Kennzahl", "Metric"))</th>\(heads)</tr></thead>
      \(Markup.join(groups.map(body)))
      </table>
      </div>
      """
  }

  private var standardCaption: String {
    let base = voice.say(
      "Varianten nebeneinander, \(voice.nights(section.input.nights))",
      "Variants side by side, \(voice.nights(section.input.nights))")
    return view.id.isEmpty ? base : base + ", " + voice.say(view.title)
  }

  private var heads: Markup {
    .join(view.columns.map { "<th scope=\"col\">\(section.head($0))</th>" }, "")
  }

  private func body(_ group: RowGroup) -> Markup {
    """
    <tbody>
    <tr class="group"><th scope="rowgroup" colspan="\(view.columns.count + 1)">\
    \(text.heading(group.topic))</th></tr>
    \(Markup.join(group.rows.map { line($0, group.topic) }))
    </tbody>
    """
  }

  private func line(_ row: KeyRow, _ topic: RowGroup.Topic) -> Markup {
    let format = view.format(row, voice)
    let approximate = view.columns.contains { $0.table.fidelity == .flow }
    let note: Markup =
      approximate ? "<br><small>\(voice.say("Näherung", "approximation"))</small>" : ""
    let cells = view.columns.map { cell(row, $0, format) }
    return """
      <tr><th scope="row">\(text.label(row, in: topic))\(note)\(unequal(row))</th>\
      \(Markup.join(cells, ""))</tr>
      """
  }

  /// At the row itself: whoever reads one row only must not take less service for a saving.
  private func unequal(_ row: KeyRow) -> Markup {
    guard view.columns.contains(where: { view.verdict(row, $0) == .notComparable }) else {
      return ""
    }
    let note = voice.say("der Dienst ist ungleich", "service is unequal")
    return "<br><small>\(note)</small>"
  }

  private func cell(_ row: KeyRow, _ column: Column, _ format: RowFormat) -> Markup {
    let value = column.table[row.id, row.scope]
    var lines: [Markup] = ["<b>\(format.full(value?.mean))</b>"]
    if let value, let interval = format.interval(value) {
      lines.append("<small>\(interval)</small>")
    }
    if let difference = column.comparison?[row.id, row.scope] {
      if let verdict = difference.verdict, section.input.nights > 1 {
        lines.append(verdict.badge(voice))
        // A difference that says nothing is not shown: it reads as a gain or a loss.
        if verdict == .notComparable { return "<td>\(Markup.join(lines, "<br>"))</td>" }
      }
      if let text = format.difference(difference.mean) { lines.append("<small>\(text)</small>") }
      if let interval = interval(difference, format) {
        lines.append("<small>\(interval)</small>")
      }
    }
    return "<td>\(Markup.join(lines, "<br>"))</td>"
  }

  /// `(−17,3 bis +61,8)`: the 95 % interval of the difference, without its unit.
  private func interval(_ difference: PairedDifference, _ format: RowFormat) -> String? {
    guard let low = difference.low, let high = difference.high, low.isFinite, high.isFinite,
      section.input.nights > 1, low != high
    else { return nil }
    func signed(_ value: Double) -> String {
      let text = voice.numbers.fixed(
        value * format.unit.factor * format.scale, decimals: format.decimals)
      let isZero = !text.contains { ("1"..."9").contains($0) }
      return value > 0 && !isZero ? "+" + text : text
    }
    return "(\(signed(low))\u{A0}" + voice.say("bis", "to") + "\u{A0}\(signed(high)))"
  }
}
