import Testing
import VerbundModel

@testable import VerbundReport

@Suite struct NumberStyleTests {
  let de = NumberStyle(.de)
  let en = NumberStyle(.en)

  @Test(arguments: [
    (0.0, 1, "0,0", "0.0"), (81.25, 1, "81,3", "81.3"), (-0.5, 2, "−0,50", "−0.50"),
    (1_234.5, 1, "1\u{202F}234,5", "1,234.5"),
    (1_234_567.0, 0, "1\u{202F}234\u{202F}567", "1,234,567"),
    (0.004, 2, "0,00", "0.00"), (-0.004, 2, "0,00", "0.00"),
    (999.96, 1, "1\u{202F}000,0", "1,000.0"),
    (7.0, 3, "7,000", "7.000"), (1.05, 2, "1,05", "1.05"),
  ])
  func fixed(_ value: Double, _ decimals: Int, _ german: String, _ english: String) {
    #expect(de.fixed(value, decimals: decimals) == german)
    #expect(en.fixed(value, decimals: decimals) == english)
  }

  @Test func significantDigits() {
    #expect(de.significant(0.012345) == "0,0123")
    #expect(de.significant(12.345) == "12,3")
    #expect(de.significant(12_345.6) == "12\u{202F}346")
    #expect(de.significant(15) == "15")
    #expect(en.significant(0.5, digits: 2) == "0.50")
  }

  @Test func everyDoubleIsWritten() {
    let odd = [Double.nan, .infinity, -.infinity]
    #expect(odd.map { de.fixed($0, decimals: 2) } == ["–", "–", "–"])
    #expect(de.fixed(1.234e18, decimals: 1) == "1,23e18")
    #expect(en.fixed(-9.99e300, decimals: 0) == "−9.99e300")
    #expect(!de.fixed(.greatestFiniteMagnitude, decimals: 9).isEmpty)
    #expect(!de.significant(.leastNonzeroMagnitude).isEmpty)
    #expect(de.fixed(1.5, decimals: -3) == "2")
    #expect(de.whole(.max) == "9,22e18")
  }

  @Test func unitsFollowANoBreakSpace() {
    #expect(de.join("99,5", "%") == "99,5\u{A0}%")
    #expect(en.join("99.5", "%") == "99.5%")
    #expect(en.join("3", "kWh") == "3\u{A0}kWh")
    #expect(de.join("3", "") == "3")
  }
}
