import Foundation
import Testing
import VerbundCore

/// What holds for every law.
@Suite struct LawTests {
  /// Mean and variance by the trapezoid rule over t, with u = 1 / (1 + e^t): it takes both tails
  /// down to 2^-53, and converges exponentially.
  private func moments(_ law: Distribution) -> (mean: Double, variance: Double) {
    var sums = (0.0, 0.0, 0.0)
    for k in -1_830...1_830 {
      let t = Double(k) * 0.02
      let u = 1 / (1 + exp(t))
      let x = law.quantile(u)
      let weight = u / (1 + exp(-t)) * 0.02
      sums = (sums.0 + weight, sums.1 + weight * x, sums.2 + weight * (x - 1) * (x - 1))
    }
    return (sums.1 / sums.0, sums.2 / sums.0)
  }

  private func gamma(_ x: Double) -> Double { exp(libraryLogGamma(x)) }

  private func expect(
    _ law: Distribution, mean: Double = 1, variance: Double, within tolerance: Double = 1e-7
  ) {
    let found = moments(law)
    #expect(abs(found.mean - mean) < tolerance)
    #expect(abs(found.variance - variance) < tolerance * max(1, variance))
  }

  @Test func momentsOfThePlainLaws() {
    expect(.exponential, variance: 1)
    expect(.deterministic, variance: 0)
    expect(.uniform, variance: 1.0 / 3)
  }

  @Test(arguments: [0.02, 0.1, 0.5, 1, 1.5, 2.5]) func momentsByVariation(cv: Double) {
    expect(.lognormal(cv: cv), variance: cv * cv)
    expect(.gamma(cv: cv), variance: cv * cv)
    expect(.weibull(cv: cv), variance: cv * cv)
  }

  @Test(arguments: [0.01, 0.3, 1, 2, 7, 400]) func momentsOfGamma(shape: Double) {
    expect(.gamma(shape: shape), variance: 1 / shape)
  }

  @Test(arguments: [0.3, 0.7, 1, 2, 3.6, 50]) func momentsOfWeibull(shape: Double) {
    let first = gamma(1 + 1 / shape)
    let second = gamma(1 + 2 / shape)
    expect(.weibull(shape: shape), variance: second / (first * first) - 1)
  }

  /// For mean 1 the variance is 1 / (a (a - 2)).
  @Test(arguments: [4.0, 6, 20]) func momentsOfPareto(tail: Double) {
    expect(.pareto(tail: tail), variance: 1 / (tail * (tail - 2)), within: 1e-6)
  }

  /// Near a tail of 1, what lies beyond the smallest draw is missed: of u^(-1/a), integrated from
  /// e^-36.6, all but e^(-36.6 (1 - 1/a)). That is 3.6 % at 1.1.
  @Test(arguments: [1.1, 1.2, 1.5, 2]) func aHeavyTailIsCutByTheDraw(tail: Double) {
    let missed = exp(-36.6 * (1 - 1 / tail))
    #expect(abs(1 - moments(.pareto(tail: tail)).mean - missed) < 0.01 * missed + 1e-7)
  }

  @Test(arguments: LawSamples.named) func monotoneAndFinite(name: String, law: Distribution) {
    let values = LawSamples.grid.map(law.quantile)
    #expect(values.allSatisfy { $0.isFinite && $0 >= 0 })
    let rising = law.family == .uniform
    for (a, b) in zip(values, values.dropFirst()) {
      #expect(rising ? a <= b : a >= b)
    }
    #expect(LawSamples.grid[0] == 0x1p-53)
    #expect(LawSamples.grid[LawSamples.grid.count - 1] == 1 - 0x1p-53)
  }

  /// Shape 1 is the exponential law, draw by draw.
  @Test(arguments: [Distribution.gamma(shape: 1), .gamma(cv: 1), .weibull(shape: 1)])
  func shapeOneIsExponential(law: Distribution) {
    for u in LawSamples.grid {
      let expected = Distribution.exponential.quantile(u)
      #expect(abs(law.quantile(u) - expected) <= 1e-10 * expected)
    }
  }

  /// Each law's own survival function, in the C library's words, gives the draw back.
  @Test func survivalFunctionsUndoThem() {
    for u in LawSamples.grid where u < 0.999 {
      let x = Distribution.lognormal(cv: 1.5).quantile(u)
      let variance = log(3.25)
      let z = (log(x) + variance / 2) / variance.squareRoot()
      #expect(abs(erfc(z / 2.0.squareRoot()) / 2 / u - 1) < 1e-12)
      let w = Distribution.weibull(shape: 0.7).quantile(u)
      #expect(abs(exp(-pow(w * gamma(1 + 1 / 0.7), 0.7)) / u - 1) < 1e-12)
      let p = Distribution.pareto(tail: 2.5).quantile(u)
      #expect(abs(pow(0.6 / p, 2.5) / u - 1) < 1e-13)
    }
  }

  @Test func lawsAreEqualByWhatTheyAre() {
    #expect(Distribution.gamma(cv: 0.5) == .gamma(shape: 4))
    #expect(Distribution.gamma(shape: 4) != .gamma(shape: 5))
    #expect(Distribution.lognormal(cv: 2) != .weibull(cv: 2))
    #expect(Distribution.exponential != .deterministic)
    #expect(Set(LawSamples.named.map(\.law)).count == LawSamples.named.count)
  }
}
