/// The two expansions of the incomplete gamma functions, both over x f(x), where f is the density
/// of the gamma law of shape `a` and scale 1: so they need neither exponential nor logarithm.
///
/// Abramowitz and Stegun, "Handbook of mathematical functions", 6.5.29 and 6.5.31.
enum IncompleteGamma {
  /// P(a, x) / (x f(x)): the series, for any x; short while x is not far above `a`.
  static func lowerOverDensity(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = a
    repeat {
      divisor += 1
      term *= x / divisor
      sum += term
    } while term > sum * 1e-15
    return sum / a
  }

  /// Q(a, x) / (x f(x)): Legendre's continued fraction summed as a series, for x above a + 1.
  ///
  /// Gautschi, "A computational procedure for incomplete gamma functions", ACM TOMS 5, 1979.
  static func upperOverDensity(_ a: Double, _ x: Double) -> Double {
    let first = x + 1 - a
    var p = 0.0
    var q = (x - 1 - a) * first
    var r = 4 * first
    var s = 1 - a
    var rho = 0.0
    var term = 1.0
    var sum = 1.0
    repeat {
      p += s
      q += r
      r += 8
      s += 2
      let tau = p * (1 + rho)
      rho = tau / (q - tau)
      term *= rho
      sum += term
    } while abs(term) > sum * 1e-15
    return sum / first
  }
}
