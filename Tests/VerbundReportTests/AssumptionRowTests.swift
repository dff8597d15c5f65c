import Testing
import VerbundModel

@testable import VerbundReport

@Suite struct AssumptionRowTests {
  private func item(
    _ path: String, _ value: String, _ confidence: Confidence = .A, _ source: String = "read"
  ) -> Assumption {
    Assumption(path: path, value: value, confidence: confidence, source: source)
  }

  @Test func theSameFigureAtManyPlacesIsOneRow() {
    let rows = AssumptionRow.all(of: [
      item("sites.west.pue", "1.46"), item("sites.west.hosts.0.count", "4"),
      item("sites.sued.pue", "1.46"), item("sites.sued.hosts.0.count", "4"),
      item("sites.ost.pue", "1.2"), item("places.ost.pue", "1.46"),
    ])
    #expect(rows.map(\.paths.count) == [2, 2, 1, 1])
    #expect(rows[0].pattern.text == "sites.*.pue" && rows[0].pattern.places == ["west", "sued"])
    #expect(rows[1].pattern.text == "sites.*.hosts.0.count")
    #expect(rows[2].pattern == ("sites.ost.pue", []))
  }

  @Test func idsInAMapFoldToo() {
    let rows = AssumptionRow.all(of: [
      item("lending.offers.sued", "48 vCPU"), item("lending.offers.nord", "48 vCPU"),
      item("lending.offers.wien", "64 vCPU"),
    ])
    #expect(rows.map { $0.pattern.text } == ["lending.offers.*", "lending.offers.wien"])
    #expect(rows[0].pattern.places == ["sued", "nord"])
  }

  @Test func figuresOfOneMappingAreOneRow() {
    let burst = "services.portal.demand.bursts.polls-close"
    let rows = AssumptionRow.all(of: [
      item("\(burst).at", "18:02"), item("\(burst).rise", "2 min"), item("\(burst).fall", "8 min"),
      item("\(burst).height", "1.95", .D), item("services.portal.visit.think", "20 s", .D),
    ])
    #expect(rows.map(\.paths) == [[burst], ["\(burst).height"], ["services.portal.visit.think"]])
    #expect(rows[0].figures.map(\.value) == ["18:02", "2 min", "8 min"])
  }

  /// Confidence and source tell figures apart, and each one is still there.
  @Test func noFigureIsLost() {
    let all = (0..<60).map { index in
      item(
        "part\(index % 2).id\(index % 7).key\(index % 3)", "\(index % 4)",
        index % 5 == 0 ? .V : .A, "source \(index % 2)")
    }
    let rows = AssumptionRow.all(of: all)
    #expect(rows.count < Set(all).count)
    let told = rows.flatMap { row -> [Assumption] in
      let paths = row.figures.count > 1 ? row.figures.map(\.path) : row.paths
      return paths.enumerated().map { index, path in
        item(
          path, row.figures[row.figures.count > 1 ? index : 0].value, row.confidence, row.source)
      }
    }
    #expect(told.count == Set(told).count && Set(told) == Set(all))
  }

  @Test func valuesAndSourcesAreReadable() {
    let (de, en) = (Voice(.de), Voice(.en))
    #expect(AssumptionText.value("0.78 … 1 … 2.33", de) == "0,78 … 1 … 2,33")
    #expect(AssumptionText.value("0.78 … 1 … 2.33", en) == "0.78 … 1 … 2.33")
    #expect(AssumptionText.value("18:02, v. 3", de) == "18:02, v. 3")
    #expect(AssumptionText.value("[1.5, 1.5, 1.5, 1.5, 1.5]", de) == "5\u{A0}×\u{A0}1,5")
    #expect(AssumptionText.value("1, 2, 1, 1, 1", en) == "1, 2, 1, 1, 1")
    #expect(AssumptionText.source("default of the format", de) == ("Vorgabe des Formats", ""))
    #expect(
      AssumptionText.source("default of the format: borderstep.org", de)
        == ("Vorgabe des Formats", "borderstep.org"))
    #expect(AssumptionText.source("borderstep.org 2.1", de) == ("", "borderstep.org 2.1"))
  }

  @Test func germanNamesStandBesideTheKeys() {
    #expect(FigureName.german(of: "sites.west.pue") == "PUE")
    #expect(FigureName.german(of: "services.portal.page.hits") == "Zugriffe je Seite")
    #expect(FigureName.german(of: "doors.large.door.hits") == "Zugriffe, höchstens")
    #expect(FigureName.german(of: "lending.offers.sued") == "Angebot")
    #expect(FigureName.german(of: "workloads.portal.demand.regions.NW") == "Anteil der Region")
    #expect(FigureName.german(part: "regions") == "Regionen")
    #expect(FigureName.german(of: "what.nobody.knows") == nil)
    var input = SampleEvening().input
    input.experiment.assumptions = [
      item("sites.west.pue", "1.46"), item("sites.nord.pue", "1.46"),
      item("services.portal.slo.share", "99.5 %"), item("services.portal.slo.threshold", "2 s"),
    ]
    let page = HTMLReport.render(input)
    #expect(page.contains("PUE <code lang=\"en\">sites.*.pue</code>"))
    #expect(page.contains("*: west, nord</small>") && page.contains("<td>1,46</td>"))
    #expect(page.contains("<summary>Standorte, <code>sites</code> (2)</summary>"))
    // The title of the fold is not printed twice.
    #expect(page.contains("<caption><span class=\"spoken\">Annahmen unter sites</span>"))
    #expect(page.contains("Dienstziel <code lang=\"en\">services.portal.slo</code>"))
    #expect(
      page.contains("Zielanteil\u{A0}<b>99,5 %</b> · Frist der Antwort\u{A0}<b>2 s</b>")
        && page.contains("share\u{A0}<b>99.5 %</b> · threshold\u{A0}<b>2 s</b>"))
    #expect(page.contains("<th scope=\"row\"><code lang=\"en\">sites.*.pue</code>"))
  }
}
