/// The gamma law of mean 1.
struct GammaLaw {
  var shape: Double
  /// ln x f(x) at the mean.
  var logPeak: Double
  /// ln gamma(shape + 1).
  var logFactorial: Double

  init(shape: Double) {
    self.shape = shape
    logPeak = logOfStirlingRatio(shape)
    logFactorial = logGamma(shape + 1)
  }

  /// The value that a draw exceeds with probability `u`, to 1e-10 relative; 0 where it would be
  /// below 1e-302.
  ///
  /// A start in closed form, then steps of fourth order until one is below 0.003: what it leaves
  /// goes with its fourth power. One or two steps do.
  func quantile(above u: Double) -> Double {
    let start = start(u)
    var y = start.y
    guard !start.isExact else { return y }
    for _ in 0..<8 {
      let step = step(y, u)
      y *= Elementary.exp(-step)
      if abs(step) < 3e-3 { break }
    }
    return y
  }
}

extension GammaLaw {
  var constants: Distribution.Constants {
    Distribution.Constants(shape, logPeak, logFactorial)
  }

  init(_ constants: Distribution.Constants) {
    shape = constants.a
    logPeak = constants.b
    logFactorial = constants.c
  }
}

// MARK: The start

extension GammaLaw {
  /// Where the steps begin, in units of the mean.
  private func start(_ u: Double) -> (y: Double, isExact: Bool) {
    if shape >= 1 {
      let y = wilsonHilferty(u)
      if y > 0.05 { return (y, false) }
    }
    // P(x) = x^a / gamma(a + 1) (1 - a x / (a + 1) + …): the first two terms of its inverse.
    let power = (Elementary.log(1 - u) + logFactorial) / shape
    let r = power < -700 ? 0 : Elementary.exp(min(power, 5))
    let small = r * (1 + r / (shape + 1)) / shape
    if r < 1e-6 { return (small, true) }
    if shape >= 1 || r < 0.2 * (1 + shape) { return (small, false) }
    if u < 0.5 * shape { return (upperStart(u), false) }
    let y = wilsonHilferty(u)
    return (y > 0.001 ? y : r / shape, false)
  }

  /// The cube root is nearly normal. Wilson and Hilferty, "The distribution of chi-square",
  /// Proceedings of the National Academy of Sciences 17, 1931.
  private func wilsonHilferty(_ u: Double) -> Double {
    let k = 1 / (9 * shape)
    let root = 1 - k + normalQuantile(above: u) * k.squareRoot()
    return root * root * root
  }

  /// For shapes below 1: Q(x) is about x^(a - 1) e^-x / gamma(a).
  private func upperStart(_ u: Double) -> Double {
    let e = Elementary.log(shape) - logFactorial - Elementary.log(u)
    return (e > 2 ? e + (shape - 1) * Elementary.log(e) : max(e, 0.1)) / shape
  }
}

// MARK: The steps

extension GammaLaw {
  /// What to take from ln y: a step of Householder's third method on the logarithm of the nearer
  /// tail, which is nearly straight in ln y.
  private func step(_ y: Double, _ u: Double) -> Double {
    let x = shape * y
    let (miss, slope) = miss(x, logDensity: shape * (Elementary.log(y) - y + 1) + logPeak, u)
    // With D = x f(x): D' = D (a - x), so all derivatives follow from the slope.
    let newton = miss / slope
    let second = shape - x - slope
    let third = second * second - x - slope * second
    return newton * (1 - 0.5 * newton * second)
      / (1 - newton * second + newton * newton * third * (1.0 / 6))
  }

  /// How far the logarithm of the tail is off, and its derivative by ln x.
  private func miss(
    _ x: Double, logDensity: Double, _ u: Double
  ) -> (miss: Double, slope: Double) {
    if u > 0.5 {
      let ratio = IncompleteGamma.lowerOverDensity(shape, x)
      return (logDensity + Elementary.log(ratio) - Elementary.log(1 - u), 1 / ratio)
    }
    // One minus the series is cheaper than the fraction, and good until it cancels.
    let isFar = x > shape + 1
    if u > 1e-4 || !isFar {
      let density = Elementary.exp(logDensity)
      let tail = 1 - density * IncompleteGamma.lowerOverDensity(shape, x)
      if tail > 1e-5 || !isFar { return (Elementary.log(tail / u), -density / tail) }
    }
    let ratio = IncompleteGamma.upperOverDensity(shape, x)
    return (logDensity + Elementary.log(ratio) - Elementary.log(u), -1 / ratio)
  }
}
