import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel

@testable import VerbundReport

@Suite struct TurningPointsTests {
  /// Ten minutes by hand: a quiet start, a burst in the fourth, help from the sixth on.
  private let worked = TurningPoints(
    load: [5, 20, 60, 200, 150, 100, 80, 60, 40, 10],
    attainment: [0.5, 1, 0.94, 0.40, 0.60, 0.97, 0.93, 0.96, 0.99, nil], target: 0.95,
    missing: [0, 0.4, 1, 12, 8, 0, 0, 0, 0, 0], lent: [0, 0, 0, 0, 0, 4, 4, 4, 4, 0])

  @Test func pointsByHand() {
    #expect(worked.peak == .init(step: 3, value: 200))
    // 0.4 vCPU in the second minute is less than half a vCPU.
    #expect(worked.short == .init(step: 2, value: 1))
    #expect(worked.gap == .init(step: 3, value: 12))
    #expect(worked.lent == .init(step: 5, value: 4))
    #expect(worked.returned == .at(9))
    // The first minute has less than a tenth of the highest load.
    #expect(worked.worst == .init(step: 3, value: 0.40))
    #expect(worked.missed == .init(step: 2, value: 0.94))
    // Below again in the seventh minute: back for good with the eighth.
    #expect(worked.back == .at(7))
  }

  @Test func whatNeverHappensIsNil() {
    let calm = TurningPoints(
      load: [10, 10], attainment: [1, 1], target: 0.95, missing: [0, 0],
      lent: [0, 0])
    #expect(calm.short == nil && calm.gap == nil && calm.lent == nil && calm.returned == nil)
    #expect(calm.missed == nil && calm.back == nil)
    #expect(calm.worst == .init(step: 0, value: 1))
  }

  @Test func whatDoesNotEndIsSaidNotTo() {
    let bad = TurningPoints(
      load: [10, 10], attainment: [1, 0.2], target: 0.95, lent: [0, 3])
    #expect(bad.back == .never && bad.returned == .never)
  }

  @Test func nothingSimulatedIsNothing() {
    let empty = TurningPoints(load: [nil, nil], attainment: [nil, nil], target: 0.95)
    #expect(empty.peak == nil && empty.worst == nil && empty.missed == nil)
    let none = TurningPoints(load: [], attainment: [], target: 0.95)
    #expect(none == TurningPoints(load: [], attainment: [.nan], target: 0.95) || none.steps == 0)
  }

  /// One night in five lacks half a vCPU, the others have more than they need: the mean is 0.1.
  @Test func surplusDoesNotCancelShortage() {
    func points(_ missing: [Double?]) -> TurningPoints {
      TurningPoints(
        load: [10, 10], attainment: [1, 1], target: 0.95, missing: missing, nights: 5)
    }
    #expect(points([0, 0.1]).short == .init(step: 1, value: 0.1))
    #expect(points([0, 0.09]).short == nil && points([0, 0.09]).knowsMissing)
    #expect(!points([]).knowsMissing)
  }

  @Test func quietStepsAreLeftOut() {
    #expect(BusySteps.of([0.1, 0.9, 0.8], load: [9.9, 100, 10]) == [nil, 0.9, 0.8])
    #expect(BusySteps.of([0.1, 0.9], load: []) == [0.1, 0.9])
    #expect(BusySteps.of([0.1, 0.9], load: [nil, 5]) == [nil, 0.9])
  }

  private func missed(_ nights: [Double?]) -> MetricValue {
    MetricValue(
      id: "slo.missed", scope: "workload:wahl", unit: "min", mean: nil, low: nil, high: nil,
      n: nights.count, nights: nights)
  }

  private func told(
    _ language: Language, _ points: TurningPoints, _ nights: [Double?]?, of count: Int = 5
  ) throws -> String {
    let view = try #require(CaseView.all(of: SampleEvening().input).first)
    let text = TurningText(view: view, voice: Voice(language), step: .minute)
    return TurningSentence(
      text: text, points: points, missed: nights.map(missed), nights: count
    ).words(language == .de ? "„Verbund“" : "“Federation”")
  }

  @Test func wordsWithClockTimes() throws {
    let view = try #require(CaseView.all(of: SampleEvening().input).first)
    let german = TurningText(view: view, voice: Voice(.de), step: .minute)
    let english = TurningText(view: view, voice: Voice(.en), step: .minute)
    #expect(german.clock(0) == "16:00\u{A0}Uhr" && english.clock(7) == "16:07")
    let texts = german.rows([worked]).map { $0.text(worked) }
    #expect(texts.first == "16:03\u{A0}Uhr: 200 Aufrufe je\u{A0}s")
    #expect(texts[1] == "16:02\u{A0}Uhr: es fehlen 1,0\u{A0}vCPU")
    #expect(texts.last == "16:09\u{A0}Uhr")
    // A run that does not say what was missing has two rows less.
    let old = TurningPoints(load: [9, 9], attainment: [1, 1], target: 0.95)
    #expect(german.rows([old]).count == texts.count - 2)
  }

  @Test func nightsAreToldBeforeTheirMean() throws {
    #expect(
      try told(.de, worked, [0, 15, 210, 0, 20])
        == "„Verbund“ verfehlt das Ziel in 3 von 5\u{A0}Nächten, 15 bis 210\u{A0}Minuten lang; "
        + "liegt im Mittel der Nächte ab 16:02\u{A0}Uhr unter dem Ziel, am tiefsten um "
        + "16:03\u{A0}Uhr mit 40,0\u{A0}%, und erreicht es ab 16:07\u{A0}Uhr dauerhaft wieder; "
        + "Geliehenes oder Gemietetes ist ab 16:05\u{A0}Uhr bereit.")
    #expect(
      try told(.en, worked, nil)
        == "“Federation” is on average over the nights below the target from 16:02, lowest at "
        + "16:03 with 40.0%, and reaches it again for good from 16:07; what is borrowed or rented "
        + "is ready from 16:05.")
    #expect(
      try told(.en, worked, [1], of: 1).hasPrefix(
        "“Federation” misses the target on the one night, for 1\u{A0}minute; is below"))
  }

  @Test func reachedTargetsAndMissingSeriesAreTrueSentences() throws {
    let kept = TurningPoints(load: [9, 9], attainment: [0.97, 0.99], target: 0.95)
    #expect(
      try told(.en, kept, [0, 0])
        == "“Federation” reaches the target throughout on all 2\u{A0}nights; is on average over "
        + "the nights below the target in no minute, most narrowly so at 16:00 with 97.0%.")
    let all = TurningPoints(load: [9, 9], attainment: [1, 1], target: 0.95)
    #expect(
      try told(.de, all, [0, 0])
        == "„Verbund“ erreicht das Ziel in allen 2\u{A0}Nächten durchgehend.")
    let none = TurningPoints(load: [], attainment: [], target: 0.95)
    #expect(try told(.en, none, nil) == "“Federation”: no series.")
  }
}
