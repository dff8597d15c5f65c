/// A mean with its 95 % interval (Student's t): + - * / and `sqrt` only, the same bits everywhere.
public struct Interval: Sendable, Hashable, Codable {
  /// Nil without values.
  public var mean: Double?
  /// Nil with fewer than two values.
  public var low: Double?
  public var high: Double?
  /// Number of values.
  public var n: Int

  public init(mean: Double?, low: Double?, high: Double?, n: Int) {
    self.mean = mean
    self.low = low
    self.high = high
    self.n = n
  }

  /// The mean of independent values. `bounds` cut the interval where the quantity has an end, such
  /// as [0, 1] for shares; values that are not finite are left out.
  /// - Complexity: O(n).
  public static func mean(
    of values: some Sequence<Double>, within bounds: ClosedRange<Double>? = nil
  ) -> Interval {
    let sample = Sample(values)
    guard sample.n > 1 else { return Interval(mean: sample.mean, low: nil, high: nil, n: sample.n) }
    let half = StudentT.quantile(degrees: Double(sample.n - 1)) * sample.squaredError.squareRoot()
    return around(sample.mean, half, n: sample.n, within: bounds)
  }

  /// The difference of two means of unrelated samples (Welch, 1947), with its degrees of freedom
  /// (Satterthwaite), which are nil where there is no interval. `n` is the smaller sample.
  public static func welch(
    of a: some Sequence<Double>, from b: some Sequence<Double>,
    within bounds: ClosedRange<Double>? = nil
  ) -> (interval: Interval, degrees: Double?) {
    let x = Sample(a)
    let y = Sample(b)
    let n = Swift.min(x.n, y.n)
    guard let p = x.mean, let q = y.mean else {
      return (Interval(mean: nil, low: nil, high: nil, n: 0), nil)
    }
    guard n > 1 else { return (Interval(mean: p - q, low: nil, high: nil, n: n), nil) }
    let error = x.squaredError + y.squaredError
    // Without any spread the interval is a point at any number of degrees.
    let weights =
      x.squaredError * x.squaredError / Double(x.n - 1)
      + y.squaredError * y.squaredError / Double(y.n - 1)
    let degrees = weights > 0 ? error * error / weights : Double(n - 1)
    let half = StudentT.quantile(degrees: degrees) * error.squareRoot()
    return (around(p - q, half, n: n, within: bounds), degrees)
  }

  private static func around(
    _ mean: Double?, _ half: Double, n: Int, within bounds: ClosedRange<Double>?
  ) -> Interval {
    guard let mean, half.isFinite else { return Interval(mean: mean, low: nil, high: nil, n: n) }
    guard let bounds else { return Interval(mean: mean, low: mean - half, high: mean + half, n: n) }
    return Interval(
      mean: mean, low: Swift.max(bounds.lowerBound, mean - half),
      high: Swift.min(bounds.upperBound, mean + half), n: n)
  }
}

/// Count, mean and squared standard error of the mean.
private struct Sample {
  let n: Int
  let mean: Double?
  let squaredError: Double

  init(_ values: some Sequence<Double>) {
    let kept = values.filter(\.isFinite)
    n = kept.count
    guard let first = kept.first else {
      (mean, squaredError) = (nil, 0)
      return
    }
    // Counted from the first value: equal values have exactly themselves as mean, and no spread.
    let average = first + kept.reduce(0) { $0 + ($1 - first) } / Double(n)
    let squares = kept.reduce(0) { $0 + ($1 - average) * ($1 - average) }
    mean = average
    squaredError = n > 1 ? squares / Double(n - 1) / Double(n) : 0
  }
}
