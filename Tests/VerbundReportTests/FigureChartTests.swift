import Foundation
import Testing
import VerbundCore
import VerbundModel

@testable import VerbundReport

/// The specifications that a browser draws from, and the scripts of the page.
@Suite struct FigureChartTests {
  private func json(_ text: JSONText) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.text.utf8))
    return try #require(value as? [String: Any])
  }

  private func rows(_ figure: Figure) throws -> [[String: Any]] {
    let text = VegaLiteSpec(figure: figure, voice: Voice(.de)).data.text
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [[String: Any]])
  }

  @Test func theDataAreTheFigures() throws {
    let curve = Figure.Curve(
      title: "A", style: 3, mean: [1.5, nil, 12_345.6], low: [1, nil, 2], high: [2, nil, 3])
    let row = try #require(try rows(FigureSamples.evening([curve])).first)
    let means = try #require(row["m"] as? [Any])
    #expect(means.count == 3 && means[0] as? Double == 1.5 && means[1] is NSNull)
    // Four significant digits.
    #expect(means[2] as? Double == 12_350)
    #expect(row["s"] as? Int == 3)
    let bar = Figure.Bar(group: "", title: "A", style: 1, value: 98.7654, low: 97, high: 100)
    let values = try #require(try rows(FigureSamples.bars([bar])).first)
    #expect(values["m"] as? Double == 98.7654 && values["l"] as? Double == 97)
  }

  @Test func longCurvesAreMeansOverSteps() throws {
    let curve = Figure.Curve(
      title: "A", style: 0, mean: (0..<600).map { Double($0 / 4) as Double? })
    let row = try #require(try rows(FigureSamples.evening([curve])).first)
    let means = try #require(row["m"] as? [Double])
    #expect(means == (0..<150).map(Double.init))
  }

  @Test func legendsHaveOneDomain() throws {
    let twins = ["A", "A", "B"].enumerated().map {
      Figure.Curve(title: $1, style: $0, mean: [1, 2])
    }
    let spec = VegaLiteSpec(figure: FigureSamples.evening(twins), voice: Voice(.en)).full
    let domains = spec.text.ranges(of: "\"domain\":[\"A\",\"A (2)\",\"B\"]").count
    #expect(domains == 2)
    #expect(try json(spec)["description"] as? String == "Sample. What is found.")
  }

  @Test(arguments: HostileTextTests.names + ["=cmd()", "\\", "'); alert(1)//"])
  func hostileNamesStayText(_ name: String) throws {
    let curve = Figure.Curve(title: name, style: 0, mean: [1, 2])
    for figure in [
      FigureSamples.evening([curve], title: name),
      FigureSamples.bars([Figure.Bar(group: name, title: name, style: 0, value: 1)], title: name),
    ] {
      let spec = VegaLiteSpec(figure: figure, voice: Voice(.de))
      _ = try json(spec.full)
      let inPage = spec.inPage.markup.text
      _ = try JSONSerialization.jsonObject(with: Data(inPage.utf8))
      #expect(!inPage.contains("<") && !inPage.contains(">"))
      #expect(!inPage.unicodeScalars.contains { isHostile($0) })
      // Names are data, never a part of an expression.
      for piece in inPage.split(separator: "\"calculate\":\"").dropFirst() {
        #expect(!piece.prefix { $0 != "\"" }.contains("alert"))
      }
    }
  }

  private let bundle = ChartBundle(Data("window.vegaEmbed=()=>{}".utf8))

  @Test func aPageWithoutTheBundleHasNoScript() {
    let page = HTMLReport.render(SampleEvening().input)
    #expect(!page.contains("<script") && !page.contains("script-src"))
    #expect(!page.contains("fieldset class=\"controls\""))
    #expect(page.contains("„./dev setup“"))
  }

  @Test func aPageWithItAllowsItsTwoScriptsAlone() throws {
    let bundle = try #require(bundle)
    let page = HTMLReport.render(SampleEvening().input, charts: bundle)
    #expect(page.contains("default-src 'none'"))
    let head = try #require(page.firstRange(of: "script-src "))
    let sources = page[head.upperBound...].prefix { $0 != ";" }.split(separator: " ")
    #expect(sources.count == 2 && sources.allSatisfy { $0.hasPrefix("'sha256-") })
    #expect(!page.contains("unsafe-eval"))
    // Two scripts; the others hold data.
    #expect(page.ranges(of: "<script>").count == 2)
    let data = page.ranges(of: "<script type=\"application/json\"").count
    #expect(data > 0 && page.ranges(of: "<script").count == 2 + data)
    #expect(page.contains(bundle.digest))
  }

  /// SHA-256 of the empty text begins with e3b0c442; as base64 with 47DEQpj8.
  @Test func scriptsAreNamedByTheirDigest() throws {
    let policy = ReportScript(bundle: bundle).policy.text
    let digest = SHA256.digest("window.vegaEmbed=()=>{}").description
    var bytes: [UInt8] = []
    var rest = digest[...]
    while !rest.isEmpty {
      bytes.append(try #require(UInt8(rest.prefix(2), radix: 16)))
      rest = rest.dropFirst(2)
    }
    #expect(policy.contains("'sha256-\(Data(bytes).base64EncodedString())'"))
  }

  @Test(arguments: [
    "", "no charts", "vegaEmbed</script>", "</ScRiPt>vegaEmbed", "vegaEmbed<SCRIPT",
    "vegaEmbed<!--", "vegaEmbed\r", "vegaEmbed\0",
  ])
  func whatCannotStandInAPageIsNoBundle(_ text: String) {
    #expect(ChartBundle(Data(text.utf8)) == nil)
  }

  @Test(arguments: ["vegaEmbed<!-", "<vegaEmbed</scrip", "a<b&&c>d;vegaEmbed()\n"])
  func otherTextCanStandInAPage(_ text: String) {
    #expect(ChartBundle(Data(text.utf8))?.text == text)
  }

  @Test func theWayInPinsTheSameBundle() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let script = try String(contentsOf: root.appendingPathComponent("dev"), encoding: .utf8)
    #expect(script.contains("charts_digest=\(ChartBundle.pinnedDigest)\n"))
  }
}
