import Foundation

/// The pairs of one case, and what is said of them: medians, and the quartiles of the ratio.
struct CaseResult {
  /// The JSON form.
  struct Row: Encodable {
    var name: String
    /// Baseline time over ours.
    var ratio: Double
    /// Upper minus lower quartile of the ratio.
    var spread: Double
    var ours: Double
    var baseline: Double
    var unit: String
  }

  let name: String
  let unit: String
  private var ours: [Double] = []
  private var baseline: [Double] = []

  init(name: String, unit: String) {
    self.name = name
    self.unit = unit
  }

  mutating func add(ours: Double, baseline: Double) {
    self.ours.append(ours)
    self.baseline.append(baseline)
  }

  var row: Row {
    let ratios = zip(baseline, ours).map { $0 / $1 }
    return Row(
      name: name, ratio: quantile(ratios, 0.5),
      spread: quantile(ratios, 0.75) - quantile(ratios, 0.25), ours: quantile(ours, 0.5),
      baseline: quantile(baseline, 0.5), unit: "ns per \(unit)")
  }

  var line: String {
    let row = row
    func cell(_ value: Double, _ digits: Int, _ width: Int) -> String {
      let text = String(format: "%.\(digits)f", value)
      return String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return name.padding(toLength: 16, withPad: " ", startingAt: 0) + cell(row.ratio, 2, 7)
      + cell(row.spread, 2, 9) + cell(row.ours, 1, 13) + cell(row.baseline, 1, 11)
      + "  per \(unit)"
  }

  /// Linear between the order statistics.
  private func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
