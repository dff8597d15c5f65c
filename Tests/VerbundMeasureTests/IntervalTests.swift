import Foundation
import Testing

@testable import VerbundMeasure

@Suite struct IntervalTests {
  /// Half of the central probability of Student's t, by Simpson's rule over its density.
  private func probability(upTo t: Double, degrees n: Double) -> Double {
    let scale = exp(lgamma((n + 1) / 2) - lgamma(n / 2)) / (n * .pi).squareRoot()
    func density(_ x: Double) -> Double { scale * pow(1 + x * x / n, -(n + 1) / 2) }
    let steps = 4_000
    let h = t / Double(steps)
    let inner = (1..<steps).reduce(0.0) { $0 + ($1 % 2 == 1 ? 4 : 2) * density(Double($1) * h) }
    return h / 3 * (density(0) + inner + density(t))
  }

  @Test func tableIsStudents() {
    for degrees in Array(1...30) + [40, 60, 120] {
      let n = Double(degrees)
      #expect(abs(probability(upTo: StudentT.quantile(degrees: n), degrees: n) - 0.475) < 1e-5)
    }
  }

  /// Between the points: a straight line in 1 / n is near enough for an interval.
  @Test func betweenThePoints() {
    for n in [34.0, 45, 59, 80, 119, 200, 1_000] {
      #expect(abs(probability(upTo: StudentT.quantile(degrees: n), degrees: n) - 0.475) < 2e-5)
    }
    // Whole degrees only in the table; Welch's lie between, and must not be too narrow.
    for n in [1.3, 1.5, 2.5, 3.7, 9.5] {
      #expect(probability(upTo: StudentT.quantile(degrees: n), degrees: n) > 0.475 - 1e-5)
    }
    #expect(StudentT.quantile(degrees: .infinity) == 1.96)
    #expect(StudentT.quantile(degrees: 0.5) == StudentT.quantile(degrees: 1))
    #expect(StudentT.quantile(degrees: .nan) == StudentT.quantile(degrees: 1))
  }

  @Test func quantilesFall() {
    let all = (10..<2_000).map { StudentT.quantile(degrees: Double($0) / 10) }
    #expect(zip(all, all.dropFirst()).allSatisfy { $0 > $1 })
  }

  /// 1, 2, 3, 4, 5: mean 3, standard deviation sqrt(2.5), t(4) = 2.7764.
  @Test func meanByHand() throws {
    let interval = Interval.mean(of: [1, 2, 3, 4, 5])
    let half = 2.7764 * (2.5 / 5).squareRoot()
    #expect(interval.mean == 3)
    #expect(abs(try #require(interval.low) - (3 - half)) < 1e-12)
    #expect(abs(try #require(interval.high) - (3 + half)) < 1e-12)
    #expect(interval.n == 5)
  }

  @Test func tooFew() {
    #expect(Interval.mean(of: []) == Interval(mean: nil, low: nil, high: nil, n: 0))
    #expect(Interval.mean(of: [4]) == Interval(mean: 4, low: nil, high: nil, n: 1))
    #expect(Interval.welch(of: [4, 5], from: [1]).interval.low == nil)
    #expect(Interval.welch(of: [], from: [1, 2]).interval.mean == nil)
  }

  @Test func equalValuesHaveNoSpread() {
    for value in [0.1, 1.0 / 3, 1e300, -7] {
      #expect(
        Interval.mean(of: [value, value, value, value, value, value])
          == Interval(mean: value, low: value, high: value, n: 6))
    }
  }

  @Test func sharesStayShares() {
    let interval = Interval.mean(of: [1, 0.2, 0.9], within: 0...1)
    #expect(interval.low == 0)
    #expect(interval.high == 1)
    #expect(Interval.mean(of: [1, 0.2, 0.9]).high.map { $0 > 1 } == true)
  }

  @Test func onlyNumbersCount() {
    #expect(Interval.mean(of: [1, .nan, 3, .infinity]) == Interval.mean(of: [1, 3]))
    #expect(Interval.mean(of: [1e308, -1e308, 1e308]).low == nil)
  }

  /// Means 10 and 4, variances 4 and 1, three values each: error sqrt(5/3), 2.94 degrees.
  @Test func welchByHand() throws {
    let interval = Interval.welch(of: [8, 10, 12], from: [3, 4, 5]).interval
    let degrees = (5.0 / 3) * (5.0 / 3) / ((4.0 / 3) * (4.0 / 3) / 2 + (1.0 / 3) * (1.0 / 3) / 2)
    #expect(abs(degrees - 50.0 / 17) < 1e-12)
    let low = try #require(interval.low)
    let high = try #require(interval.high)
    #expect(interval.mean == 6)
    #expect(abs(low + high - 12) < 1e-12)
    let t = (high - low) / 2 / (5.0 / 3).squareRoot()
    #expect(t > 3.1824 && t < 4.3027)
    #expect(abs(probability(upTo: t, degrees: degrees) - 0.475) < 5e-4)
  }

  @Test func welchWithoutSpread() {
    #expect(
      Interval.welch(of: [2, 2], from: [1, 1]).interval
        == Interval(mean: 1, low: 1, high: 1, n: 2))
  }
}
