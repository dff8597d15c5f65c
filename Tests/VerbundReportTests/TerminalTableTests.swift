import Testing
import VerbundModel

@testable import VerbundReport

@Suite struct TerminalTableTests {
  private func lines(
    _ evening: SampleEvening = .init(), _ language: Language = .de, color: Bool = false,
    width: Int = 120
  ) -> [String] {
    TerminalTable.render(evening.input, language: language, color: color, width: width)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func serviceComesFirstWithTheLenderBesideIt() throws {
    let all = lines()
    let portal = try #require(all.firstIndex { $0.hasPrefix("  Ergebnisportal ") })
    let lender = try #require(all.firstIndex { $0.hasPrefix("  Serviceportal Nord ") })
    #expect(lender == portal + 2)
    let energy = try #require(all.firstIndex { $0.hasPrefix("Energie") })
    #expect(lender < energy)
    #expect(all[portal].contains("98,6 ± 0,1"))
    #expect(all[portal + 1].contains("▲ besser"))
    #expect(all[lender + 1].contains("▼ schlechter"))
    #expect(all[lender + 1].contains("= gleichwertig"))
  }

  @Test func columnsAlign() throws {
    let all = lines()
    let heads = try #require(all.first { $0.contains("Anmietung") && !$0.contains("·") })
    let portal = try #require(all.first { $0.hasPrefix("  Ergebnisportal ") })
    #expect(heads.count == portal.count)
  }

  @Test func latencyNeverStandsWithoutSuccess() {
    #expect(lines().contains { $0.contains("Antwortzeit") })
    var input = SampleEvening().input
    for index in input.tables.indices {
      input.tables[index].values.removeAll { $0.id == "success.share" }
    }
    #expect(!TerminalTable.render(input, language: .de).contains("Antwortzeit"))
    #expect(!HTMLReport.render(input).contains("Antwortzeit, 95"))
  }

  /// Two variants whose names begin alike are told apart, wide or narrow.
  @Test(arguments: [140, 60]) func longNamesAreWrappedNotCut(_ width: Int) {
    var input = SampleEvening().input
    for index in input.experiment.cells.indices {
      let variant = input.experiment.cells[index].variant
      input.experiment.cells[index].variantName = LocalizedText(
        "Federation with the neighbours, \(variant)-\(String(repeating: "x", count: 30))end")
    }
    let text = TerminalTable.render(input, language: .en, width: width)
    let table = text.split(separator: "\n").prefix { !$0.hasPrefix("Proposal: ") }
      .joined(separator: "\n")
    #expect(!table.contains("…") && table.contains("xend"))
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test func colourOnlyIfAsked() {
    #expect(!lines().joined().contains("\u{1B}"))
    #expect(lines(color: true).joined().contains("\u{1B}[32m"))
  }

  @Test(arguments: [100, 80, 60])
  func noLineIsWiderThanTheTerminal(_ width: Int) {
    for language in Language.allCases {
      for line in lines(.init(), language, width: width) {
        #expect(line.count <= width, "\(line)")
      }
    }
  }

  @Test func englishFiguresHavePoints() {
    let text = lines(.init(), .en).joined()
    #expect(text.contains("98.6 ± 0.1") && !text.contains("98,6"))
  }

  @Test func oneNightHasNeitherIntervalNorSign() {
    var evening = SampleEvening()
    evening.nights = 1
    let figures = lines(evening).prefix { !$0.hasPrefix("Vorschlag: ") }.joined()
    #expect(!figures.contains("±") && !figures.contains("▲"))
  }
}
