/// The quantile of Student's t distribution for two-sided 95 % intervals.
enum StudentT {
  /// 0.975 quantiles for 1 to 30 degrees of freedom.
  private static let small = [
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281,
    2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860,
    2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
  ]
  /// Beyond, as (1 / degrees of freedom, quantile) in falling order of the first.
  private static let points =
    small.enumerated().map { (1 / Double($0 + 1), $1) }
    + [(1.0 / 40, 2.0211), (1.0 / 60, 2.0003), (1.0 / 120, 1.9799), (0, 1.9600)]

  /// The 0.975 quantile at any number of degrees of freedom from 1, linear in its inverse between
  /// the points of the table. Below 1 it is that of 1.
  static func quantile(degrees: Double) -> Double {
    guard degrees > 1 else { return small[0] }
    let x = 1 / degrees
    let next = points.firstIndex { $0.0 <= x } ?? points.count - 1
    let (x0, t0) = points[next - 1]
    let (x1, t1) = points[next]
    return t1 + (t0 - t1) * ((x - x1) / (x0 - x1))
  }
}
