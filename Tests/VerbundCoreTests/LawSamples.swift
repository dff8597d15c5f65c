import Foundation
import VerbundCore

/// The C library's ln gamma, for positive x.
func libraryLogGamma(_ x: Double) -> Double { lgamma(x) }

/// Laws for the tests: every family, with figures well apart.
enum LawSamples {
  static let points = [(0.0, 1.0), (0.5, 20), (0.75, 20), (0.9, 60), (0.99, 300), (1, 900)]
  static let empirical = Distribution.empirical(points.map { (share: $0.0, value: $0.1) })

  static let named: [(name: String, law: Distribution)] = [
    ("exponential", .exponential), ("deterministic", .deterministic), ("uniform", .uniform),
    ("lognormal 0.02", .lognormal(cv: 0.02)), ("lognormal 1.5", .lognormal(cv: 1.5)),
    ("lognormal 10", .lognormal(cv: 10)), ("gamma 0.01", .gamma(shape: 0.01)),
    ("gamma 0.5", .gamma(shape: 0.5)), ("gamma 1", .gamma(shape: 1)),
    ("gamma 9", .gamma(shape: 9)), ("gamma 2500", .gamma(shape: 2_500)),
    ("weibull 0.2", .weibull(shape: 0.2)), ("weibull 0.7", .weibull(shape: 0.7)),
    ("weibull 100", .weibull(shape: 100)), ("pareto 1.1", .pareto(tail: 1.1)),
    ("pareto 2.5", .pareto(tail: 2.5)), ("pareto 100", .pareto(tail: 100)),
    ("empirical", empirical ?? .deterministic),
  ]

  /// Fixed uniform numbers.
  static let uniforms: [Double] = {
    let draws = Draws(seed: 20_270_509, night: 0)
    return (0..<100_000 as Range<UInt32>).map {
      draws.uniform(.work, stream: 1, Subject(visit: $0))
    }
  }()

  /// From 2^-53 to 1 - 2^-53, rising, dense at both ends.
  static let grid: [Double] = {
    let tail = (0...200).map { max(0x1p-53, 0.5 * Elementary.exp(-Double($0) * 0.19)) }
    let rising = tail.reversed() + tail.dropFirst().map { 1 - $0 }
    return rising.indices.filter { $0 == 0 || rising[$0] > rising[$0 - 1] }.map { rising[$0] }
  }()
}
