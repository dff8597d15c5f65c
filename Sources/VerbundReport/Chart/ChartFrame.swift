/// Grid, axes, their words and the promised share.
struct ChartFrame {
  let chart: EveningChart
  let voice: Voice

  private let left = EveningChart.left
  private let right = EveningChart.right

  var markup: Markup {
    .join([
      text(
        left - 54, EveningChart.loadPanel.top - 16, style: "head",
        voice.say("Seitenaufrufe je Sekunde", "Page views offered per second")),
      values(chart.loadTicks, EveningChart.loadPanel, label: { voice.numbers.significant($0) }),
      text(
        left - 54, EveningChart.sharePanel.top - 16, style: "head",
        voice.say("Rechtzeitig beantworteter Anteil", "Share answered in time")),
      values(
        [0, 0.25, 0.5, 0.75, 1], EveningChart.sharePanel,
        label: { voice.numbers.join(voice.numbers.fixed($0 * 100, decimals: 0), "%") }),
      target, instants,
    ])
  }

  private func values(
    _ ticks: [Double], _ panel: (top: Double, bottom: Double), label: (Double) -> String
  ) -> Markup {
    let full = ticks.last ?? 1
    return .join(
      ticks.map { tick in
        let y = panel.bottom - tick / full * (panel.bottom - panel.top)
        return line(left, y, right, y, style: "grid")
          + text(left - 8, y + 4.5, style: "soft", anchor: "end", label(tick))
      })
  }

  /// The promised share as a dotted line.
  private var target: Markup {
    guard let y = targetHeight else { return "" }
    return line(left, y, right, y, style: "target")
  }

  /// The name of that line, to be drawn over the curves.
  var targetName: Markup {
    guard let y = targetHeight, let target = chart.target else { return "" }
    let share = voice.numbers.join(voice.numbers.significant(target * 100), "%")
    return text(
      left + 4, y + 16, style: "soft halo", voice.say("Ziel \(share)", "target \(share)"))
  }

  private var targetHeight: Double? {
    guard let target = chart.target, target > 0, target <= 1 else { return nil }
    let panel = EveningChart.sharePanel
    return panel.bottom - target * (panel.bottom - panel.top)
  }

  private var instants: Markup {
    let (every, ticks) = AxisTicks.instants(
      start: chart.start, utcOffset: chart.utcOffset, length: chart.seconds)
    let marks = ticks.map { tick -> Markup in
      let x = left + Double(tick) / chart.seconds * (right - left)
      let time = chart.clock(after: tick)
      let label = every >= 86_400 ? voice.date(time) : voice.bareClock(time)
      return .join(
        [EveningChart.loadPanel, EveningChart.sharePanel].map { panel in
          line(x, panel.bottom, x, panel.bottom + 5, style: "axis")
            + text(x, panel.bottom + 20, style: "soft", anchor: "middle", label)
        })
    }
    return .join(marks)
      + text(
        (left + right) / 2, EveningChart.height - 18, style: "soft", anchor: "middle", axisName)
  }

  private var axisName: String {
    let hours = chart.utcOffset / 3_600
    let zone = "UTC" + (hours < 0 ? "−" : "+") + String(hours.magnitude)
    return voice.say("Uhrzeit am Ort (\(zone))", "Local time (\(zone))")
  }

  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String
  ) -> Markup {
    """
    <line class="\(style)" x1="\(coordinate(x1))" y1="\(coordinate(y1))" \
    x2="\(coordinate(x2))" y2="\(coordinate(y2))"/>
    """
  }

  private func text(
    _ x: Double, _ y: Double, style: String, anchor: String = "start", _ content: String
  ) -> Markup {
    """
    <text class="\(style)" x="\(coordinate(x))" y="\(coordinate(y))" \
    text-anchor="\(anchor)">\(content)</text>
    """
  }
}
