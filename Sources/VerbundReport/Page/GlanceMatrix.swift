import VerbundMeasure
import VerbundModel

/// All cases at a glance: cases down, variants across, the ranking metric with its verdict.
struct GlanceMatrix {
  let section: SectionContext

  private var voice: Voice { section.voice }
  private var views: [CaseView] { section.views }

  var markup: Markup {
    guard let first = views.first, views.contains(where: { row($0) != nil }) else { return "" }
    let heads: [Markup] =
      ["\(section.hasChoice ? voice.say("Fall", "Case") : voice.say("Dienst", "Service"))"]
      + first.columns.map(section.head)
    let rows = views.map { view -> (head: Markup, cells: [Markup]) in
      (head(view), view.columns.map { cell($0, view) })
    }
    return section.table(caption(first), style: "comparison glance", heads: heads, rows: rows)
  }

  private func row(_ view: CaseView) -> KeyRow? { view.row("slo.attainment", of: view.focus) }

  private func caption(_ view: CaseView) -> String {
    let service = voice.quote(section.workload(view.focus, view))
    guard let level = view.workload(view.focus)?.slo else {
      return voice.say(
        "Rechtzeitig beantwortete Seitenaufrufe von \(service)",
        "Page views of \(service) answered in time")
    }
    let limit = voice.duration(level.threshold)
    let promise = voice.percent(level.share)
    let known = section.cases.targetWord(voice)
    let meaning =
      section.input.nights == 1
      ? voice.say(", eine Nacht", ", one night")
      : voice.say(", Mittel und 95-%-Intervall", ", mean and 95% interval")
    return voice.say(
      """
      Auf einen Blick: binnen \(limit) beantwortete Seitenaufrufe von \(service)\(meaning); \
      Ziel (\(known)) \(promise)
      """,
      """
      At a glance: page views of \(service) answered within \(limit)\(meaning); target \
      (\(known)) \(promise)
      """)
  }

  private func head(_ view: CaseView) -> Markup {
    let name = section.hasChoice ? section.caseName(view) : section.workload(view.focus, view)
    let services = section.cases.services(of: view)
    let size = section.vCPU(services.reduce(0) { $0 &+ (view.workload($1)?.setAsideVCPU ?? 0) })
    var notes = [voice.say("\(size) vorgehalten", "\(size) set aside")]
    if services.count > 1 {
      let count = voice.numbers.whole(services.count)
      notes[0] += voice.say(
        " für \(count)\u{A0}Dienste", " for \(count)\u{A0}services")
      notes.append(
        voice.say("Zahlen: ", "figures: ") + section.workload(view.focus, view))
    }
    let lines = notes.map { "<small>\($0)</small>" as Markup }
    return "\(name)<br>\(Markup.join(lines, "<br>"))"
  }

  /// Of services sized together, the one served worst: the others must not hide it.
  private func lowest(_ column: Column, _ view: CaseView) -> Markup? {
    let services = section.cases.services(of: view)
    guard services.count > 1 else { return nil }
    let means = services.compactMap { column.table["slo.attainment", "workload:" + $0]?.mean }
    guard let least = means.min() else { return nil }
    let figure = RowFormat.share(voice).full(least)
    return "<small>\(voice.say("geringster: ", "lowest: "))\(figure)</small>"
  }

  private func cell(_ column: Column, _ view: CaseView) -> Markup {
    guard let row = row(view), let value = column.table[row.id, row.scope] else {
      return "\(NumberStyle.none)"
    }
    let format = RowFormat.share(voice)
    var lines: [Markup] = ["<b>\(format.full(value.mean))</b>"]
    if let interval = format.interval(value) { lines.append("<small>\(interval)</small>") }
    if let lowest = lowest(column, view) { lines.append(lowest) }
    if let verdict = view.verdict(row, column), section.input.nights > 1 {
      lines.append(verdict.badge(voice))
    }
    return .join(lines, "<br>")
  }
}

extension Verdict {
  /// Sign and short word, so that colour is never the only carrier.
  func badge(_ voice: Voice) -> Markup {
    """
    <span class="verdict \(styleClass)"><span aria-hidden="true">\(sign) </span>\
    \(shortWord(voice))</span>
    """
  }
}
