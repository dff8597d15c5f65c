/// A place on the earth, in degrees.
public struct Location: Sendable, Hashable, Codable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Great-circle distance in whole kilometres (sphere of 6,371 km).
  ///
  /// By the chord between unit vectors. Sine and arc sine are power series in + - * / and `sqrt`,
  /// so that the kilometre is the same on every CPU.
  public func kilometres(to other: Location) -> Int {
    let a = unitVector
    let b = other.unitVector
    let d = (a.0 - b.0, a.1 - b.1, a.2 - b.2)
    let half = min(1, (d.0 * d.0 + d.1 * d.1 + d.2 * d.2).squareRoot() / 2)
    return Int((2 * 6_371 * arcSine(half)).rounded())
  }

  private var unitVector: (Double, Double, Double) {
    let lat = latitude * .pi / 180
    let lon = longitude * .pi / 180
    let c = sine(.pi / 2 - lat)
    return (c * sine(.pi / 2 - lon), c * sine(lon), sine(lat))
  }
}

/// Power series, for |x| up to 3 pi / 2.
private func sine(_ x: Double) -> Double {
  var term = x
  var sum = x
  for k in 1..<20 {
    term *= -x * x / Double(2 * k * (2 * k + 1))
    sum += term
  }
  return sum
}

/// arcsin x = 2 arcsin(x / sqrt(2 (1 + sqrt(1 - x^2)))) until the argument is small, then the
/// series.
private func arcSine(_ x: Double) -> Double {
  if x > 0.3 { return 2 * arcSine(x / (2 * (1 + (1 - x * x).squareRoot())).squareRoot()) }
  var term = x
  var sum = x
  for k in 1..<20 {
    term *= x * x * Double((2 * k - 1) * (2 * k - 1)) / Double(2 * k * (2 * k + 1))
    sum += term
  }
  return sum
}
