import VerbundModel

/// How the figures of a page hang together: both languages use one set of curves and of data.
struct FigureFrame: Sendable {
  /// The language whose part holds the curves and the data of the figures.
  var holder: Language
  var script: ReportScript

  /// Whether the page has the program that draws interactive charts.
  var hasCharts: Bool { script.bundle != nil }
}

/// One figure of the page: heading, drawing, finding and data.
struct FigureBlock {
  let figure: Figure
  let voice: Voice
  /// Level of the heading, 2 to 6.
  var level = 3
  /// Nil draws everything here, without charts.
  var frame: FigureFrame?

  var markup: Markup {
    let id = "figure-\(figure.id)-\(voice.language.rawValue)"
    let level = min(max(level, 2), 6)
    let summary = voice.say("Die Werte als Tabelle", "The values as a table")
    let note: Markup = figure.note.isEmpty ? "" : " <span class=\"note\">\(figure.note)</span>"
    return """
      <figure id="\(id)" aria-labelledby="\(id)-h">
      <h\(level) id="\(id)-h">\(figure.title)</h\(level)>
      \(plot(id))
      <figcaption>\(figure.finding)\(note)</figcaption>
      <details><summary>\(summary)<span class="spoken">: \(figure.title)</span></summary>
      \(FigureTable(figure: figure, voice: voice).markup)
      </details>
      </figure>
      """
  }

  private func plot(_ id: String) -> Markup {
    let label = voice.say(
      "Diagramm, seitlich verschiebbar: \(figure.title)",
      "Chart, scrolls sideways: \(figure.title)")
    return """
      <div class="scroll plot" role="region" tabindex="0" aria-label="\(label)">
      \(drawing(id))
      </div>
      \(charts)
      """
  }

  private func drawing(_ id: String) -> Markup {
    let drawing = FigureDrawing(figure: figure, voice: voice)
    guard let frame, case .evening = figure.shape else { return drawing.markup(prefix: id) }
    let name = "curves-\(figure.id)"
    let shared: Markup =
      frame.holder == voice.language
      ? """
      <svg class="sprite" aria-hidden="true" focusable="false"><defs><g id="\(name)">
      \(drawing.curves)
      </g></defs></svg>

      """ : ""
    return shared + drawing.markup(prefix: id, curves: name)
  }

  /// What the page's script draws from.
  private var charts: Markup {
    guard let frame, frame.hasCharts else { return "" }
    let spec = VegaLiteSpec(figure: figure, voice: voice)
    let words: Markup = """
      <script type="application/json" class="spec" data-figure="\(figure.id)">\
      \(spec.inPage.markup)</script>
      """
    guard frame.holder == voice.language else { return words }
    return """
      <script type="application/json" id="data-\(figure.id)">\(spec.data.markup)</script>
      \(words)
      """
  }
}
