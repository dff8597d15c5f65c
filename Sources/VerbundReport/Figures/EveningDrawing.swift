import VerbundCore

/// Panels of curves, one below the other over one axis of time.
struct EveningDrawing {
  let evening: Figure.Evening
  let voice: Voice

  private static let left = 132.0
  private static let right = 1_190.0
  private static let head = 76.0
  private static let between = 84.0
  private static let foot = 120.0

  /// Panels share the room, but none gets too low to be read.
  private var panelHeight: Double {
    switch evening.panels.count {
    case ...1: 400
    case 2: 330
    default: 240
    }
  }

  var height: Double {
    let count = Double(max(evening.panels.count, 1))
    return Self.head + count * panelHeight + (count - 1) * Self.between + Self.foot
  }

  private func top(_ index: Int) -> Double {
    Self.head + Double(index) * (panelHeight + Self.between)
  }

  private func path(_ panel: Figure.Panel, _ index: Int) -> CurvePath {
    CurvePath(
      left: Self.left, right: Self.right, top: top(index), bottom: top(index) + panelHeight,
      full: panel.full, steps: evening.steps)
  }

  /// - Parameter curves: stands for the curves, which are elsewhere.
  func markup(curves: Markup?) -> Markup {
    let panels = Array(evening.panels.enumerated())
    return .join(
      [instants] + panels.map { frame($1, $0) } + [curves ?? self.curves]
        + panels.map { markName($1, $0) } + panels.map { labels($1, $0) })
  }

  var curves: Markup {
    .join(
      evening.panels.enumerated().map { index, panel in
        let path = path(panel, index)
        let bands = panel.curves.map { curve -> Markup in
          let isWide = zip(curve.low, curve.high).contains { $0 != $1 }
          let shape = isWide ? path.band(curve.low, curve.high) : ""
          return shape.isEmpty ? "" : "<path class=\"band f\(curve.style)\" d=\"\(shape)\"/>"
        }
        let strokes = panel.curves.map { curve -> Markup in
          "<path class=\"curve s\(curve.style)\" d=\"\(path.line(curve.mean))\"/>"
        }
        return .join((bands + strokes).filter { !$0.text.isEmpty })
      })
  }

  // MARK: Axes

  private func frame(_ panel: Figure.Panel, _ index: Int) -> Markup {
    let text = AxisText(unit: panel.unit, voice: voice)
    let path = path(panel, index)
    let title = DrawingPieces.text(
      24, path.top - 32, style: "head", text.title(panel.title))
    let values = panel.ticks.map { tick in
      DrawingPieces.text(
        Self.left - 16, path.y(tick) + 9, style: "soft", anchor: "end", text.tick(tick))
    }
    let lines = DrawingPieces.grid(
      panel.ticks.map { (Self.left, path.y($0), Self.right, path.y($0)) })
    let mark: Markup =
      panel.mark.map {
        let y = path.y($0.value)
        return DrawingPieces.line(Self.left, y, Self.right, y, style: "target")
      } ?? ""
    return title + lines + .join(values, "") + mark
  }

  /// Drawn over the curves.
  private func markName(_ panel: Figure.Panel, _ index: Int) -> Markup {
    guard let mark = panel.mark else { return "" }
    let y = path(panel, index).y(mark.value)
    return DrawingPieces.text(Self.left + 8, y + 32, style: "soft halo", mark.title)
  }

  private var instants: Markup {
    let seconds = evening.seconds
    guard seconds > 0, let last = evening.panels.indices.last else { return "" }
    let (every, ticks) = AxisTicks.instants(
      start: evening.start, utcOffset: evening.utcOffset, length: seconds)
    let bottom = top(last) + panelHeight
    let marks = ticks.map { tick -> Markup in
      let x = Self.left + Double(tick) / seconds * (Self.right - Self.left)
      let time = evening.clock(after: tick)
      let label = every >= 86_400 ? voice.date(time) : voice.bareClock(time)
      let lines = evening.panels.indices.map { (x, top($0), x, top($0) + panelHeight) }
      return DrawingPieces.grid(lines)
        + DrawingPieces.text(x, bottom + 40, style: "soft", anchor: "middle", label)
    }
    return .join(marks)
      + DrawingPieces.text(
        (Self.left + Self.right) / 2, bottom + 88, style: "soft", anchor: "middle", axisName)
  }

  private var axisName: String {
    let hours = evening.utcOffset / 3_600
    let zone = "UTC" + (hours < 0 ? "−" : "+") + String(hours.magnitude)
    return voice.say("Uhrzeit am Ort (\(zone))", "Local time (\(zone))")
  }

  private func labels(_ panel: Figure.Panel, _ index: Int) -> Markup {
    CurveLabels(path: path(panel, index), curves: panel.curves, steps: evening.steps).markup
  }
}
