import VerbundCore

// What drawings, tables and files read off a figure.
extension Figure.Evening {
  /// Steps that every curve has.
  var steps: Int {
    panels.flatMap { $0.curves.map(\.mean.count) }.min() ?? 0
  }

  /// Length of the axis in seconds.
  var seconds: Double { Double(steps) * Double(step) / Double(Nanoseconds.second) }

  /// Local wall clock at the start of a step.
  func clock(_ index: Int) -> CivilTime { clock(after: offset(index)) }

  func clock(after seconds: Int64) -> CivilTime {
    CivilTime(unixSeconds: start &+ seconds, utcOffset: utcOffset)
  }

  /// Whole seconds from the start to a step.
  func offset(_ index: Int) -> Int64 {
    Int64(index).multipliedReportingOverflow(by: step).partialValue / .second
  }

  /// Whether the wall clock alone does not tell a step.
  var spansDays: Bool { seconds > 86_400 }
}

extension Figure.Panel {
  /// Round values for the axis of values; the last one is at its top.
  var ticks: [Double] { roundTicks(top, curves.flatMap(\.mean) + [highest], mark) }

  /// Where the axis ends: a wide interval must not press the curves flat.
  private var highest: Double? {
    func largest(_ values: [Double?]) -> Double? {
      values.compactMap(\.self).filter(\.isFinite).max()
    }
    guard let mean = largest(curves.flatMap(\.mean)), let high = largest(curves.flatMap(\.high))
    else { return nil }
    return min(high, 2 * mean)
  }

  /// Whether intervals go beyond the top.
  var cutsIntervals: Bool {
    let full = full
    return curves.contains { $0.high.contains { ($0 ?? 0) > full } }
  }

  /// The value at the top of the axis.
  var full: Double { max(top ?? 0, ticks.last ?? 1) }
}

extension Figure.Bars {
  var ticks: [Double] { roundTicks(top, bars.flatMap { [$0.value, $0.high] }, mark) }

  var full: Double { max(top ?? 0, ticks.last ?? 1) }

  /// The bars under their groups, in the order of the list.
  var groups: [(title: String, bars: [Figure.Bar])] {
    var groups: [(title: String, bars: [Figure.Bar])] = []
    for bar in bars {
      if let index = groups.firstIndex(where: { $0.title == bar.group }) {
        groups[index].bars.append(bar)
      } else {
        groups.append((bar.group, [bar]))
      }
    }
    return groups
  }
}

private func roundTicks(_ top: Double?, _ values: [Double?], _ mark: Figure.Mark?) -> [Double] {
  if let top, top.isFinite, top > 0 { return AxisTicks.values(upTo: top).filter { $0 <= top } }
  let largest = values.compactMap(\.self).filter(\.isFinite).max() ?? 0
  return AxisTicks.values(upTo: max(largest, mark?.value ?? 0))
}

/// How the values of one axis are written.
struct AxisText {
  let unit: String
  let voice: Voice

  /// With the unit, three significant digits; a share with one decimal, and never rounded to all.
  func full(_ value: Double?) -> String {
    guard let value, value.isFinite else { return NumberStyle.none }
    return voice.numbers.join(bare(value), unit)
  }

  func bare(_ value: Double?) -> String {
    guard let value, value.isFinite else { return NumberStyle.none }
    guard unit == "%" else {
      return trimmed(voice.numbers.significant(abs(value) >= 100 ? value.rounded() : value))
    }
    let text = voice.numbers.fixed(value, decimals: 1)
    let looksTotal = value < 100 && text == voice.numbers.fixed(100, decimals: 1)
    return looksTotal ? ">" + voice.numbers.fixed(99.9, decimals: 1) : text
  }

  /// Without noughts at the end of a fraction.
  private func trimmed(_ figure: String) -> String {
    let point: Character = voice.language == .de ? "," : "."
    guard figure.contains(point) else { return figure }
    let digits = figure.reversed().drop { $0 == "0" }
    return String((digits.first == point ? digits.dropFirst() : digits).reversed())
  }

  /// As it stands at a tick.
  func tick(_ value: Double) -> String {
    let figure = trimmed(voice.numbers.significant(value))
    return unit == "%" ? voice.numbers.join(figure, unit) : figure
  }

  /// A title with its unit behind it, but for shares, whose every figure carries it.
  func title(_ title: String) -> String {
    unit.isEmpty || unit == "%" || title.isEmpty ? title : "\(title) (\(unit))"
  }
}
