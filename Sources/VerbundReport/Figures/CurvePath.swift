/// Values on a grid of time as SVG path data in whole units, relative from point to point: short,
/// and the same bytes everywhere.
struct CurvePath {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// The value at the top; 0 is at the bottom.
  let full: Double
  let steps: Int

  /// Points of a curve at most; more steps are drawn as means over several.
  static let finest = 150

  private var bucket: Int { max(1, (steps + Self.finest - 1) / Self.finest) }

  /// Breaks where a value is missing.
  func line(_ values: [Double?]) -> String {
    runs(values.map { $0.map { [$0] } }).map { run in
      let points = run.map { point($0.position, $0.values[0]) }
      // A lone point would be invisible without a stroke of its own.
      return Self.path(points.count == 1 ? points + points : points)
    }.joined()
  }

  /// Closed shapes between two lines.
  func band(_ low: [Double?], _ high: [Double?]) -> String {
    let pairs = zip(low, high).map { low, high in low.flatMap { low in high.map { [low, $0] } } }
    return runs(pairs).map { run in
      let upper = run.map { point($0.position, $0.values[1]) }
      let lower = run.reversed().map { point($0.position, $0.values[0]) }
      return Self.path(upper + lower) + "z"
    }.joined()
  }

  func y(_ value: Double) -> Double {
    guard value.isFinite, full > 0 else { return bottom }
    return bottom - min(max(value / full, 0), 1) * (bottom - top)
  }

  private typealias Sample = (position: Double, values: [Double])
  private typealias Point = (x: Int, y: Int)

  /// Runs without gaps, each sample at the middle of its bucket.
  private func runs(_ values: [[Double]?]) -> [[Sample]] {
    var runs: [[Sample]] = []
    var run: [Sample] = []
    for first in stride(from: 0, to: min(values.count, steps), by: bucket) {
      let last = min(first + bucket, values.count, steps)
      let present = values[first..<last].compactMap(\.self).filter { $0.allSatisfy(\.isFinite) }
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

  private func point(_ position: Double, _ value: Double) -> Point {
    let x = left + position / Double(max(steps, 1)) * (right - left)
    return (wholeUnits(x), wholeUnits(y(value)))
  }

  /// `M` with the first point, then one `l` with the differences; points on a level line are left
  /// out but for its ends.
  private static func path(_ points: [Point]) -> String {
    guard var last = points.first else { return "" }
    var text = "M\(last.x) \(last.y)l"
    for (index, point) in points.enumerated().dropFirst() {
      let next = index + 1 < points.count ? points[index + 1] : nil
      if let next, point.y == last.y, next.y == last.y { continue }
      let (dx, dy) = (point.x - last.x, point.y - last.y)
      if !text.hasSuffix("l"), dx >= 0 { text += " " }
      text += dy < 0 ? "\(dx)\(dy)" : "\(dx) \(dy)"
      last = point
    }
    return text
  }
}

/// A coordinate in whole units of a drawing; nothing that is not finite gets in.
func wholeUnits(_ value: Double) -> Int {
  value.isFinite ? Int(min(max(value, -1e6), 1e6).rounded()) : 0
}
