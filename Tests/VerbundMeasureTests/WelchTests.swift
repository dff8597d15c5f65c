import Testing

@testable import VerbundMeasure

/// Differences of cells that saw different people.
@Suite struct WelchTests {
  /// Worked out by hand: a = 1, 2, 3, 4, 5 and b = 2, 4, 6, 8.
  /// Means 3 and 5. Variances 10/4 and 20/3. Squared errors 2.5/5 = 0.5 and (20/3)/4 = 5/3,
  /// together 13/6. Degrees (13/6)^2 / (0.5^2/4 + (5/3)^2/3) = (169/36) / (1/16 + 25/27) = 4.7494.
  private let a: [Double] = [1, 2, 3, 4, 5]
  private let b: [Double] = [2, 4, 6, 8]
  private let degrees = (169.0 / 36) / (1.0 / 16 + 25.0 / 27)

  @Test func aWorkedExample() throws {
    let found = Interval.welch(of: a, from: b)
    #expect(abs(try #require(found.degrees) - degrees) < 1e-12)
    #expect(abs(degrees - 4.7494) < 5e-5)
    let t = StudentT.quantile(degrees: degrees)
    let half = t * (13.0 / 6).squareRoot()
    // 2.6121 by the distribution itself; between its points the table errs to the wide side.
    #expect(t > 2.6121 && t < 2.6151)
    #expect(found.interval.mean == -2)
    #expect(abs(try #require(found.interval.low) - (-2 - half)) < 1e-12)
    #expect(abs(try #require(found.interval.high) - (-2 + half)) < 1e-12)
  }

  @Test func aComparisonSaysItsDegrees() throws {
    func compare(_ same: Bool) throws -> PairedDifference {
      let comparison = Comparison.paired(
        variant: Samples.table("v", [("energy.it", a)]),
        reference: Samples.table("r", [("energy.it", b)]), sameArrivals: same, margins: [:])
      return try #require(comparison["energy.it", Scope.whole])
    }
    #expect(abs(try #require(try compare(false).degrees) - degrees) < 1e-12)
    #expect(try compare(false).n == 4)
    let paired = try compare(true)
    #expect(paired.degrees == nil)
    // Pairs of the common nights: -1, -2, -3, -4.
    #expect(paired.mean == -2.5 && paired.n == 4)
  }

  @Test func withoutAnIntervalThereAreNone() {
    #expect(Interval.welch(of: [1], from: [2, 3]).degrees == nil)
    #expect(Interval.welch(of: [Double](), from: [2, 3]).degrees == nil)
    // No spread at all: a point, at any number of degrees.
    #expect(Interval.welch(of: [2, 2], from: [1, 1, 1]).interval.low == 1)
    #expect(Interval.welch(of: [2, 2], from: [1, 1, 1]).degrees == 1)
  }
}
