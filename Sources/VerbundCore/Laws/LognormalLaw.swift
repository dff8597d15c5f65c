/// The lognormal law of mean 1: exp(sigma z - sigma^2 / 2) with a standard normal z.
struct LognormalLaw {
  /// Standard deviation of the logarithm.
  var sigma: Double
  var shift: Double

  /// sigma^2 = ln(1 + cv^2).
  init(cv: Double) {
    let variance = Elementary.log(1 + cv * cv)
    sigma = variance.squareRoot()
    shift = variance / 2
  }

  /// The value that a draw exceeds with probability `u`.
  func quantile(above u: Double) -> Double {
    Elementary.exp(sigma * normalQuantile(above: u) - shift)
  }
}

extension LognormalLaw {
  var constants: Distribution.Constants { Distribution.Constants(sigma, shift) }

  init(_ constants: Distribution.Constants) {
    sigma = constants.a
    shift = constants.b
  }
}
