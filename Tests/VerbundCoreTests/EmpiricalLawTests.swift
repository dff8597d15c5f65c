import Testing
import VerbundCore

@Suite struct EmpiricalLawTests {
  private func through(_ points: [(Double, Double)]) -> Distribution? {
    Distribution.empirical(points.map { (share: $0.0, value: $0.1) })
  }

  /// By hand: areas 5.25 + 5 + 6 + 16.2 + 6 = 38.45.
  @Test func goesThroughItsPoints() throws {
    let law = try #require(LawSamples.empirical)
    let mean = 5.25 + 5 + 6 + 16.2 + 6
    for (share, value) in [(0.25, 10.5), (0.5, 20), (0.6, 20), (0.75, 20), (0.9, 60), (0.945, 180)]
    {
      #expect(abs(law.quantile(1 - share) - value / mean) < 1e-13)
    }
    #expect(abs(law.quantile(0x1p-53) - 900 / mean) < 1e-12)
    #expect(abs(law.quantile(1 - 0x1p-53) - 1 / mean) < 1e-12)
  }

  @Test func onlyRatiosCount() throws {
    let one = try #require(through([(0, 1), (0.5, 2), (1, 9)]))
    let thousand = try #require(through([(0, 1_024), (0.5, 2_048), (1, 9 * 1_024)]))
    #expect(one == thousand)
  }

  /// Two points are a uniform law, equal values a deterministic one.
  @Test func degenerateOnes() throws {
    let straight = try #require(through([(0, 0), (1, 7)]))
    let flat = try #require(through([(0, 3), (1, 3)]))
    for u in LawSamples.grid {
      #expect(straight.quantile(u) == Distribution.uniform.quantile(1 - u))
      #expect(flat.quantile(u) == 1)
    }
  }

  /// Moments of straight pieces: the mean of (a + b) / 2, of (a^2 + a b + b^2) / 3.
  @Test func sixteenPoints() throws {
    let points = (0..<16).map { (Double($0) / 15, Double($0 * $0)) }
    let law = try #require(through(points))
    var mean = 0.0
    var second = 0.0
    for (a, b) in zip(points, points.dropFirst()) {
      mean += (b.0 - a.0) * (a.1 + b.1) / 2
      second += (b.0 - a.0) * (a.1 * a.1 + a.1 * b.1 + b.1 * b.1) / 3
    }
    let steps = 150_000
    let values = (0..<steps).map { law.quantile((Double($0) + 0.5) / Double(steps)) }
    #expect(abs(values.reduce(0, +) / Double(steps) - 1) < 1e-9)
    let found = values.reduce(0) { $0 + $1 * $1 } / Double(steps)
    #expect(abs(found - second / (mean * mean)) < 1e-8)
  }

  @Test func whatIsNoLaw() {
    #expect(through([]) == nil)
    #expect(through([(0, 1)]) == nil)
    #expect(through([(0, 0), (1, 0)]) == nil)
    #expect(through([(0.1, 1), (1, 2)]) == nil)
    #expect(through([(0, 1), (0.9, 2)]) == nil)
    #expect(through([(0, 1), (0.5, 2), (0.5, 3), (1, 4)]) == nil)
    #expect(through([(0, 2), (1, 1)]) == nil)
    #expect(through([(0, -1), (1, 1)]) == nil)
    #expect(through([(0, 1), (0.5, .nan), (1, 2)]) == nil)
    #expect(through([(0, 1), (1, .infinity)]) == nil)
    #expect(through((0..<17).map { (Double($0) / 16, 1) }) == nil)
  }
}
