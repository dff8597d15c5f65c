import Testing
import VerbundCore
import VerbundModel

@testable import VerbundReport

@Suite struct TurningPointsTests {
  /// Ten minutes by hand: a quiet start, a burst in the fourth, help from the sixth on.
  private let worked = TurningPoints(
    load: [5, 20, 60, 200, 150, 100, 80, 60, 40, 10],
    attainment: [0.5, 1, 0.94, 0.40, 0.60, 0.97, 0.93, 0.96, 0.99, nil], promise: 0.95,
    wanted: [4, 4.4, 9, 20, 16, 12, 8, 6, 4, 4], ready: [4, 4, 8, 8, 8, 12, 12, 12, 12, 4],
    lent: [0, 0, 0, 0, 0, 4, 4, 4, 4, 0])

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
      load: [10, 10], attainment: [1, 1], promise: 0.95, wanted: [2, 2], ready: [2, 2],
      lent: [0, 0])
    #expect(calm.short == nil && calm.gap == nil && calm.lent == nil && calm.returned == nil)
    #expect(calm.missed == nil && calm.back == nil)
    #expect(calm.worst == .init(step: 0, value: 1))
  }

  @Test func whatDoesNotEndIsSaidNotTo() {
    let bad = TurningPoints(
      load: [10, 10], attainment: [1, 0.2], promise: 0.95, lent: [0, 3])
    #expect(bad.back == .never && bad.returned == .never)
  }

  @Test func nothingSimulatedIsNothing() {
    let empty = TurningPoints(load: [nil, nil], attainment: [nil, nil], promise: 0.95)
    #expect(empty.peak == nil && empty.worst == nil && empty.missed == nil)
    let none = TurningPoints(load: [], attainment: [], promise: 0.95)
    #expect(none == TurningPoints(load: [], attainment: [.nan], promise: 0.95) || none.steps == 0)
  }

  @Test func wordsWithClockTimes() throws {
    let view = try #require(CaseView.all(of: SampleEvening().input).first)
    let german = TurningText(view: view, voice: Voice(.de), step: .minute)
    let english = TurningText(view: view, voice: Voice(.en), step: .minute)
    let start = german.clock(0)
    #expect(start == "16:00\u{A0}Uhr" && english.clock(7) == "16:07")
    #expect(
      german.sentence("„Verbund“", worked)
        == "„Verbund“ verfehlt die Zusage ab 16:02\u{A0}Uhr, am tiefsten um 16:03\u{A0}Uhr mit "
        + "40,0\u{A0}%, hält sie ab 16:07\u{A0}Uhr wieder, Geliehenes hilft ab 16:05\u{A0}Uhr.")
    #expect(
      english.sentence("“Federation”", worked)
        == "“Federation” misses the promise from 16:02, lowest at 16:03 with 40.0%, keeps it again "
        + "from 16:07, what is borrowed helps from 16:05.")
    let texts = german.rows.map { $0.text(worked) }
    #expect(texts.first == "16:03\u{A0}Uhr: 200 Aufrufe je\u{A0}s")
    #expect(texts[1] == "16:02\u{A0}Uhr: es fehlen 1,0\u{A0}vCPU")
    #expect(texts.last == "16:09\u{A0}Uhr")
  }

  @Test func keptPromisesAndMissingSeriesAreTrueSentences() throws {
    let view = try #require(CaseView.all(of: SampleEvening().input).first)
    let text = TurningText(view: view, voice: Voice(.en), step: .minute)
    let kept = TurningPoints(load: [9, 9], attainment: [0.97, 0.99], promise: 0.95)
    #expect(
      text.sentence("“A”", kept)
        == "“A” keeps the promise in every minute, most narrowly at 16:00 with 97.0%.")
    let none = TurningPoints(load: [], attainment: [], promise: 0.95)
    #expect(text.sentence("“A”", none) == "“A”: no series.")
  }
}
