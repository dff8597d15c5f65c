import Foundation
import Testing

@testable import VerbundCore

@Suite struct GammaFunctionTests {
  /// To 18 digits by mpmath; 0.5 is ln sqrt(pi), 6 is ln 120.
  @Test(arguments: [
    (1e-3, 6.90717888538385366), (0.01, 4.5994798780420217), (0.5, 0.572364942924700087),
    (1.2, -0.0853740900033158369), (3.7, 1.42807232666538813), (6, 4.78749174278204599),
    (11.9, 17.258477450595522), (12, 17.5023078458738858), (100, 359.134205369575399),
    (2_500.5, 17_061.0339490072685),
  ])
  func publishedValues(x: Double, expected: Double) {
    #expect(abs(logGamma(x) - expected) < max(2e-14, 1e-15 * expected))
  }

  @Test func factorials() {
    var factorial = 1.0
    for n in 1...20 {
      #expect(abs(Elementary.exp(logGamma(Double(n))) / factorial - 1) < 1e-13)
      factorial *= Double(n)
    }
  }

  /// The C library's lgamma over twelve decades.
  @Test func agreesWithTheLibrary() {
    for k in -600...600 {
      let x = Elementary.exp(Double(k) * 0.023)
      let expected = libraryLogGamma(x)
      #expect(abs(logGamma(x) - expected) < max(3e-14, 2e-15 * abs(expected)))
    }
  }

  /// x ln x - x - ln gamma(x) by plain arithmetic, as far as that goes.
  @Test func stirlingRatio() {
    for k in -200...200 {
      let x = Elementary.exp(Double(k) * 0.04)
      let expected = x * log(x) - x - libraryLogGamma(x)
      #expect(abs(logOfStirlingRatio(x) - expected) < 1e-14 * max(10, x * abs(log(x))))
    }
  }

  /// Where both expansions hold, P + Q = 1; the density in the C library's functions.
  @Test func expansionsAreComplements() {
    for a in [0.01, 0.3, 1, 2.5, 10, 100, 2_000] {
      for step in 1...20 {
        let x = a + 1 + Double(step) * 0.1 * a.squareRoot()
        let density = exp(a * log(x) - x - libraryLogGamma(a))
        let lower = density * IncompleteGamma.lowerOverDensity(a, x)
        let upper = density * IncompleteGamma.upperOverDensity(a, x)
        #expect(abs(lower + upper - 1) < 1e-12 * max(1, a))
      }
    }
  }
}
