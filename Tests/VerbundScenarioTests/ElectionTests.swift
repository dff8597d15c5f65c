import Testing
import VerbundModel

@testable import VerbundScenario

@Suite struct ElectionTests {
  private func base(_ more: String) throws -> String {
    try Folder.text("\(Folder.wrong)/base.yaml") + more
  }

  @Test func anElectionMayStandInItsOwnWords() throws {
    let text = try base(
      "election: { date: \"2026-03-08\", kind: municipal, laender: [BY, HE], "
        + "confidence: V, source: s }\n"
    )
    let election = try #require(try ScenarioFile.read(text: text, file: "t.yaml").election)
    #expect(election.isExact && election.laender == ["BY", "HE"] && election.source == "s")
    #expect(election.id == "election")
    #expect(try ScenarioFile.read(text: try base(""), file: "t.yaml").election == nil)
  }

  @Test(arguments: [
    ("election: none-such", "there is no \"none-such\" in \"elections\""),
    ("election: { kind: landtag, laender: [NW] }", "the key \"date\" is missing"),
    (
      "election: { date: \"2026-02-30\", kind: landtag, laender: [NW] }",
      "must be a day such as 2026-03-08, or a season: spring 2027"
    ),
    (
      "election: { date: spring 27, kind: landtag, laender: [NW] }",
      "must be a day such as 2026-03-08, or a season: spring 2027"
    ),
    ("election: { date: spring 2027, kind: kreistag, laender: [NW] }", "landtag"),
    ("election: { date: spring 2027, kind: landtag, laender: [NRW] }", "did you mean \"NW\"?"),
  ])
  func whatIsNoElectionIsAnIssue(_ line: String, _ part: String) throws {
    let found = lines(text: try base(line + "\n"))
    #expect(found.count == 1 && found[0].contains(part), "\(found)")
  }
}
