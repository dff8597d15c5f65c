import Testing
import VerbundCore

/// Moments by the midpoint rule over the quantile function.
@Suite struct DistributionTests {
  private let points = 100_000

  private func moments(_ quantile: (Double) -> Double) -> (mean: Double, second: Double) {
    var sums = (0.0, 0.0)
    for k in 0..<points {
      let x = quantile((Double(k) + 0.5) / Double(points))
      sums = (sums.0 + x, sums.1 + x * x)
    }
    return (sums.0 / Double(points), sums.1 / Double(points))
  }

  @Test(arguments: [
    (Distribution.exponential, 2.0), (.deterministic, 1), (.uniform, 4.0 / 3),
  ])
  func meanIsOne(law: Distribution, second: Double) {
    let found = moments(law.quantile)
    #expect(abs(found.mean - 1) < 1e-4)
    #expect(abs(found.second - second) < 1e-3)
  }

  @Test func exponentialMedian() {
    #expect(abs(Distribution.exponential.quantile(0.5) - 0.693_147_180_559_945_3) < 1e-15)
  }

  @Test(arguments: [1.0, 1.5, 2, 3, 8, 20]) func geometricMean(mean: Double) {
    let law = GeometricCount(mean: mean, limit: 100_000)
    let found = moments { Double(law.count($0)) }
    #expect(abs(found.mean - mean) < 2e-3 * mean)
    // Var = m (m - 1) for the number of trials up to the first success.
    let variance = found.second - found.mean * found.mean
    #expect(abs(variance - mean * (mean - 1)) < 0.01 * mean * mean)
  }

  @Test func geometricBounds() {
    for u in [0x1p-53, 1e-9, 0.5, 1 - 0x1p-53] {
      #expect((1...255).contains(GeometricCount(mean: 1e6, limit: 255).count(u)))
      #expect(GeometricCount(mean: 1, limit: 255).count(u) == 1)
      #expect(GeometricCount(mean: 0.2, limit: 255).count(u) == 1)
      #expect(GeometricCount(mean: 50, limit: 1).count(u) == 1)
    }
    #expect(GeometricCount(mean: 50, limit: 255).count(0x1p-53) == 255)
    #expect(GeometricCount(mean: 50, limit: 255).count(1 - 0x1p-53) == 1)
  }

  @Test func bandGoesThroughItsFigures() {
    let band = Band(low: 0.5, middle: 1, high: 2.9)
    #expect(band.quantile(0) == 0.5)
    #expect(band.quantile(0.25) == 0.75)
    #expect(band.quantile(0.5) == 1)
    #expect(band.quantile(0.75) == 1.95)
    #expect(band.quantile(1) == 2.9)
    #expect(Band(7).quantile(0.3) == 7)
    // (low + middle) / 4 + (middle + high) / 4
    #expect(abs(moments(band.quantile).mean - 1.35) < 1e-9)
  }
}
