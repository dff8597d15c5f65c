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
    let found = moments { Double(geometricCount(mean: mean, $0, limit: 100_000)) }
    #expect(abs(found.mean - mean) < 2e-3 * mean)
    // Var = m (m - 1) for the number of trials up to the first success.
    let variance = found.second - found.mean * found.mean
    #expect(abs(variance - mean * (mean - 1)) < 0.01 * mean * mean)
  }

  @Test func geometricBounds() {
    for u in [0x1p-53, 1e-9, 0.5, 1 - 0x1p-53] {
      #expect((1...255).contains(geometricCount(mean: 1e6, u, limit: 255)))
      #expect(geometricCount(mean: 1, u, limit: 255) == 1)
      #expect(geometricCount(mean: 0.2, u, limit: 255) == 1)
      #expect(geometricCount(mean: 50, u, limit: 1) == 1)
    }
    #expect(geometricCount(mean: 50, 0x1p-53, limit: 255) == 255)
    #expect(geometricCount(mean: 50, 1 - 0x1p-53, limit: 255) == 1)
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
