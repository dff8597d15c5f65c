/// The value that a standard normal variable exceeds with probability `u`, for `u` in (0, 1).
///
/// Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied
/// Statistics 37, 1988, routine PPND16: about 1e-16 relative. With + - * /, `sqrt` and our own
/// logarithm only: the same bits on every CPU.
public func normalQuantile(above u: Double) -> Double {
  let q = 0.5 - u
  if abs(q) <= 0.425 { return q * nearTheMedian(0.180_625 - q * q) }
  let r = (-Elementary.log(q < 0 ? 1 - u : u)).squareRoot()
  let z = r <= 5 ? inTheTail(r - 1.6) : farOut(r - 5)
  return q < 0 ? -z : z
}

private func nearTheMedian(_ r: Double) -> Double {
  polynomial(
    r, 3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
    1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
    3.3430575583588128105e+4, 2.5090809287301226727e+3)
    / polynomial(
      r, 1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
      2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
      5.2264952788528545610e+3)
}

/// Down to probabilities of e^-25.
private func inTheTail(_ r: Double) -> Double {
  polynomial(
    r, 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4)
    / polynomial(
      r, 1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9)
}

private func farOut(_ r: Double) -> Double {
  polynomial(
    r, 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7)
    / polynomial(
      r, 1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15)
}

/// c0 + c1 x + … + c7 x^7 by Horner's rule.
@inline(__always)
private func polynomial(
  _ x: Double, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double,
  _ c6: Double, _ c7: Double
) -> Double {
  let upper = c4 + x * (c5 + x * (c6 + x * c7))
  return c0 + x * (c1 + x * (c2 + x * (c3 + x * upper)))
}
