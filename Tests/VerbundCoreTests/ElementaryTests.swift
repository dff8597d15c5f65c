import Foundation
import Testing
import VerbundCore

/// Own logarithm and exponential against the C library's.
@Suite struct ElementaryTests {
  /// Distance in units of the last place of the expected value.
  private func ulps(_ value: Double, _ expected: Double) -> Double {
    abs(value - expected) / expected.ulp
  }

  @Test func logOfUniforms() {
    let draws = Draws(seed: 1, night: 0)
    var worst = 0.0
    for i in 0..<100_000 as Range<UInt32> {
      let u = draws.uniform(.work, stream: 0, Subject(visit: i))
      worst = max(worst, ulps(Elementary.log(u), Foundation.log(u)))
    }
    #expect(worst <= 1)
  }

  @Test func logAtEveryMagnitude() {
    var worst = 0.0
    for exponent in -1022...1023 {
      for fraction in 0..<40 {
        let x = Double(sign: .plus, exponent: exponent, significand: 1 + Double(fraction) / 40)
        worst = max(worst, ulps(Elementary.log(x), Foundation.log(x)))
      }
    }
    #expect(worst <= 1)
  }

  @Test func logAroundOne() {
    #expect(Elementary.log(1) == 0)
    var worst = 0.0
    for k in 1...2000 {
      for x in [1 + Double(k) * 1e-7, 1 - Double(k) * 1e-7, 1 + Double(k) * 0x1p-52] {
        worst = max(worst, ulps(Elementary.log(x), Foundation.log(x)))
      }
    }
    #expect(worst <= 1)
  }

  @Test func expOverItsRange() {
    var worst = 0.0
    for k in -70_000...70_000 {
      let x = Double(k) * 0.009_999_3
      worst = max(worst, ulps(Elementary.exp(x), Foundation.exp(x)))
    }
    #expect(worst <= 1)
  }

  @Test func expOfSmallNumbers() {
    #expect(Elementary.exp(0) == 1)
    var worst = 0.0
    for k in 0...300 {
      let x = Double(sign: .plus, exponent: -k, significand: 1.37)
      for x in [x, -x] where abs(x) < 700 {
        worst = max(worst, ulps(Elementary.exp(x), Foundation.exp(x)))
      }
    }
    #expect(worst <= 1)
  }
}
