import Testing
import VerbundMeasure
import VerbundModel

@testable import VerbundReport

@Suite struct RowFormatTests {
  private func value(_ unit: String, _ mean: Double?, half: Double? = nil) -> MetricValue {
    let low = half.flatMap { half in mean.map { $0 - half } }
    let high = half.flatMap { half in mean.map { $0 + half } }
    return MetricValue(
      id: "x", scope: "federation", unit: unit, mean: mean, low: low, high: high, n: 5, nights: [])
  }

  private func texts(_ values: [MetricValue], _ language: Language = .de) -> [String] {
    let format = RowFormat(values, Voice(language))
    return values.map(format.plusMinus)
  }

  @Test func sharesArePerCentAndAlign() {
    #expect(
      texts([value("share", 0.812, half: 0.013), value("share", 0.5, half: 0.02)])
        == ["81,2 ± 1,3", "50,0 ± 2,0"])
  }

  @Test func almostAllIsNotAll() {
    #expect(texts([value("share", 0.99997)]) == [">99,99"])
    #expect(texts([value("share", 0.00004)]) == ["<0,1"])
    #expect(texts([value("share", 1)]) == ["100"])
    #expect(texts([value("share", 0.9996), value("share", 0.5)]) == ["99,96", "50,0"])
  }

  @Test func fineIntervalsGetMoreDecimals() {
    #expect(texts([value("kWh", 512.345, half: 0.04)]) == ["512,35 ± 0,04"])
    #expect(texts([value("kWh", 512.345, half: 4)], .en) == ["512 ± 4"])
  }

  @Test func millions() {
    let values = [value("count", 4_120_000, half: 110_000), value("count", 20_000, half: 900)]
    let format = RowFormat(values, Voice(.de))
    #expect(format.unitName == "Mio.")
    #expect(values.map(format.plusMinus) == ["4,12 ± 0,11", "0,02 ± <0,01"])
  }

  @Test func smallButNotNothing() {
    let format = RowFormat([value("EUR", 55), value("EUR", 0.001, half: 0.5)], Voice(.de))
    #expect(format.bare(0.001) == "<0,1")
    #expect(format.bare(0) == "0,0")
  }

  @Test func differencesCarrySignAndPoints() {
    let format = RowFormat([value("share", 0.8, half: 0.01)], Voice(.de))
    #expect(format.difference(0.179) == "+17,9\u{A0}Prozentpunkte")
    #expect(format.difference(-0.05) == "−5,0\u{A0}Prozentpunkte")
    #expect(format.difference(0) == "0,0\u{A0}Prozentpunkte")
    #expect(format.difference(nil) == nil)
  }

  @Test func aMissingValueIsADash() {
    #expect(texts([value("share", nil), value("ms", .nan)]) == ["–", "–"])
  }
}
