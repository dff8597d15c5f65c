import Testing
import VerbundCore

@Suite struct UnitTests {
  @Test(arguments: [
    ("10 h", UnitFamily.time, 36e12), ("40ms", .time, 40e6), ("1.5 us", .time, 1_500),
    ("14 d", .time, 1_209_600e9), ("10 Gbit/s", .bandwidth, 1e10), ("300 MB", .data, 3e8),
    ("4 KiB", .data, 4_096), ("12 %", .share, 0.12), ("0.12", .share, 0.12),
    ("17.64 ct/vCPUh", .capacityPrice, 0.1764), ("363 g/kWh", .carbonIntensity, 363),
    ("0.363 kg/kWh", .carbonIntensity, 363), ("1.2 kW", .power, 1_200), ("-5", .bare, -5),
    ("1e3 1/s", .connectionRate, 1_000), ("2e-1", .bare, 0.2),
  ])
  func quantitiesAreReadInBaseUnits(_ text: String, _ family: UnitFamily, _ value: Double) throws {
    #expect(try family.parse(text) == value)
  }

  @Test(arguments: [
    ("", QuantityFault.noNumber), ("h", .noNumber), ("nan h", .noNumber), ("inf", .noNumber),
    ("0x10 h", .unknownUnit("x10 h")), (".5 h", .noNumber), ("-", .noNumber),
    ("1e400 h", .tooLarge),
    ("1e308 h", .tooLarge), ("0,5 h", .decimalComma), ("10", .missingUnit),
    ("10 kg", .unknownUnit("kg")), ("10 h h", .unknownUnit("h h")), ("1.h", .unknownUnit(".h")),
    ("1 000 h", .unknownUnit("000 h")), ("١٠ h", .noNumber),
    ("1\u{301} h", .unknownUnit("\u{301} h")),
  ])
  func whatIsNoTimeSaysWhy(_ text: String, _ fault: QuantityFault) {
    #expect(throws: fault) { try UnitFamily.time.parse(text) }
  }

  @Test func everyUnitIsReadAndSymbolsAreUnique() throws {
    for family in UnitFamily.allCases {
      #expect(Set(family.units.map(\.symbol)).count == family.units.count)
      for unit in family.units {
        #expect(try family.parse("3 \(unit.symbol)") == unit.inBase(3))
      }
    }
  }

  @Test(arguments: [
    (UnitFamily.time, 7_200e9, "2 h"), (.time, 1_500e6, "1.5 s"), (.share, 0.12, "12 %"),
    (.time, 0, "0 s"), (.data, 3e8, "300 MB"), (.bare, 1.46, "1.46"), (.bare, 1e300, "1e+300"),
  ])
  func valuesAreDescribedInAFittingUnit(_ family: UnitFamily, _ value: Double, _ text: String) {
    #expect(family.describe(value) == text)
  }
}
