/// Values on a grid of time as SVG path data.
struct ChartPath {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// The value at the top; 0 is at the bottom.
  let full: Double
  let steps: Int

  /// More steps than this are drawn as means over several.
  static let finest = 900

  private var bucket: Int { (steps + Self.finest - 1) / Self.finest }

  /// Breaks where a value is missing.
  func line(_ values: [Double?]) -> String {
    runs(values.map { $0.map { [$0] } }).map { run in
      let points = run.map { point($0.position, $0.values[0]) }
      // A lone point would be invisible without a stroke of its own.
      return "M" + (points.count == 1 ? points + points : points).joined(separator: "L")
    }.joined()
  }

  /// Closed shapes between two lines.
  func band(_ low: [Double?], _ high: [Double?]) -> String {
    let pairs = zip(low, high).map { low, high in low.flatMap { low in high.map { [low, $0] } } }
    return runs(pairs).map { run in
      let upper = run.map { point($0.position, $0.values[1]) }
      let lower = run.reversed().map { point($0.position, $0.values[0]) }
      return "M" + (upper + lower).joined(separator: "L") + "Z"
    }.joined()
  }

  func y(_ value: Double) -> Double {
    guard value.isFinite, full > 0 else { return bottom }
    return bottom - min(max(value / full, 0), 1) * (bottom - top)
  }

  private typealias Sample = (position: Double, values: [Double])

  /// Runs without gaps, each sample at the middle of its bucket.
  private func runs(_ values: [[Double]?]) -> [[Sample]] {
    var runs: [[Sample]] = []
    var run: [Sample] = []
    for first in stride(from: 0, to: min(values.count, steps), by: max(bucket, 1)) {
      let last = min(first + max(bucket, 1), values.count, steps)
      let present = values[first..<last].compactMap(\.self)
      if let size = present.first?.count {
        let means = (0..<size).map { column in
          present.reduce(0) { $0 + $1[column] } / Double(present.count)
        }
        run.append((Double(first + last) / 2, means))
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    return run.isEmpty ? runs : runs + [run]
  }

  private func point(_ position: Double, _ value: Double) -> String {
    let x = left + position / Double(max(steps, 1)) * (right - left)
    return coordinate(x) + " " + coordinate(y(value))
  }
}

/// A coordinate with one decimal, by integers: the same bytes everywhere.
func coordinate(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e9 else { return "0" }
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let rest = tenths.magnitude % 10
  return sign + String(tenths.magnitude / 10) + (rest == 0 ? "" : ".\(rest)")
}
