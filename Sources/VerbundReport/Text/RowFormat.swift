import VerbundMeasure

/// How all figures of one row are written: the same unit and decimals, so that they align.
struct RowFormat: Sendable {
  let voice: Voice
  let unit: UnitText
  /// 1e-6 where the row is written in millions.
  let scale: Double
  let decimals: Int

  /// As many decimals as three digits of the largest value need, and more where intervals are
  /// finer. Shares have one; one that would round to all or nothing is written so that it
  /// does not look it (`>99,99`, `<0,1`). The exact figure stands in the run's metrics file.
  init(_ values: [MetricValue], _ voice: Voice) {
    self.voice = voice
    unit = UnitText(values.first?.unit ?? "", voice)
    let means = values.compactMap(\.mean).map { [unit] in abs($0 * unit.factor) }
    let largest = means.max() ?? 0
    scale = largest >= 1e6 && unit.name != "%" ? 1e-6 : 1
    // Only values near the largest ask for finer decimals: a row is read by its large figures.
    let near = values.filter { [unit] in abs(($0.mean ?? 0) * unit.factor) >= largest / 10 }
    let halves = near.compactMap(\.half).map { [unit, scale] in $0 * unit.factor * scale }
    decimals = Self.decimals(
      means: means.map { [scale] in $0 * scale }, halves: halves, isShare: unit.name == "%")
  }

  private static func decimals(means: [Double], halves: [Double], isShare: Bool) -> Int {
    let largest = means.max() ?? 0
    let isWhole = means.allSatisfy { $0 == $0.rounded() } && halves.allSatisfy { $0 == 0 }
    if isWhole && !isShare { return 0 }
    let first = isShare ? 1 : min(max(2 - decade(of: largest), 0), 4)
    let most = isShare ? first : first + 2
    var decimals = first
    let finest = halves.filter { $0 > 0 }.min() ?? .infinity
    while decimals < most, finest < 0.95 / powerOfTen(decimals) { decimals += 1 }
    return decimals
  }

  /// The unit's name, with the word for millions where the row is written so.
  var unitName: String {
    guard scale != 1 else { return unit.name }
    let million = voice.say("Mio.", "million")
    return unit.name.isEmpty ? million : million + "\u{A0}" + unit.name
  }

  /// A value without its unit; a positive one that would round to nothing as `<0,1`.
  func bare(_ value: Double?) -> String {
    guard let value, value.isFinite else { return NumberStyle.none }
    let shown = value * unit.factor * scale
    if unit.name == "%", let text = nearlyAll(shown) { return text }
    let step = 1 / powerOfTen(decimals)
    if shown > 0, shown < step / 2 { return "<" + voice.numbers.fixed(step, decimals: decimals) }
    return voice.numbers.fixed(shown, decimals: decimals)
  }

  /// A share at or so near 100 % that its row's decimals would round it up.
  private func nearlyAll(_ shown: Double) -> String? {
    if shown == 100 { return voice.numbers.fixed(100, decimals: 0) }
    func looksTotal(_ decimals: Int) -> Bool {
      shown < 100 && (shown * powerOfTen(decimals)).rounded() >= 100 * powerOfTen(decimals)
    }
    guard looksTotal(decimals) else { return nil }
    return looksTotal(2)
      ? ">" + voice.numbers.fixed(99.99, decimals: 2) : voice.numbers.fixed(shown, decimals: 2)
  }

  /// A value with its unit.
  func full(_ value: Double?) -> String {
    guard let value, value.isFinite else { return NumberStyle.none }
    return voice.numbers.join(bare(value), unitName)
  }

  /// `98,7 bis 99,4` without the unit; nil with fewer than two nights.
  func interval(_ value: MetricValue) -> String? {
    guard let low = value.low, let high = value.high else { return nil }
    return bare(low) + voice.say("\u{A0}bis\u{A0}", "\u{A0}to\u{A0}") + bare(high)
  }

  /// `99,1 ± 0,3` without the unit.
  func plusMinus(_ value: MetricValue) -> String {
    guard value.mean != nil, let half = value.half else { return bare(value.mean) }
    if value.mean == 0, half == 0 { return "0" }
    return bare(value.mean) + " ± " + bare(half)
  }

  /// A difference with its sign and unit.
  func difference(_ value: Double?) -> String? {
    guard let value, value.isFinite else { return nil }
    let text = voice.numbers.fixed(value * unit.factor * scale, decimals: decimals)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    let signed = value > 0 && !isZero ? "+" + text : text
    let unitText = scale == 1 ? unit.ofDifference(voice) : unitName
    return unitText.isEmpty ? signed : signed + "\u{A0}" + unitText
  }
}

extension MetricValue {
  /// Half of the 95 % interval: the longer side, since shares are cut at 0 and 1.
  var half: Double? {
    guard let mean, let low, let high else { return nil }
    return max(mean - low, high - mean)
  }
}
