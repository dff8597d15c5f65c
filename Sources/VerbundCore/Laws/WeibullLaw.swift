/// The Weibull law of mean 1: P(X > x) = exp(-(x / scale)^shape).
struct WeibullLaw {
  /// 1 / shape.
  var power: Double
  var logScale: Double

  /// The scale is 1 / gamma(1 + 1 / shape).
  init(shape: Double) {
    power = 1 / shape
    logScale = -logGamma(1 + power)
  }

  /// The value that a draw exceeds with probability `u`: scale (-ln u)^(1 / shape).
  func quantile(above u: Double) -> Double {
    Elementary.exp(Elementary.log(-Elementary.log(u)) * power + logScale)
  }

  /// The root of 1 + cv^2 = gamma(1 + 2 / k) / gamma(1 + 1 / k)^2 by bisection: the right side
  /// falls with k.
  static func shape(cv: Double) -> Double {
    precondition(Distribution.cvs.contains(cv), "no coefficient of variation of a Weibull law")
    let wanted = Elementary.log(1 + cv * cv)
    var low = Distribution.weibullShapes.lowerBound
    var high = Distribution.weibullShapes.upperBound
    for _ in 0..<64 {
      let middle = (low + high) / 2
      if logGamma(1 + 2 / middle) - 2 * logGamma(1 + 1 / middle) > wanted {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }
}

extension WeibullLaw {
  var constants: Distribution.Constants { Distribution.Constants(power, logScale) }

  init(_ constants: Distribution.Constants) {
    power = constants.a
    logScale = constants.b
  }
}
