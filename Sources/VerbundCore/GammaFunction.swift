/// Natural logarithm of the gamma function, for x from 1e-300 to 1e15; absolute error below 2e-14
/// up to x = 12, relative error below 1e-15 beyond.
///
/// Stirling's series; smaller arguments are first raised by x gamma(x) = gamma(x + 1).
/// Abramowitz and Stegun, "Handbook of mathematical functions", 6.1.15 and 6.1.41.
public func logGamma(_ x: Double) -> Double {
  let (raised, product) = raisedForStirling(x)
  let stirling =
    (raised - 0.5) * Elementary.log(raised) - raised + halfLogOfTwoPi + stirlingTail(raised)
  return product == 1 ? stirling : stirling - Elementary.log(product)
}

let halfLogOfTwoPi = 0.918_938_533_204_672_74

/// x + n, at least 12, and x (x + 1) … (x + n - 1).
private func raisedForStirling(_ x: Double) -> (raised: Double, product: Double) {
  var raised = x
  var product = 1.0
  while raised < 12 {
    product *= raised
    raised += 1
  }
  return (raised, product)
}

/// What Stirling's formula lacks: ln gamma(x) - (x - 1/2) ln x + x - ln(2 pi) / 2, for x >= 12.
private func stirlingTail(_ x: Double) -> Double {
  let w = 1 / (x * x)
  let series =
    1.0 / 12 - w
    * (1.0 / 360 - w
      * (1.0 / 1_260 - w
        * (1.0 / 1_680 - w
          * (1.0 / 1_188 - w * (691.0 / 360_360 - w * (1.0 / 156))))))
  return series / x
}

/// x ln x - x - ln gamma(x) without the cancellation, for positive x.
func logOfStirlingRatio(_ x: Double) -> Double {
  guard x < 12 else { return 0.5 * Elementary.log(x) - halfLogOfTwoPi - stirlingTail(x) }
  return x * Elementary.log(x) - x - logGamma(x)
}
