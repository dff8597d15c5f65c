import VerbundCore
import VerbundModel

// The drawing: lines once for the page, axes and words once per language.
extension EveningChart {
  static let width = 800.0
  static let height = 506.0
  static let left = 66.0
  static let right = 620.0
  static let loadPanel = (top: 40.0, bottom: 190.0)
  static let sharePanel = (top: 262.0, bottom: 446.0)

  var loadTicks: [Double] {
    let largest = drawnLoad.flatMap { $0.mean + $0.high }.compactMap(\.self).max() ?? 0
    return AxisTicks.values(upTo: largest)
  }

  private func curves(_ lines: [Line], top: Double, bottom: Double, full: Double) -> Markup {
    let path = ChartPath(
      left: Self.left, right: Self.right, top: top, bottom: bottom, full: full, steps: steps)
    let bands = lines.map { line -> Markup in
      let shape = path.band(line.low, line.high)
      return shape.isEmpty ? "" : "<path class=\"band f\(line.style)\" d=\"\(shape)\"/>"
    }
    let strokes = lines.map { line -> Markup in
      "<path class=\"curve s\(line.style)\" d=\"\(path.line(line.mean))\"/>"
    }
    return .join(bands + strokes)
  }

  /// The lines of both panels, hidden, to be used by the drawing of each language.
  var sprite: Markup {
    """
    <svg class="sprite" aria-hidden="true" focusable="false"><defs>
    <g id="load-\(number)">
    \(curves(
      drawnLoad, top: Self.loadPanel.top, bottom: Self.loadPanel.bottom, full: loadTicks.last ?? 1))
    </g>
    <g id="share-\(number)">
    \(curves(share, top: Self.sharePanel.top, bottom: Self.sharePanel.bottom, full: 1))
    </g>
    </defs></svg>
    """
  }

  func drawing(_ voice: Voice) -> Markup {
    let id = "chart-\(number)-" + voice.language.rawValue
    let name = voice.say(serviceName)
    let title = voice.say(
      "Last und rechtzeitig beantworteter Anteil: \(name)",
      "Load and share answered in time: \(name)")
    return """
      <svg class="chart" viewBox="0 0 800 506" role="img" aria-labelledby="\(id)-t \(id)-d">
      <title id="\(id)-t">\(title)</title>
      <desc id="\(id)-d">\(EveningFinding(chart: self, voice: voice).description)</desc>
      \(ChartFrame(chart: self, voice: voice).markup)
      <use href="#load-\(number)"/>
      <use href="#share-\(number)"/>
      \(ChartFrame(chart: self, voice: voice).targetName)\(labels(voice))
      </svg>
      """
  }

  private func labels(_ voice: Voice) -> Markup {
    ChartLabels(
      lines: drawnLoad, top: Self.loadPanel.top, bottom: Self.loadPanel.bottom,
      full: loadTicks.last ?? 1, voice: voice
    ).markup
      + ChartLabels(
        lines: share, top: Self.sharePanel.top, bottom: Self.sharePanel.bottom, full: 1,
        voice: voice
      ).markup
  }
}
