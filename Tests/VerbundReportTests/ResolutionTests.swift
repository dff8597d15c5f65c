import Testing
import VerbundMeasure
import VerbundModel

@testable import VerbundReport

@Suite struct ResolutionTests {
  private func clauses(_ evening: SampleEvening, _ language: Language = .de) -> [String] {
    Resolution(cases: CaseSet(evening.input), voice: Voice(language)).clauses
  }

  @Test func clausesAreOneSentence() {
    for language in Language.allCases {
      let all = clauses(SampleEvening.threeSizes, language)
      #expect(all.count == 5)
      #expect(all.dropLast().allSatisfy { $0.hasSuffix(",") } && all.last?.hasSuffix(".") == true)
    }
  }

  @Test func aBetterVariantIsRecommendedWithTheLendersInMind() {
    #expect(
      clauses(SampleEvening()).contains {
        $0.hasPrefix(
          "empfiehlt, „Bestellung“, „Verbund“ und „Anmietung“ weiter zu verfolgen, sobald")
      })
    var harmless = SampleEvening()
    harmless.lender = [harmless.lender[0]]
    #expect(
      clauses(harmless, .en).contains(
        "recommends to pursue “Portal order”, “Federation” and “Renting” further,"))
  }

  @Test func undecidedFiguresCarryNoPreference() {
    var evening = SampleEvening()
    evening.onTime = [[0.90, 0.95, 0.85, 0.92, 0.88], [0.95, 0.85, 0.92, 0.88, 0.93]]
    #expect(clauses(evening).contains { $0.hasPrefix("zieht auf dieser Grundlage keine Variante") })
  }

  @Test func theLeastSetAsideIsNamed() {
    #expect(
      clauses(SampleEvening.threeSizes).contains {
        $0.hasSuffix("eigene Vorhaltung braucht: „Bestellung“ mit 48\u{A0}vCPU oder weniger,")
      })
  }

  /// 94.6 % of 95 %: what lies between the sizes could hold.
  @Test func aNearMissAsksForAFinerGrid() {
    var evening = SampleEvening.threeSizes
    #expect(!clauses(evening).contains { $0.contains("feineres Raster") })
    evening.onTimeByCase[1][0] = [0.946, 0.946, 0.946, 0.946, 0.946]
    let all = clauses(evening)
    #expect(all.count == 6)
    #expect(
      all.contains {
        $0.hasPrefix("bittet, auch Größen zwischen den gerechneten zu rechnen")
          && $0.hasSuffix(": bei 96\u{A0}vCPU verfehlt „Inseln“ (94,6\u{A0}%) das Ziel nur knapp,")
      })
    #expect(clauses(evening, .en).contains { $0.contains("“Islands” (94.6%) misses the target") })
  }

  @Test func oneNightSaysNothingOfVariants() {
    var evening = SampleEvening()
    evening.nights = 1
    let all = clauses(evening, .en)
    #expect(all.count == 2)
    #expect(all[1].contains("at least 59\u{A0}nights"))
  }

  @Test func sixtyNightsAskForNoMore() {
    var evening = SampleEvening()
    evening.onTime = [(0..<60).map { 0.9 + 0.001 * Double($0 % 7) }]
    evening.lender = evening.onTime
    evening.nights = 60
    #expect(!clauses(evening).contains { $0.contains("59") })
    #expect(HTMLReport.render(evening.input).contains("60\u{A0}Nächte tragen den Satz"))
  }
}
