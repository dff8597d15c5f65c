/// Lines and words of a drawing. Its units are half pixels of a figure at its natural size.
enum DrawingPieces {
  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String
  ) -> Markup {
    """
    <line class="\(style)" x1="\(wholeUnits(x1))" y1="\(wholeUnits(y1))" \
    x2="\(wholeUnits(x2))" y2="\(wholeUnits(y2))"/>
    """
  }

  /// Lines of a grid in one path.
  static func grid(_ lines: [(Double, Double, Double, Double)]) -> Markup {
    let path = lines.map { x1, y1, x2, y2 in
      "M\(wholeUnits(x1)) \(wholeUnits(y1))L\(wholeUnits(x2)) \(wholeUnits(y2))"
    }
    return "<path class=\"grid\" d=\"\(path.joined())\"/>"
  }

  static func text(
    _ x: Double, _ y: Double, style: String, anchor: String = "start", _ content: String
  ) -> Markup {
    let place: Markup = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    return """
      <text class="\(style)" x="\(wholeUnits(x))" y="\(wholeUnits(y))"\(place)>\(content)</text>
      """
  }

  /// At most `limit` characters, the last one an ellipsis where some are missing.
  static func shortened(_ text: String, to limit: Int) -> String {
    text.count > limit ? text.prefix(limit - 1) + "…" : text
  }
}

/// A figure as SVG: in the page with the page's style sheet, or as a file that stands alone.
struct FigureDrawing {
  let figure: Figure
  let voice: Voice

  /// - Parameters:
  ///   - prefix: unique in the page; begins the ids of the drawing.
  ///   - curves: where the curves are; nil draws them here.
  func markup(prefix: String, curves: String? = nil) -> Markup {
    """
    <svg class="chart" viewBox="0 0 \(wholeUnits(Self.width)) \(wholeUnits(height))" \
    role="img" aria-labelledby="\(prefix)-t \(prefix)-d">
    \(inside(prefix: prefix, curves: curves))
    </svg>
    """
  }

  /// With its own style, on white.
  var standalone: String {
    let (width, height) = (wholeUnits(Self.width), wholeUnits(height))
    let markup: Markup = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" class="chart" width="\(width / 2)" \
      height="\(height / 2)" viewBox="0 0 \(width) \(height)" role="img" \
      aria-labelledby="figure-t figure-d" xml:lang="\(voice.language.rawValue)">
      <style>\(FigureStyle.standalone)</style>
      <rect width="\(width)" height="\(height)" fill="#fff"/>
      \(inside(prefix: "figure", curves: nil))
      </svg>

      """
    return markup.text
  }

  /// The curves alone, to be used by the drawings of both languages; nothing for bars.
  var curves: Markup {
    guard case .evening(let evening) = figure.shape else { return "" }
    return EveningDrawing(evening: evening, voice: voice).curves
  }

  static let width = 1_600.0

  private var height: Double {
    switch figure.shape {
    case .evening(let evening): EveningDrawing(evening: evening, voice: voice).height
    case .bars(let bars): BarDrawing(bars: bars, voice: voice).height
    }
  }

  private func inside(prefix: String, curves: String?) -> Markup {
    let content =
      switch figure.shape {
      case .evening(let evening):
        EveningDrawing(evening: evening, voice: voice)
          .markup(curves: curves.map { "<use href=\"#\($0)\"/>" })
      case .bars(let bars): BarDrawing(bars: bars, voice: voice).markup
      }
    return """
      <title id="\(prefix)-t">\(figure.title)</title>
      <desc id="\(prefix)-d">\(figure.finding)</desc>
      \(content)
      """
  }
}
