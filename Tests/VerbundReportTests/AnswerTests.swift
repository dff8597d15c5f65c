import Testing
import VerbundModel

@testable import VerbundMeasure
@testable import VerbundReport

@Suite struct AnswerTests {
  private func answer(_ evening: SampleEvening, _ language: Language = .de) throws -> Answer {
    try #require(Answer(evening.input, language: language))
  }

  /// All variants with the nights of the reference.
  private var alike: SampleEvening {
    var evening = SampleEvening()
    evening.onTime = [evening.onTime[0]]
    evening.lender = [evening.lender[0]]
    return evening
  }

  // MARK: The first sentence

  @Test func theFirstSentenceSaysHowLittleItIsAbout() throws {
    // 224 vCPU lent at once are 2 hosts of 128.
    #expect(
      try answer(SampleEvening()).service.text.hasPrefix(
        "Es geht um etwa zwei Hosts zu je 128\u{A0}vCPU: "))
    var evening = SampleEvening()
    evening.lentPeak = [0, 0, 128, 0]
    #expect(
      try answer(evening, .en).service.text.hasPrefix(
        "This is about one host at most (128\u{A0}vCPU): "))
  }

  @Test func tenHostsAreNotLittle() throws {
    var evening = SampleEvening()
    evening.lentPeak = [0, 0, 1_153, 0]
    let text = try answer(evening, .en).service.text
    #expect(text.hasPrefix("This is about some 10\u{A0}hosts: "))
    evening.lentPeak = [0, 0, 1_152, 0]
    #expect(try answer(evening, .en).service.text.hasPrefix("This is about some nine hosts of 128"))
  }

  @Test func verdictsComeBeforeFiguresAndTheBestFirst() throws {
    let text = try answer(SampleEvening()).service.text
    #expect(
      text.contains(
        "die anderen Varianten bedienen besser als „Inseln“. "))
    // Means by hand: 98.602, 97.12, 93.42, 71.24 per cent.
    let order = [
      "„Verbund“ 98,6\u{A0}%", "„Anmietung“ 97,1\u{A0}%", "„Bestellung“ 93,4\u{A0}%",
      "„Inseln“ 71,2\u{A0}%",
    ]
    let places = order.compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 4 && places == places.sorted(), "\(text)")
  }

  @Test func undecidedIsSaid() throws {
    var evening = SampleEvening()
    evening.onTime = [[0.90, 0.95, 0.85, 0.92, 0.88], [0.95, 0.85, 0.92, 0.88, 0.93]]
    // Differences by hand: +5, -10, +7, -4, +5 points.
    #expect(
      try answer(evening).service.text.contains(
        "ob die anderen Varianten besser bedienen als „Inseln“, ist nach 5\u{A0}Nächten "
          + "unentschieden. Unentschieden heißt: in zwei Nächten merklich schlechter, in drei "
          + "besser."))
    #expect(
      try answer(evening, .en).service.text.contains(
        "whether the other variants serve better than “Islands” is undecided after "
          + "5\u{A0}nights. Undecided means: noticeably worse on two nights, better on three."))
    #expect(try answer(evening).proposal.hasPrefix("Vorschlag: noch keine Variante beschließen;"))
  }

  @Test func equalNightsAreEquivalent() throws {
    let text = try answer(alike).service.text
    #expect(
      text.contains(
        "zwischen „Inseln“ und den anderen Varianten gibt es keinen relevanten Unterschied. "))
    #expect(!text.contains("besser") && !text.contains("unentschieden"))
  }

  @Test func oneNightHasNoVerdict() throws {
    var evening = SampleEvening()
    evening.nights = 1
    let one = try answer(evening)
    #expect(one.service.text.contains("für „Ergebnisportal“ gibt es kein Urteil"))
    #expect(one.service.text.contains("; eine Nacht trägt kein Urteil. "))
    #expect(!one.service.text.contains("\u{A0}bis\u{A0}"))
    #expect(one.price.text.contains("Eine Nacht trägt kein Urteil"))
  }

  @Test func aVerdictThatTurnsWithTheSizeSaysWhere() throws {
    var evening = SampleEvening.threeSizes
    // Better at 48 vCPU, the same from 96 on.
    let better = [[0.70, 0.71, 0.70], [0.96, 0.97, 0.96]]
    let same = [[0.98, 0.98, 0.98], [0.98, 0.98, 0.98]]
    evening.nights = 3
    evening.onTimeByCase = [better, same, same]
    #expect(
      try answer(evening).service.text.contains(
        "die anderen Varianten bedienen bei 48\u{A0}vCPU besser als „Inseln“; ab 96\u{A0}vCPU gibt "
          + "es keinen relevanten Unterschied. "))
    #expect(
      try answer(evening, .en).service.text.contains(
        "the other variants serve better than “Islands” at 48\u{A0}vCPU; from 96\u{A0}vCPU there "
          + "is no relevant difference. "))
    // The figures are those of the size at which something is at stake.
    #expect(try answer(evening).service.text.contains("im Fall „klein (klein)“"))
  }

  @Test func casesThatAreNoSizesAreCounted() throws {
    var evening = SampleEvening()
    evening.nights = 3
    evening.cases = ["a", "b", "c"]
    let better = [[0.70, 0.71, 0.70], [0.96, 0.97, 0.96]]
    let same = [[0.98, 0.98, 0.98], [0.98, 0.98, 0.98]]
    evening.onTimeByCase = [better, better, same]
    #expect(
      try answer(evening).service.text.contains(
        "die anderen Varianten bedienen in zwei Fällen besser als „Inseln“; in einem Fall gibt es "
          + "keinen relevanten Unterschied. "))
    evening.onTimeByCase = [better, better, better]
    #expect(
      try answer(evening).service.text.contains(
        "die anderen Varianten bedienen in allen drei Fällen besser als „Inseln“. "))
  }

  @Test func minutesBelowTheTargetByNight() throws {
    func text(_ nights: Int, _ missed: [[Double]], _ language: Language) throws -> String {
      var evening = SampleEvening()
      evening.nights = nights
      var input = evening.input
      for (index, minutes) in missed.enumerated() {
        input.tables[index].values.append(
          MetricValue(
            id: "slo.missed", scope: "workload:wahl", unit: "min", mean: 0, low: nil, high: nil,
            n: nights, nights: minutes))
      }
      return try #require(Answer(input, language: language)).service.text
    }
    let some = [[0, 15, 210, 0, 30], [0, 0, 0, 0, 0], [0, 6, 8, 0, 6.0], [0, 0, 0, 0, 0]]
    #expect(
      try text(5, some, .de).hasSuffix(
        "„Inseln“ liegt in 3 von 5\u{A0}Nächten zeitweise unter dem Ziel (95\u{A0}% binnen "
          + "2\u{A0}s, angenommen), 15 bis 210\u{A0}Minuten lang; „Verbund“ in 3 von 5, "
          + "6 bis 8\u{A0}Minuten lang; „Bestellung“ und „Anmietung“ in keiner."))
    #expect(
      try text(1, [[0], [1], [0], [0]], .en).hasSuffix(
        "“Portal order” is below the target (95% within 2\u{A0}s, assumed) for 1\u{A0}minute; "
          + "“Islands”, “Federation” and “Renting” not at all."))
    #expect(
      try text(1, [[0], [0], [0], [0]], .de).contains(
        "Keine Variante liegt auch nur eine Minute unter dem Ziel"))
    // A run that did not measure it for all variants keeps the shares.
    #expect(try text(1, [[0], [1]], .de).contains("Binnen 2\u{A0}s beantwortet: "))
  }

  // MARK: The second sentence

  @Test func oneSizeDoesNotTellAboutEqualService() throws {
    #expect(try answer(SampleEvening()).equal.text.contains("mindestens zwei Größen"))
    #expect(try answer(SampleEvening(), .en).equal.text.contains("at least two sizes"))
  }

  @Test func equalServiceIsASizeAndMoney() throws {
    let text = try answer(SampleEvening.threeSizes).equal.text
    // 48 vCPU x 8,760 h x 0.04 EUR = 16,819.2 EUR, and 76.8 EUR for the night: 16,896.
    #expect(text.contains("im Mittel 95\u{A0}% binnen 2\u{A0}s"))
    #expect(
      text.contains("„Bestellung“ 48\u{A0}vCPU oder weniger (bis\u{A0}16\u{202F}900\u{A0}EUR)"))
    // 96 vCPU: 33,638.4 EUR and 29.3 EUR; 192 vCPU: 67,276.8 EUR and nothing.
    #expect(text.contains("„Verbund“ über 48 bis 96\u{A0}vCPU (bis\u{A0}33\u{202F}670\u{A0}EUR)"))
    #expect(text.contains("„Inseln“ über 96 bis 192\u{A0}vCPU (bis\u{A0}67\u{202F}280\u{A0}EUR)"))
    // Renting holds at no size.
    #expect(
      text.contains(
        "„Anmietung“ mehr als 192\u{A0}vCPU (über\u{A0}67\u{202F}340\u{A0}EUR)"))
  }

  /// Two sizes in each of two placements of demand, which differ in the pages of a visit.
  @Test func anotherPlacementIsComparedByTheRankOfItsSizes() throws {
    var evening = SampleEvening()
    evening.cases = ["a1", "a2", "b1", "b2"]
    evening.replicas = [6, 12, 3, 6]
    func nights(_ mean: Double) -> [Double] { [-0.002, 0.002, 0, 0.001, -0.001].map { mean + $0 } }
    let (small, large) = ([0.90, 0.96].map(nights), [0.96, 0.97].map(nights))
    func text(_ byCase: [[[Double]]], _ language: Language) throws -> String {
      evening.onTimeByCase = byCase
      var input = evening.input
      for index in input.experiment.cells.indices {
        guard input.experiment.cells[index].case.hasPrefix("b") else { continue }
        input.experiment.cells[index].scenario.workloads[0].visit.pages = 5
      }
      return try #require(Answer(input, language: language)).equal.text
    }
    let (german, english) = try (
      text([small, large, small, large], .de), text([small, large, small, large], .en)
    )
    #expect(german.contains("ebenso mit bis\u{A0}24 und bis\u{A0}48\u{A0}vCPU"))
    #expect(english.contains(": alike with up to\u{A0}24 and up to\u{A0}48\u{A0}vCPU"))
    #expect(try text([small, large, large, large], .de).contains(" Anders ist es bei "))
  }

  // MARK: The third sentence

  @Test func theThirdNamesLendersLimitsAndMoney() throws {
    let text = try answer(SampleEvening()).price.text
    #expect(text.hasPrefix("Schlechter bedient wird „Serviceportal Nord“ mit „Verbund“; je Nacht "))
    #expect(text.contains("5\u{A0}Nächte tragen einen Vergleich, nie eine Zusage"))
    #expect(
      text.contains(
        "je Nacht werden für alle Dienste zusammen 76,8\u{A0}EUR („Bestellung“) und "
          + "29,3\u{A0}EUR („Verbund“) untereinander verrechnet und 61,4\u{A0}EUR "
          + "(„Anmietung“) nach außen bezahlt"))
  }

  @Test func thoseWhoOfferAndNeverLentAreCounted() throws {
    var evening = SampleEvening()
    func hours(_ mean: Double) -> Interval { Interval.mean(of: [mean, mean]) }
    let loan = LoanSummary(
      lender: "nord", borrower: "west", workload: "wahl", isExternal: false, vCPUHours: hours(8),
      gigabytes: hours(1), cost: hours(1))
    evening.loans = [[], [], [loan], []]
    #expect(try !answer(evening).price.text.contains("verliehen"))
    var input = evening.input
    for index in input.experiment.cells.indices {
      input.experiment.cells[index].scenario.lending.offers += ["a", "b"].map {
        Offer(site: $0, vCPU: 8)
      }
    }
    let text = try #require(Answer(input, language: .de)).price.text
    #expect(
      text.contains("Verliehen hat nur „nord“, die zwei anderen anbietenden Standorte nie."))
  }

  @Test(arguments: [
    (0.0, "0\u{A0}EUR"), (0.004, "<0,01\u{A0}EUR"), (0.0922, "0,09\u{A0}EUR"),
    (26.31, "26,3\u{A0}EUR"), (31_539.6, "31\u{202F}540\u{A0}EUR"),
  ])
  func amountsOfMoney(_ value: Double, _ text: String) {
    #expect(Voice(.de).euros(value) == text)
  }

  @Test func anOrderInAdvanceSaysHowGoodItsForecastIs() throws {
    var input = SampleEvening.threeSizes.input
    for index in input.experiment.cells.indices
    where input.experiment.cells[index].variant == "portal" {
      var scenario = input.experiment.cells[index].scenario
      scenario.lending.order = .portal
      scenario.lending.placed = 14 * 24 * .hour
      // From 16:00 on, local time.
      scenario.lending.arrival = .hour
      scenario.uncertain.forecast.low = 0.5
      scenario.uncertain.forecast.high = 1.5
      input.experiment.cells[index].scenario = scenario
    }
    let text = try #require(Answer(input, language: .de)).equal.text
    #expect(
      text.contains("ist 14\u{A0}Tage vorher aus den Zahlen ebendieser Nacht berechnet, bis auf "))
    #expect(text.contains("−50 bis +50\u{A0}%"))
    // 256 vCPU x 8,760 h x 0.04 EUR = 89,702.4.
    #expect(text.contains("(bis zu 89\u{202F}700\u{A0}EUR im Jahr, nicht enthalten)"))
    let page = HTMLReport.render(input)
    #expect(page.contains("wird 14\u{A0}Tage vorher für die erwartete Last bestellt"))
    #expect(page.contains("selbsttätig geliehen"))
  }

  @Test func nobodyServedWorseIsSaid() throws {
    #expect(
      try answer(alike).price.text.hasPrefix(
        "Von den Diensten der anderen Standorte wird keiner schlechter bedient; je Nacht "))
    var cases = alike
    cases.cases = ["a", "b"]
    #expect(
      try answer(cases, .en).price.text.hasPrefix(
        "In none of the 2\u{A0}cases is any service of the other sites served worse; per night "))
  }

  @Test func fiftyNineNightsSupportMoreThanFiftyEight() throws {
    var evening = SampleEvening()
    evening.onTime = [(0..<60).map { 0.9 + 0.001 * Double($0 % 7) }]
    evening.lender = evening.onTime
    evening.nights = 59
    #expect(try answer(evening, .en).price.text.contains("only if none of them failed"))
    evening.nights = 58
    #expect(try answer(evening, .en).price.text.contains("never a guarantee"))
  }

  // MARK: All

  @Test(arguments: Language.allCases, [1, 3, 5])
  func sentencesStayShort(_ language: Language, _ nights: Int) throws {
    for base in [SampleEvening(), SampleEvening.threeSizes] {
      var evening = base
      evening.nights = nights
      for point in try answer(evening, language).points {
        for sentence in [point.sentence] + point.remarks {
          // Between ordinary spaces: a figure with its unit and interval is one word.
          #expect(sentence.split(separator: " ").count <= 48, "\(sentence)")
          #expect(sentence.hasSuffix(".") && !sentence.contains(". "))
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func everyFigureStandsInTheTable(_ language: Language) throws {
    let input = SampleEvening().input
    let page = HTMLReport.render(input)
    let view = try #require(CaseView.all(of: input).first)
    let row = try #require(view.row("slo.attainment", of: "wahl"))
    let format = view.format(row, Voice(language))
    let text = try answer(SampleEvening(), language).service.text
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
    let text = try #require(Answer(input, language: .en))
    #expect(text.service.text.contains("was not measured"))
    #expect(!HTMLReport.render(input).isEmpty)
    input.tables = []
    #expect(Answer(input, language: .de) == nil)
    #expect(HTMLReport.render(input).contains("enthält kein Ergebnis"))
    #expect(!TerminalTable.render(input, language: .de).isEmpty)
  }
}

extension SampleEvening {
  /// 48, 96 and 192 vCPU: ordering holds 95 % from the smallest on, lending from the middle one,
  /// islands at the largest, renting at none.
  static var threeSizes: SampleEvening {
    var evening = SampleEvening()
    evening.cases = ["klein", "mittel", "gross"]
    evening.replicas = [6, 12, 24]
    func nights(_ mean: Double) -> [Double] { [-0.002, 0.002, 0, 0.001, -0.001].map { mean + $0 } }
    evening.onTimeByCase = [
      [0.70, 0.96, 0.94, 0.90].map(nights), [0.90, 0.97, 0.96, 0.91].map(nights),
      [0.96, 0.98, 0.97, 0.92].map(nights),
    ]
    return evening
  }
}
