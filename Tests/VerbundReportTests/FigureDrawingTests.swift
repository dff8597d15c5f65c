import Foundation
import Testing
import VerbundModel

@testable import VerbundReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FigureDrawingTests {
  private let curves = [
    Figure.Curve(
      title: "A", style: 0, mean: [0, 50, 100], low: [0, 40, 90], high: [0, 60, 100]),
    Figure.Curve(title: "B", style: 1, mean: [nil, 25, nil]),
  ]

  private func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

  @Test func curvesAreDrawnToScale() {
    let path = CurvePath(left: 0, right: 300, top: 0, bottom: 100, full: 100, steps: 3)
    #expect(path.line([0, 50, 100]) == "M50 100l100-50 100-50")
    #expect(path.line([nil, 25, nil]) == "M150 75l0 0")
    #expect(path.band([0, 40, 90], [0, 60, 100]) == "M50 100l100-60 100-40 0 10-100 50-100 40z")
    // The middle of a level line is left out.
    #expect(path.line([50, 50, 50]) == "M50 50l200 0")
    #expect(path.line([.nan, .infinity, nil]) == "")
  }

  @Test func longCurvesAreThinned() {
    let path = CurvePath(left: 0, right: 1_000, top: 0, bottom: 100, full: 10, steps: 100_000)
    let zigzag = (0..<100_000).map { Double($0 / 1_000 % 10) as Double? }
    let numbers = path.line(zigzag).split { !"0123456789".contains($0) }
    #expect(numbers.count <= 2 * CurvePath.finest)
  }

  @Test func aDrawingAloneIsWellFormedAndColoured() {
    for figure in [
      FigureSamples.evening(curves, unit: "%", top: 100),
      FigureSamples.bars([
        Figure.Bar(group: "G", title: "A", style: 0, value: 50, low: 40, high: 60),
        Figure.Bar(group: "G", title: "B", style: 1, value: nil),
      ]),
    ] {
      let text = FigureDrawing(figure: figure, voice: Voice(.de)).standalone
      #expect(isWellFormed(text))
      #expect(!text.contains("var(") && text.contains("#0b5cad"))
      #expect(text.contains("role=\"img\"") && text.contains("<title") && text.contains("<desc"))
    }
  }

  @Test(arguments: HostileTextTests.names)
  func hostileNamesStayText(_ name: String) {
    let curve = Figure.Curve(title: name, style: 0, mean: [1, 2])
    let figure = FigureSamples.evening([curve], title: name)
    let text = FigureDrawing(figure: figure, voice: Voice(.de)).standalone
    #expect(isWellFormed(text))
    for word in ["<script", "<img", "<!--", "]]>"] { #expect(!text.contains(word)) }
    let bars = FigureSamples.bars([Figure.Bar(group: name, title: name, style: 9, value: 1)])
    #expect(isWellFormed(FigureDrawing(figure: bars, voice: Voice(.en)).standalone))
  }

  @Test func equalCurvesAreDrawnOnceAndSaidSo() throws {
    let rows: [[Double?]] = [[1, 2], [1, 2.001], [1, 2], [1, 2]]
    let input = FigureSamples.input(["requests.offered": rows])
    let figure = try #require(FigureSamples.figures(input, .de).first)
    guard case .evening(let evening) = figure.shape else { return }
    #expect(evening.panels.map { $0.curves.map(\.title) } == [["alle Varianten"]])
    #expect(figure.note.contains("weicht keine um mehr als 0,5 % der Spitze ab"))
  }

  @Test func bothLanguagesShareTheCurves() {
    let page = HTMLReport.render(SampleEvening().input)
    let ids = page.ranges(of: "<g id=\"curves-").count
    #expect(ids > 0 && page.ranges(of: "<use href=\"#curves-").count == 2 * ids)
  }
}

@Suite struct FigureTableTests {
  @Test func aLongEveningKeepsItsPeakRows() {
    var values = (0..<600).map { Double($0 % 7) as Double? }
    values[123] = 99
    let curve = Figure.Curve(title: "A", style: 0, mean: values)
    let figure = FigureSamples.evening([curve])
    guard case .evening(let evening) = figure.shape else { return }
    let rows = FigureTable.rows(of: evening)
    #expect(rows.count <= 41 && rows.contains(0) && rows.contains(123))
    let table = FigureTable(figure: figure, voice: Voice(.de)).markup.text
    // 123 minutes after 16:00.
    #expect(table.contains("<th scope=\"row\">18:03</th><td>99</td>"))
  }

  @Test func numbersFollowTheLanguage() {
    let curve = Figure.Curve(title: "A", style: 0, mean: [1_234.5, 0.25])
    let figure = FigureSamples.evening([curve])
    let german = FigureTable(figure: figure, voice: Voice(.de)).markup.text
    let english = FigureTable(figure: figure, voice: Voice(.en)).markup.text
    #expect(german.contains("<td>1\u{202F}235</td>") && german.contains("<td>0,25</td>"))
    #expect(english.contains("<td>1,235</td>") && english.contains("<td>0.25</td>"))
  }
}
