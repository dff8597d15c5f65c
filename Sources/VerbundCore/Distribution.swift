/// A law of positive durations or amounts, scaled to mean 1 and sampled by inversion.
///
/// Inversion takes one uniform per sample and is monotone, so common random numbers stay coupled:
/// across laws too, since in all but `uniform` a small `u` gives a large value. A flat struct, not
/// an enum with payloads: to read one law must not cost a copy of the largest.
public struct Distribution: Sendable, BitwiseCopyable, Hashable {
  /// The families of laws, by the names that scenario files use.
  public enum Family: String, Sendable, BitwiseCopyable, Hashable, CaseIterable {
    case exponential, deterministic, uniform, lognormal, gamma, weibull, pareto, empirical
  }

  /// What a family's formula needs, worked out once: the stored properties of its law.
  @usableFromInline
  struct Constants: Sendable, BitwiseCopyable, Hashable {
    @usableFromInline var a: Double
    @usableFromInline var b: Double
    @usableFromInline var c: Double

    @inlinable
    init(_ a: Double = 0, _ b: Double = 0, _ c: Double = 0) {
      self.a = a
      self.b = b
      self.c = c
    }
  }

  public let family: Family
  @usableFromInline let constants: Constants
  /// Of an empirical law.
  @usableFromInline let table: QuantileTable

  @inlinable
  init(
    _ family: Family, _ constants: Constants = Constants(), _ table: QuantileTable = QuantileTable()
  ) {
    self.family = family
    self.constants = constants
    self.table = table
  }

  /// The value at the uniform number `u` in (0, 1); the mean is 1.
  @inlinable @inline(__always)
  public func quantile(_ u: Double) -> Double {
    switch family {
    case .exponential: -Elementary.log(u)
    case .deterministic: 1
    case .uniform: 2 * u
    case .lognormal, .gamma, .weibull, .pareto: Self.quantile(family, constants, above: u)
    case .empirical: table.quantile(above: u)
    }
  }

  /// The families that are worth a call.
  @usableFromInline @inline(never)
  static func quantile(_ family: Family, _ constants: Constants, above u: Double) -> Double {
    switch family {
    case .lognormal: LognormalLaw(constants).quantile(above: u)
    case .gamma: GammaLaw(constants).quantile(above: u)
    case .weibull: WeibullLaw(constants).quantile(above: u)
    default: ParetoLaw(constants).quantile(above: u)
    }
  }
}

// MARK: The laws

extension Distribution {
  /// Coefficient of variation 1, no memory.
  @inlinable public static var exponential: Distribution { Distribution(.exponential) }
  /// Always the mean.
  @inlinable public static var deterministic: Distribution { Distribution(.deterministic) }
  /// Uniform on [0, 2].
  @inlinable public static var uniform: Distribution { Distribution(.uniform) }

  /// Coefficients of variation by which a law may be stated.
  public static let cvs = 0.02...10.0
  /// Shapes of a gamma law: coefficients of variation from 10 down to 0.02.
  public static let gammaShapes = 0.01...2_500.0
  /// Shapes of a Weibull law: coefficients of variation from 15.8 down to 0.013.
  public static let weibullShapes = 0.2...100.0
  /// Tail indices of a Pareto law. Below 1 there is no mean; near 1 a draw of 52 bits misses a good
  /// part of it, 3 % at 1.1.
  public static let paretoTails = 1.1...100.0
  /// How many points an empirical law may have: they lie inline, so that a row with a law stays
  /// plain memory.
  public static let pointCounts = 2...16

  /// Lognormal by its coefficient of variation, within `cvs`.
  public static func lognormal(cv: Double) -> Distribution {
    precondition(cvs.contains(cv), "no coefficient of variation of a lognormal law")
    return Distribution(.lognormal, LognormalLaw(cv: cv).constants)
  }

  /// Gamma by its shape, within `gammaShapes`; a whole shape k is Erlang's law of k stages.
  public static func gamma(shape: Double) -> Distribution {
    precondition(gammaShapes.contains(shape), "no shape of a gamma law")
    return Distribution(.gamma, GammaLaw(shape: shape).constants)
  }

  /// Gamma by its coefficient of variation, within `cvs`: shape = 1 / cv^2.
  public static func gamma(cv: Double) -> Distribution {
    gamma(shape: min(max(1 / (cv * cv), gammaShapes.lowerBound), gammaShapes.upperBound))
  }

  /// Weibull by its shape, within `weibullShapes`; shape 1 is exponential.
  public static func weibull(shape: Double) -> Distribution {
    precondition(weibullShapes.contains(shape), "no shape of a Weibull law")
    return Distribution(.weibull, WeibullLaw(shape: shape).constants)
  }

  /// Weibull by its coefficient of variation, within `cvs`.
  public static func weibull(cv: Double) -> Distribution {
    weibull(shape: WeibullLaw.shape(cv: cv))
  }

  /// Pareto (type I) by its tail index, within `paretoTails`.
  public static func pareto(tail: Double) -> Distribution {
    precondition(paretoTails.contains(tail), "no tail index of a Pareto law")
    return Distribution(.pareto, ParetoLaw(tail: tail).constants)
  }

  /// Read off measurements: straight between points of the quantile function, scaled to mean 1.
  ///
  /// Nil unless shares rise from 0 to 1, values neither fall nor are negative, one of them is
  /// positive, and there are as many points as `pointCounts` says.
  public static func empirical(_ points: [(share: Double, value: Double)]) -> Distribution? {
    guard let table = QuantileTable(points) else { return nil }
    return Distribution(.empirical, Constants(), table)
  }
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
