import Testing
import VerbundMeasure
import VerbundModel

@testable import VerbundReport

@Suite struct AnswerTests {
  private func answer(_ evening: SampleEvening, _ language: Language = .de) throws -> Answer {
    try #require(Answer.all(evening.input, language: language).first)
  }

  /// All variants with the nights of the reference.
  private var alike: SampleEvening {
    var evening = SampleEvening()
    evening.onTime = [evening.onTime[0]]
    evening.lender = [evening.lender[0]]
    return evening
  }

  @Test func theFirstSentenceSaysHowLittleItIsAbout() throws {
    let text = try answer(SampleEvening()).stake
    #expect(text.contains("weniger als zehn Hosts"))
    #expect(text.contains("96\u{A0}vCPU bereitgestellt"))
    // 224 vCPU at 128 each.
    #expect(text.contains("reichen 2 Hosts mit je 128\u{A0}vCPU"))
  }

  @Test func tenHostsAreNotLittle() throws {
    var evening = SampleEvening()
    evening.lentPeak = [0, 0, 1_153, 0]
    let text = try answer(evening, .en).stake
    #expect(text.hasPrefix("This is about some 10 hosts"))
    evening.lentPeak = [0, 0, 1_152, 0]
    #expect(try answer(evening, .en).stake.contains("fewer than ten hosts"))
  }

  @Test func variantsAreRankedWithVerdicts() throws {
    let text = try answer(SampleEvening()).ranking
    // Means by hand: 98.602, 97.12, 93.42, 71.24 per cent.
    let order = ["„Verbund“ 98,6\u{A0}%", "„Anmietung“ 97,1\u{A0}%", "„Bestellung“ 93,4\u{A0}%"]
    let places = order.compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted(), "\(text)")
    #expect(text.contains("besser als „Inseln“"))
    #expect(text.contains("„Inseln“ 71,2\u{A0}%"))
    #expect(text.contains("der Bezug"))
  }

  @Test func undecidedIsSaid() throws {
    var evening = SampleEvening()
    evening.onTime = [[0.90, 0.95, 0.85, 0.92, 0.88], [0.95, 0.85, 0.92, 0.88, 0.93]]
    #expect(try answer(evening).ranking.hasPrefix("Unentschieden: "))
    #expect(try answer(evening, .en).ranking.hasPrefix("Undecided: "))
    #expect(try !answer(evening).ranking.contains("besser"))
  }

  @Test func equalNightsAreSaidToBeEqual() throws {
    let text = try answer(alike).ranking
    #expect(text.hasPrefix("Kein Unterschied zu „Inseln“"))
    #expect(!text.contains("besser") && !text.contains("unentschieden"))
  }

  @Test func aSmallDifferenceIsNoRelevantOne() throws {
    var evening = SampleEvening()
    evening.onTime = [[0.900, 0.910, 0.905], [0.901, 0.911, 0.906]]
    evening.nights = 3
    #expect(try answer(evening).ranking.hasPrefix("Kein relevanter Unterschied zu „Inseln“: "))
  }

  @Test func oneNightHasNoVerdict() throws {
    var evening = SampleEvening()
    evening.nights = 1
    let one = try answer(evening)
    #expect(one.ranking.contains("in der einen simulierten Nacht"))
    #expect(one.ranking.contains("ohne Urteil"))
    #expect(!one.ranking.contains("\u{A0}bis\u{A0}"))
    #expect(one.price.contains("eine Nacht trägt kein Urteil"))
  }

  @Test func theThirdNamesPriceLendersAndLimits() throws {
    let text = try answer(SampleEvening()).price
    #expect(text.contains("„Bestellung“ 76,8"))
    #expect(text.contains("„Verbund“ 29,3"))
    #expect(text.contains("„Anmietung“ 61,4"))
    #expect(text.contains("„Serviceportal Nord“"))
    #expect(text.contains("schlechter in „Verbund“"))
    #expect(text.contains("5\u{A0}Nächte tragen einen Vergleich, nie eine Zusage"))
    #expect(text.contains("das Jahr"))
  }

  @Test(arguments: Language.allCases)
  func everyRankedFigureStandsInTheTable(_ language: Language) throws {
    let input = SampleEvening().input
    let page = HTMLReport.render(input)
    let view = try #require(CaseView.all(of: input).first)
    let row = try #require(view.row("slo.attainment", of: "wahl"))
    let format = view.format(row, Voice(language))
    let text = try answer(SampleEvening(), language).ranking
    for value in view.values(row) {
      let figure = format.full(value.mean)
      let interval = try #require(format.interval(value))
      #expect(text.contains(figure) && text.contains(interval))
      #expect(page.contains("<b>\(figure)</b><br><small>\(interval)</small>"))
    }
  }

  @Test func aResultWithoutFiguresSaysSo() throws {
    var input = SampleEvening().input
    input.series = []
    input.comparisons = []
    for index in input.tables.indices { input.tables[index].values = [] }
    let text = try #require(Answer.all(input, language: .en).first)
    #expect(text.ranking.contains("was not measured"))
    #expect(!HTMLReport.render(input).isEmpty)
    input.tables = []
    #expect(Answer.all(input, language: .de).isEmpty)
    #expect(HTMLReport.render(input).contains("</html>"))
    #expect(!TerminalTable.render(input, language: .de).isEmpty)
  }
}
