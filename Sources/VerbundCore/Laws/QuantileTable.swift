/// Points of a quantile function that is straight between them, scaled to mean 1: the empirical
/// law.
@usableFromInline
struct QuantileTable: Sendable, BitwiseCopyable, Hashable {
  /// From 0 up to 1, then ones.
  @usableFromInline var shares: SIMD16<Double>
  @usableFromInline var values: SIMD16<Double>
  /// Number of the last segment.
  @usableFromInline var last: Int

  /// No points: what a law of another family holds.
  @inlinable
  init() {
    shares = SIMD16(repeating: 1)
    values = SIMD16(repeating: 0)
    last = 0
  }

  /// Nil for points that `Distribution.empirical` does not take.
  init?(_ points: [(share: Double, value: Double)]) {
    guard Distribution.pointCounts.contains(points.count), points[0].share == 0,
      points[0].value >= 0, points[points.count - 1].share == 1
    else { return nil }
    var mean = 0.0
    for (a, b) in zip(points, points.dropFirst()) {
      guard a.share < b.share, a.value <= b.value else { return nil }
      mean += (b.share - a.share) * (a.value + b.value) / 2
    }
    guard mean > 0, mean.isFinite else { return nil }
    self.init()
    last = points.count - 2
    for (index, point) in points.enumerated() {
      shares[index] = point.share
      values[index] = point.value / mean
    }
  }

  /// The value that a draw exceeds with probability `u`.
  @inlinable @inline(__always)
  func quantile(above u: Double) -> Double {
    let share = 1 - u
    var index = 0
    while index < last, shares[index + 1] <= share { index += 1 }
    let low = values[index]
    let width = shares[index + 1] - shares[index]
    return low + (values[index + 1] - low) * ((share - shares[index]) / width)
  }
}
