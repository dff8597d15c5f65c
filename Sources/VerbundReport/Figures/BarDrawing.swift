/// Groups of horizontal bars, each with its name before and its value behind it.
struct BarDrawing {
  let bars: Figure.Bars
  let voice: Voice

  private static let left = 440.0
  private static let right = 1_300.0
  private static let head = 76.0
  private static let groupHeight = 64.0
  private static let row = 48.0
  private static let foot = 70.0
  private static let longest = 28

  var height: Double { bottom + Self.foot }

  private var bottom: Double {
    Self.head
      + bars.groups.reduce(0) { sum, group in
        sum + (group.title.isEmpty ? 16 : Self.groupHeight) + Double(group.bars.count) * Self.row
      }
  }

  private var text: AxisText { AxisText(unit: bars.unit, voice: voice) }

  private func x(_ value: Double) -> Double {
    guard value.isFinite, bars.full > 0 else { return Self.left }
    return Self.left + min(max(value / bars.full, 0), 1) * (Self.right - Self.left)
  }

  var markup: Markup {
    var y = Self.head
    var rows: [Markup] = []
    for group in bars.groups {
      if !group.title.isEmpty {
        rows.append(DrawingPieces.text(24, y + 46, style: "group", group.title))
      }
      y += group.title.isEmpty ? 16 : Self.groupHeight
      for bar in group.bars {
        rows.append(line(bar, y + Self.row / 2))
        y += Self.row
      }
    }
    return DrawingPieces.text(24, Self.head - 32, style: "head", text.title(bars.title)) + axis
      + .join(rows)
  }

  private var axis: Markup {
    let lines = bars.ticks.map { tick -> Markup in
      DrawingPieces.line(x(tick), Self.head, x(tick), bottom, style: "grid")
        + DrawingPieces.text(
          x(tick), bottom + 36, style: "soft", anchor: "middle", text.tick(tick))
    }
    guard let mark = bars.mark else { return .join(lines) }
    let at = x(mark.value)
    return .join(lines) + DrawingPieces.line(at, Self.head, at, bottom, style: "target")
      + DrawingPieces.text(at, Self.head - 12, style: "soft", anchor: "end", mark.title)
  }

  private func line(_ bar: Figure.Bar, _ y: Double) -> Markup {
    let name = DrawingPieces.text(
      Self.left - 20, y + 9, style: "", anchor: "end",
      DrawingPieces.shortened(bar.title, to: Self.longest))
    let end = max(x(bar.value ?? 0), x(bar.high ?? 0))
    let figure = DrawingPieces.text(end + 16, y + 9, style: "halo", text.full(bar.value))
    guard let value = bar.value, value.isFinite else { return name + figure }
    let width = wholeUnits(x(value) - Self.left)
    let rect: Markup = """
      <rect class="bar f\(bar.style)" x="\(wholeUnits(Self.left))" y="\(wholeUnits(y - 14))" \
      width="\(width)" height="28"/>
      """
    return name + rect + whisker(bar, y) + figure
  }

  /// The 95 % interval.
  private func whisker(_ bar: Figure.Bar, _ y: Double) -> Markup {
    guard let low = bar.low, let high = bar.high, low.isFinite, high.isFinite, high > low else {
      return ""
    }
    let (from, to, y) = (wholeUnits(x(low)), wholeUnits(x(high)), wholeUnits(y))
    return """
      <path class="whisker" d="M\(from) \(y - 8)v16m0-8H\(to)m0-8v16"/>
      """
  }
}
