/// The Pareto law (type I) of mean 1: P(X > x) = (least / x)^tail for x of at least
/// least = (tail - 1) / tail. Its variance is finite for a tail above 2 only.
///
/// The form in which file sizes and service demands of the web were measured: Crovella and
/// Bestavros, "Self-similarity in World Wide Web traffic", IEEE/ACM Transactions on Networking 5,
/// 1997.
struct ParetoLaw {
  /// 1 / tail.
  var power: Double
  var least: Double

  init(tail: Double) {
    power = 1 / tail
    least = (tail - 1) / tail
  }

  /// The value that a draw exceeds with probability `u`: least u^(-1 / tail).
  func quantile(above u: Double) -> Double { least * Elementary.exp(-power * Elementary.log(u)) }
}

extension ParetoLaw {
  var constants: Distribution.Constants { Distribution.Constants(power, least) }

  init(_ constants: Distribution.Constants) {
    power = constants.a
    least = constants.b
  }
}
