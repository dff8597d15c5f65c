import Testing
import VerbundMeasure
import VerbundModel

@testable import VerbundReport

/// In the sample the islands answer seven page views of ten, the others nearly all.
@Suite struct NotComparableTests {
  private let page = HTMLReport.render(SampleEvening().input)

  /// The rows of the table with all alternatives whose heading begins so.
  private func row(_ title: String) throws -> Substring {
    let table = try #require(page.firstRange(of: "Varianten nebeneinander")).upperBound
    let start = try #require(page[table...].firstRange(of: "<th scope=\"row\">\(title)")).lowerBound
    let end = try #require(page[start...].firstRange(of: "</tr>")).lowerBound
    return page[start..<end]
  }

  @Test(arguments: [
    "Zugerechnete Energie", "Energie je 1\u{202F}000 Seitenaufrufe", "Zugerechnetes CO2",
    "Kosten am Markt", "Antwortzeit, 95",
  ])
  func unequalServiceIsNoSaving(_ title: String) throws {
    let row = try row(title)
    #expect(row.ranges(of: "<span aria-hidden=\"true\">≠ </span>unvergleichbar").count == 3)
    #expect(row.contains("der Dienst ist ungleich</small></th>"))
    // Neither a verdict nor a difference that reads like one.
    #expect(!row.contains("▲") && !row.contains("▼"))
    #expect(!row.contains(">+") && !row.contains(">−"))
  }

  @Test func serviceItselfIsCompared() throws {
    let row = try row("Anteil beantworteter Seitenaufrufe")
    #expect(!row.contains("unvergleichbar") && row.contains("▲"))
    #expect(row.contains("Prozentpunkte"))
  }

  /// The terminal pads a verdict to 16 characters.
  @Test(arguments: Language.allCases)
  func everyVerdictHasASignAndAShortWordOfItsOwn(_ language: Language) {
    let all: [Verdict] = [.better, .worse, .noRelevantDifference, .undecided, .notComparable]
    let voice = Voice(language)
    #expect(Set(all.map(\.sign)).count == all.count)
    #expect(Set(all.map { $0.shortWord(voice) }).count == all.count)
    for verdict in all {
      #expect(verdict.shortWord(voice).count <= 14)
      #expect(Verdict.legend(voice).contains("\(verdict.sign)\u{A0}\(verdict.shortWord(voice))"))
    }
  }

  @Test func theTerminalSaysItToo() throws {
    let text = TerminalTable.render(SampleEvening().input, language: .en, width: 120)
    let lines = text.split(separator: "\n")
    let energy = try #require(lines.firstIndex { $0.contains("Energy attributed") })
    #expect(lines[energy + 1].ranges(of: "≠ not comparable").count == 3)
    #expect(text.contains("≠\u{A0}not comparable (service"))
  }
}
