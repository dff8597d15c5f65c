import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel

@testable import VerbundReport

@Suite struct HostileTextTests {
  static let names = [
    "<script>alert(1)</script>", "</script><script>", "\"><img src=x onerror=alert(1)>",
    "' onmouseover='x", "</style><style>*{}", "<!--", "]]>", "&lt;script&gt;",
    "a\u{1B}[31mred\u{7}", "\u{202E}gnp.exe", "{\\u0000}\u{0}",
  ]

  /// The name wherever a scenario can put one.
  private func input(_ name: String) -> ReportInput {
    var evening = SampleEvening()
    evening.title = LocalizedText(name)
    var input = evening.input
    input.experiment.question = LocalizedText(name)
    input.experiment.name = name
    input.run = name
    input.digest = name
    input.machine = name
    for index in input.experiment.cells.indices {
      input.experiment.cells[index].variantName = LocalizedText(name)
      for service in input.experiment.cells[index].scenario.workloads.indices {
        input.experiment.cells[index].scenario.workloads[service].name = LocalizedText(name)
      }
    }
    for index in input.experiment.assumptions.indices {
      input.experiment.assumptions[index].path = name
      input.experiment.assumptions[index].value = name
      input.experiment.assumptions[index].source = name
    }
    for index in input.tables.indices {
      for row in input.tables[index].values.indices { input.tables[index].values[row].unit = name }
    }
    return input
  }

  @Test(arguments: names)
  func nothingBreaksOutOfThePage(_ name: String) {
    let page = HTMLReport.render(input(name))
    for word in ["<script", "</script", "<img", "<!--", "' onmouseover"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.ranges(of: "</style>").count == 1)
    #expect(page.ranges(of: "<style>").count == 1)
    let control = page.unicodeScalars.filter { $0 != "\n" && isHostile($0) }
    #expect(control.isEmpty)
  }

  @Test func markupEscapesOnce() {
    #expect(Markup(escaping: "<a href=\"x\">&'").text == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;")
    let inner: Markup = "<b>\("1 < 2")</b>"
    let outer: Markup = "<p>\(inner)</p>"
    #expect(outer.text == "<p><b>1 &lt; 2</b></p>")
  }

  @Test(arguments: names, [30, 200])
  func nothingRepaintsTheTerminal(_ name: String, _ width: Int) {
    let text = TerminalTable.render(input(name), language: .en, width: width)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !isHostile($0) })
  }
}
