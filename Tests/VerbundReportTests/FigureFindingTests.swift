import Testing
import VerbundModel

@testable import VerbundReport

/// Sentences made from figures that were worked out by hand.
@Suite struct FigureFindingTests {
  private func finding(
    _ name: String, _ values: [String: [[Double?]]], _ language: Language = .de, nights: Int = 5
  ) throws -> String {
    let figures = FigureSamples.figures(FigureSamples.input(values, nights: nights), language)
    return try #require(figures.first { $0.id == "case-0-\(name)" }).finding
  }

  /// At 16:02 the second variant has 3 of 1,200 page views per second: too few to be named.
  @Test func theHighestLoadAndTheDeepestSharesAreNamed() throws {
    let values: [String: [[Double?]]] = [
      "requests.offered": [[1, 1_234.4, 3], [1, 1_200, 3]],
      "slo.attainment": [[1, 0.1234, nil], [0.99, 0.98, 0.5]],
    ]
    #expect(
      try finding("load", values)
        == """
        In „Inseln“ ist die Last im Mittel der Nächte um 16:01\u{A0}Uhr am höchsten (1\u{202F}234 \
        Seitenaufrufe je Sekunde); am tiefsten liegt der rechtzeitig beantwortete Anteil so: \
        „Inseln“ 12,3\u{A0}% um 16:01\u{A0}Uhr und „Bestellung“ 98,0\u{A0}% um 16:01\u{A0}Uhr.
        """)
    #expect(
      try finding("load", values, .en)
        == """
        Load, on average over the nights, is highest in “Islands” at 16:01 (1,234 page views per \
        second); the share answered in time is lowest as follows: “Islands” 12.3% at 16:01 and \
        “Portal order” 98.0% at 16:01.
        """)
  }

  @Test func equalVariantsAreSaidOnce() throws {
    let values: [String: [[Double?]]] = [
      "requests.offered": [[1, 2]], "slo.attainment": [[1, 1], [1, 1]],
    ]
    #expect(try finding("load", values).contains("in allen Varianten 100,0\u{A0}% um 16:00"))
    let one: [String: [[Double?]]] = ["requests.offered": [[1, 2]], "slo.attainment": [[1, 1]]]
    #expect(try !finding("load", one).contains("in allen"))
  }

  @Test func aShareIsNeverRoundedToAll() throws {
    let values: [String: [[Double?]]] = [
      "requests.offered": [[1, 2]], "slo.attainment": [[1, 0.99999]],
    ]
    #expect(try finding("load", values).contains("„Inseln“ >99,9\u{A0}%"))
  }

  @Test func nobodyAndNothingMeasured() throws {
    let values: [String: [[Double?]]] = [
      "requests.offered": [[0, 0]], "slo.attainment": [[nil, nil]],
    ]
    #expect(
      try finding("load", values, .en)
        == "Nobody comes; a share answered in time was not measured.")
    #expect(FigureSamples.figures(FigureSamples.input([:]), .de).isEmpty)
    let oneStep: [String: [[Double?]]] = ["requests.offered": [[1]]]
    #expect(FigureSamples.figures(FigureSamples.input(oneStep), .de).isEmpty)
  }

  @Test func whatIsMissingIsNotMeansSubtracted() throws {
    let values: [String: [[Double?]]] = [
      "capacity.wanted": [[10, 40, 20], [10, 10, 10]],
      "capacity.ready": [[10, 16, 16], [16, 16, 16]],
      "capacity.missing": [[0, 24, 6], [0, 0, 0]],
      "capacity.lent": [[0, 0, 0], [0, 6, 4]],
    ]
    #expect(
      try finding("capacity", values)
        == """
        Am meisten fehlt im Mittel der Nächte: „Inseln“ 24\u{A0}vCPU um 16:01\u{A0}Uhr und \
        „Bestellung“ nichts; geliehen oder gemietet wird im Mittel der Nächte höchstens: \
        „Bestellung“ 6\u{A0}vCPU um 16:01\u{A0}Uhr.
        """)
    #expect(try finding("capacity", values, nights: 1).hasPrefix("Am meisten fehlt in der einen"))
  }

  @Test func enoughCapacityIsSaid() throws {
    let values: [String: [[Double?]]] = [
      "capacity.wanted": [[10, 10]], "capacity.ready": [[10, 16]], "capacity.lent": [[0, 0]],
      "capacity.missing": [[0, 0]],
    ]
    #expect(
      try finding("capacity", values, .en)
        == """
        At no step is more needed than ready; nothing is lent or rented.
        """)
    var old = values
    old["capacity.missing"] = nil
    #expect(try finding("capacity", old, .en) == "Nothing is lent or rented.")
  }

  @Test func latencyStandsBesideSuccessOnly() throws {
    let latency: [String: [[Double?]]] = ["latency.p95": [[100, 200]]]
    #expect(FigureSamples.figures(FigureSamples.input(latency), .de).isEmpty)
    var values = latency
    values["success.share"] = [[1, 0.25]]
    #expect(
      try finding("service", values, .en)
        == """
        On average over the nights, the least is answered as follows: “Islands” 25.0% at 16:01; \
        the latency that 95% stay below is longest as follows: “Islands” 200\u{A0}ms at 16:01.
        """)
  }

  /// 95 % are promised. Means of the first case: 71.2, 93.4, 98.6 and 97.1 %.
  @Test func severalCasesAreToldByWhoMissesTheTarget() throws {
    var evening = SampleEvening()
    evening.cases = ["eins", "zwei"]
    evening.onTimeByCase = [evening.onTime, [[0.9], [1], [1], [1]]]
    let input = evening.input
    func told(_ language: Language) throws -> String {
      let figure = CaseFigures(
        input: input, views: CaseView.all(of: input), voice: Voice(language)
      ).attainment
      return try #require(figure).finding
    }
    #expect(
      try told(.en)
        == """
        target 95%: missed on average by “Islands” in 2 of 2 cases and “Portal order” in 1 of 2 \
        cases; reached in all cases by “Federation” and “Renting”.
        """)
    let german = try told(.de)
    #expect(german.hasPrefix("Ziel 95\u{A0}%: im Mittel verfehlt von „Inseln“ in 2 von 2 Fällen"))
  }

  @Test func casesAreToldFromLowestToHighest() throws {
    let input = SampleEvening().input
    let figure = try #require(
      CaseFigures(input: input, views: CaseView.all(of: input), voice: Voice(.en)).attainment)
    // Means by hand: 98.602 and 71.24 per cent.
    #expect(figure.finding.contains("from 71.2% in “Islands” to 98.6% in “Federation”"))
  }
}
