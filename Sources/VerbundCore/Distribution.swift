/// A law of positive durations or amounts, scaled to mean 1 and sampled by inversion.
///
/// Inversion takes one uniform per sample and is monotone, so common random numbers stay coupled.
public enum Distribution: String, Sendable, BitwiseCopyable, Hashable, CaseIterable, Codable {
  case exponential
  case deterministic
  /// Uniform on [0, 2].
  case uniform

  /// The value at the uniform number `u` in (0, 1); the mean is 1.
  @inlinable @inline(__always)
  public func quantile(_ u: Double) -> Double {
    switch self {
    case .exponential: -Elementary.log(u)
    case .deterministic: 1
    case .uniform: 2 * u
    }
  }
}

/// Number of trials up to and including the first success, mean `mean` (at least 1), by inversion.
///
/// The result is at most `limit`.
@inlinable
public func geometricCount(mean: Double, _ u: Double, limit: Int) -> Int {
  guard mean > 1 else { return 1 }
  let count = Elementary.log(u) / Elementary.log(1 - 1 / mean)
  return count >= Double(limit - 1) ? limit : 1 + Int(count)
}

/// A figure known only as a band. Half of the nights lie below `middle`, half above.
///
/// The quantile function is the straight line through (0, low), (1/2, middle), (1, high): the least
/// that the three figures say, and `middle` is the median.
public struct Band: Sendable, Hashable, Codable {
  public var low: Double
  public var middle: Double
  public var high: Double

  public init(low: Double, middle: Double, high: Double) {
    self.low = low
    self.middle = middle
    self.high = high
  }

  /// A known figure.
  public init(_ value: Double) { self.init(low: value, middle: value, high: value) }

  /// The value below which the share `u` of the nights lies; `u` from 0 to 1.
  public func quantile(_ u: Double) -> Double {
    u < 0.5
      ? low + (middle - low) * (2 * u)
      : middle + (high - middle) * (2 * u - 1)
  }
}
