import Foundation
import Testing
import VerbundModel

@testable import VerbundReport

@Suite struct FigureFileTests {
  private func csv(_ figure: Figure, _ language: Language) -> [String] {
    FigureCSV(figure: figure, voice: Voice(language)).text.split(separator: "\n").map(String.init)
  }

  @Test func germanAndEnglishSpreadsheets() {
    let curve = Figure.Curve(
      title: "A", style: 0, mean: [1.5, nil], low: [1.25, nil], high: [2, nil])
    let figure = FigureSamples.evening([curve], title: "Leistung; Summe")
    #expect(
      csv(figure, .en) == [
        "time,quantity,variant,unit,mean,low,high",
        "2027-05-09T16:00:00+02:00,\"Leistung; Summe\",A,kW,1.5,1.25,2",
        "2027-05-09T16:01:00+02:00,\"Leistung; Summe\",A,kW,,,",
      ])
    #expect(
      csv(figure, .de) == [
        "\u{FEFF}Zeit;Kennzahl;Variante;Einheit;Mittel;unten;oben",
        "2027-05-09T16:00:00+02:00;\"Leistung; Summe\";A;kW;1,5;1,25;2",
        "2027-05-09T16:01:00+02:00;\"Leistung; Summe\";A;kW;;;",
      ])
  }

  @Test func everyRowHasAUnit() {
    let ratio = Figure.Bars(
      title: "x", unit: "", bars: [Figure.Bar(group: "a", title: "b", style: 0, value: 2)])
    let figure = Figure(id: "x", title: "x", finding: "", shape: .bars(ratio))
    #expect(csv(figure, .en)[1] == "a,x,b,1,2,,")
  }

  @Test(arguments: ["=cmd()", "+1", "-1", "@SUM(A1)"])
  func formulasAreDefused(_ name: String) {
    let figure = FigureSamples.bars([
      Figure.Bar(group: name, title: name, style: 0, value: -1)
    ])
    for language in Language.allCases {
      let cells = csv(figure, language)[1].split { $0 == "," || $0 == ";" }
      #expect(cells[0] == "'" + name && cells.last == "-1")
    }
  }

  @Test func quotesAndLinesStayInTheirCell() {
    let figure = FigureSamples.bars([
      Figure.Bar(group: "a\"b\nc", title: "x", style: 0, value: 1)
    ])
    #expect(csv(figure, .en).count == 2)
    #expect(csv(figure, .en)[1].hasPrefix("\"a\"\"b"))
  }

  @Test func namesComeFromIdsOnly() {
    var evening = SampleEvening()
    evening.cases = ["../../etc", "<b>"]
    evening.title = LocalizedText("../x")
    let names = FigureFiles.all(evening.input, language: .de).map(\.name)
    #expect(names.count > 2 && Set(names).count == names.count)
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    #expect(names.allSatisfy { $0.allSatisfy(allowed.contains) && !$0.contains("..") })
  }
}
