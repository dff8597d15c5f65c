import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel

@testable import VerbundReport

@Suite struct LandTilesTests {
  @Test func sixteenTilesOnPlacesOfTheirOwn() {
    let all = LandTile.all + [.abroad, .outside]
    #expect(LandTile.all.count == 16)
    #expect(Set(all.map(\.id)).count == 18)
    #expect(Set(all.map { $0.column * 10 + $0.row }).count == 18)
  }

  @Test(arguments: [
    ("NW", 51.23, 6.78), ("NW", 51.37, 7.77), ("HE", 50.11, 8.68), ("RP", 50.00, 8.27),
    ("BB", 52.40, 13.06), ("BE", 52.52, 13.40), ("BY", 49.45, 11.08), ("abroad", 48.21, 16.37),
    ("abroad", 0, 0),
  ])
  func placesFallIntoTheirLand(_ land: String, _ latitude: Double, _ longitude: Double) {
    #expect(LandTile.of(Location(latitude: latitude, longitude: longitude)).id == land)
  }

  @Test func theMapHasWordsATableAndNoLoan() {
    let page = HTMLReport.render(SampleEvening().input)
    #expect(page.ranges(of: "<svg class=\"map\"").count == 2)
    #expect(page.contains("2\u{A0}Standorte. Nichts wird geliehen oder gemietet."))
    #expect(page.contains("Die Karte als Tabelle"))
  }

  @Test func loansAreArrowsAndCells() {
    var evening = SampleEvening()
    let nights = [30, 40].enumerated().map { night, hours -> NightRecord in
      var loan = LoanRecord(lender: "nord", borrower: "west", workload: "wahl", isExternal: false)
      loan.reserved = Account(Int128(hours) * 3_600_000_000_000)
      loan.bytes = 12_000_000_000
      loan.owed = 790_000_000
      return NightRecord(
        night: night, fidelity: .request, slot: .minute, slots: 0, workloads: [], sites: [],
        links: [], loans: [loan], series: [], trace: "", arrivals: "", events: 0)
    }
    evening.loans = [[], [], LoanSummary.summarise(nights), []]
    let page = HTMLReport.render(evening.input)
    #expect(page.ranges(of: "<path class=\"flow s2\" d=\"M").count == 4)
    #expect(page.contains("Am meisten kommt von „nord“: 35\u{A0}vCPU-h je Nacht mit „Verbund“."))
    // Mean 35; half of the interval 12.706 x 5 = 63.5, cut at nothing.
    #expect(page.contains("<b>35,0\u{A0}vCPU-h</b> <small>0,0\u{A0}bis\u{A0}98,5</small>"))
    #expect(page.contains("<b>7,90\u{A0}EUR</b>"))
    #expect(page.contains("Untereinander geliehen"))
    #expect(!page.contains("Außen gemietet"))
  }
}
