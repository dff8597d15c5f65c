import Foundation
import Testing
import VerbundCore

/// Kolmogorov and Smirnov over 100,000 fixed draws: the greatest distance of the samples' shares
/// from the law stays below the 99.9 % point, and a law that is a little wrong goes beyond it.
@Suite struct GoodnessOfFitTests {
  /// sqrt(ln(2 / 0.001) / 2) over the square root of the number of draws.
  private let critical = 1.949 / 100_000.0.squareRoot()

  private func distance(_ samples: [Double], _ share: (Double) -> Double) -> Double {
    let n = Double(samples.count)
    return samples.enumerated().reduce(0) { worst, sample in
      let expected = share(sample.element)
      return max(
        worst, expected - Double(sample.offset) / n, Double(sample.offset + 1) / n - expected)
    }
  }

  private func expectFit(
    _ law: Distribution, _ share: (Double) -> Double, _ wrong: (Double) -> Double
  ) {
    let samples = LawSamples.uniforms.map(law.quantile).sorted()
    let right = distance(samples, share)
    #expect(right < critical)
    #expect(right > 0)
    #expect(distance(samples, wrong) > 1.5 * critical)
  }

  @Test func exponential() {
    expectFit(.exponential, { 1 - exp(-$0) }, { 1 - exp(-$0 * 1.05) })
  }

  @Test func uniform() { expectFit(.uniform, { $0 / 2 }, { min(1, $0 / 1.95) }) }

  private func lognormal(_ x: Double, _ cv: Double) -> Double {
    let variance = log(1 + cv * cv)
    return erfc(-(log(x) + variance / 2) / (2 * variance).squareRoot()) / 2
  }

  @Test func lognormal() {
    expectFit(.lognormal(cv: 1.5), { lognormal($0, 1.5) }, { lognormal($0, 1.65) })
  }

  private func erlang(_ x: Double, _ stages: Int) -> Double {
    var term = exp(-x * Double(stages))
    var tail = term
    for k in 1..<stages {
      term *= x * Double(stages) / Double(k)
      tail += term
    }
    return 1 - tail
  }

  @Test func gammaOfNineStages() {
    expectFit(.gamma(shape: 9), { erlang($0, 9) }, { erlang($0, 8) })
  }

  @Test func gammaOfShapeOneHalf() {
    expectFit(
      .gamma(shape: 0.5), { erf(($0 / 2).squareRoot()) }, { erf(($0 / 1.9).squareRoot()) })
  }

  private func weibull(_ x: Double, _ shape: Double) -> Double {
    1 - exp(-pow(x * exp(libraryLogGamma(1 + 1 / shape)), shape))
  }

  @Test func weibull() {
    expectFit(.weibull(shape: 0.7), { weibull($0, 0.7) }, { weibull($0, 0.75) })
  }

  private func pareto(_ x: Double, _ tail: Double) -> Double {
    max(0, 1 - pow((tail - 1) / tail / x, tail))
  }

  @Test func pareto() {
    expectFit(.pareto(tail: 1.5), { pareto($0, 1.5) }, { pareto($0, 1.55) })
  }

  /// The share at a value, by the points turned round: without flat pieces it is unique.
  private func empirical(_ x: Double, _ points: [(share: Double, value: Double)]) -> Double {
    var mean = 0.0
    for (a, b) in zip(points, points.dropFirst()) {
      mean += (b.share - a.share) * (a.value + b.value) / 2
    }
    let value = x * mean
    for (a, b) in zip(points, points.dropFirst()) where value <= b.value {
      return max(0, a.share + (value - a.value) / (b.value - a.value) * (b.share - a.share))
    }
    return 1
  }

  @Test func empirical() throws {
    let points = [(share: 0.0, value: 1.0), (0.5, 2), (0.9, 6), (1, 30)]
    let wrong = [(share: 0.0, value: 1.0), (0.5, 2), (0.88, 6), (1, 30)]
    let law = try #require(Distribution.empirical(points))
    expectFit(law, { empirical($0, points) }, { empirical($0, wrong) })
  }
}
