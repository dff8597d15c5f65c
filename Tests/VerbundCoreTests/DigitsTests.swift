import Testing
import VerbundCore

@Suite struct DigitsTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "-0"), (3, "3"), (-3, "-3"), (0.1, "0.1"),
      (0.1 + 0.2, "0.30000000000000004"),
      (1e-5, "1e-05"), (999_999_999_999_999, "999999999999999"), (1e15, "1000000000000000"),
      (1e16, "1e+16"), (1e22, "1e+22"), (.infinity, "inf"),
    ] as [(Double, String)])
  func areTheShortest(_ number: Double, _ expected: String) {
    #expect(number.shortest == expected)
    #expect(Double(number.shortest)?.bitPattern == number.bitPattern)
  }
}
