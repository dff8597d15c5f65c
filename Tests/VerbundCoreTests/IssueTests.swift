import Testing
import VerbundCore

@Suite struct IssueTests {
  private func position(_ line: Int, _ column: Int = 1, file: String = "a.yaml") -> SourcePosition {
    SourcePosition(file: file, line: line, column: column)
  }

  @Test func printed() {
    let issue = Issue(
      at: position(31, 15), path: "sites.west.hots", "unknown key", hint: "did you mean \"hosts\"?")
    #expect(
      issue.description
        == "a.yaml:31:15: sites.west.hots: unknown key (did you mean \"hosts\"?)")
    #expect(Issue("empty file").description == "empty file")
  }

  @Test func sortedByPlaceAndOnce() {
    let list = IssueList([
      Issue(at: position(9), "d"), Issue(at: position(2, 7), "c"), Issue(at: position(2, 3), "b"),
      Issue("a"), Issue(at: position(9), "d"), Issue(at: position(1, file: "b.yaml"), "e"),
    ])
    #expect(list.issues.map(\.message) == ["a", "b", "c", "d", "e"])
  }

  @Test func sortedByPathWithoutPlace() {
    let list = IssueList([Issue(path: "b", "x"), Issue(path: "a", "y"), Issue(path: "a", "x")])
    #expect(list.issues.map { $0.path + $0.message } == ["ax", "ay", "bx"])
  }
}
