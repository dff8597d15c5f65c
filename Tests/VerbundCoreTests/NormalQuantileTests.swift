import Foundation
import Testing
import VerbundCore

@Suite struct NormalQuantileTests {
  /// To 18 digits by mpmath; 0.25, 0.001 and 1e-20 are the test values of AS 241 itself.
  @Test(arguments: [
    (0.25, 0.674489750196081743), (0.025, 1.95996398454005421), (0.001, 3.09023230616781354),
    (1e-6, 4.75342430882289896), (1e-12, 7.03448382530113193), (0x1p-53, 8.20953615160138686),
    (1e-20, 9.26234008979840758),
  ])
  func publishedValues(u: Double, z: Double) {
    #expect(abs(normalQuantile(above: u) - z) <= 2 * z.ulp)
  }

  @Test func theMedianIsZero() { #expect(normalQuantile(above: 0.5) == 0) }

  /// Uniforms come on a grid on which 1 - u is exact.
  @Test func tailsMirror() {
    for k in 1...4_000 {
      let u = Double(k) * 0x1p-13
      #expect(normalQuantile(above: 1 - u) == -normalQuantile(above: u))
    }
  }

  /// The C library's erfc undoes it: relative error below 1e-13 in the probability.
  @Test func undoneByTheErrorFunction() {
    for k in 0...1_000 {
      let u = 0.5 * Elementary.exp(-Double(k) * 0.036)
      let back = erfc(normalQuantile(above: u) / 2.0.squareRoot()) / 2
      #expect(abs(back / u - 1) < 1e-13)
    }
  }
}
