import Foundation
import Testing

/// The report in a real browser. `./dev test` brings the browser; see Tests/Browser.
@Suite(.enabled(if: Browser.isThere), .serialized) struct BrowserTests {
  /// The smoke scenario as it is shipped.
  private static let plain = Result { try Browser.look(at: Tool.smoke) }

  /// The same without the program of the charts.
  private static let bare = Result { try Browser.look(at: Tool.smoke, withCharts: false) }

  /// The same with names that try to get out of HTML, CSV and paths.
  private static let hostile = Result {
    let scratch = try Scratch()
    let text = try String(contentsOfFile: Tool.smoke, encoding: .utf8)
    return try Browser.look(at: scratch.write(HostileNames.put(into: text), to: "hostile.yaml"))
  }

  @Test func nothingLeavesThePageAndNothingComplains() throws {
    for look in try Self.plain.get().looks {
      #expect(look.requests.isEmpty)
      #expect(look.complaints.isEmpty)
      #expect(look.dialogs.isEmpty)
    }
  }

  @Test func bothLanguagesAreAnArrowKeyAway() throws {
    let looks = try Self.plain.get().looks
    #expect(looks.allSatisfy { $0.chosen })
    #expect(Set(looks.filter { $0.language == "de" }.flatMap(\.headings)) == ["Zwei Standorte"])
    #expect(Set(looks.filter { $0.language == "en" }.flatMap(\.headings)) == ["Two sites"])
  }

  @Test func axeFindsNothing() throws {
    for look in try Self.plain.get().looks {
      #expect(look.violations.isEmpty, "\(look.language) \(look.scheme)")
      #expect(look.phoneViolations.isEmpty, "\(look.language) \(look.scheme), phone")
    }
  }

  @Test func everyFigureIsDrawnAndTold() throws {
    for look in try Self.plain.get().looks {
      #expect(!look.figures.isEmpty)
      for figure in look.figures {
        #expect(figure.drawings > 0 && figure.width > 200 && figure.height > 40, "\(figure)")
        #expect(figure.strokes > 1, "\(figure)")
        #expect(!figure.caption.isEmpty && figure.table, "\(figure)")
      }
    }
  }

  /// The map has no chart: it is a drawing in any case.
  @Test func everyChartDrawsAndAnswersToTheKeyboard() throws {
    for look in try Self.plain.get().looks {
      let charts = look.figures.filter { $0.id.hasPrefix("figure-") }
      #expect(charts.count > 3 && charts.allSatisfy { $0.interactive }, "\(charts)")
      #expect(look.switched == true)
    }
  }

  @Test func withoutTheChartsThereAreDrawingsAndNoScript() throws {
    for look in try Self.bare.get().looks {
      #expect(look.injected.scripts == 0 && look.switched == nil)
      #expect(look.figures.count > 3)
      #expect(look.figures.allSatisfy { $0.drawings > 0 && $0.width > 200 && !$0.interactive })
      #expect(look.violations.isEmpty && look.phoneViolations.isEmpty && look.overflow <= 0)
      #expect(look.keyboard.missed.isEmpty)
    }
  }

  @Test func theKeyboardReachesEverything() throws {
    for look in try Self.plain.get().looks {
      #expect(look.keyboard.stops > 3)
      #expect(look.keyboard.missed.isEmpty)
      #expect(look.keyboard.blind.isEmpty)
      #expect(look.details == true)
    }
  }

  @Test func aPhoneDoesNotScrollSideways() throws {
    #expect(try Self.plain.get().looks.allSatisfy { $0.overflow <= 0 })
  }

  @Test func hostileNamesStayText() throws {
    let hostile = try Self.hostile.get()
    let scripts = Set(try Self.plain.get().looks.map(\.injected.scripts))
    for look in hostile.looks {
      #expect(look.requests.isEmpty && look.complaints.isEmpty && look.dialogs.isEmpty)
      #expect(!look.injected.marked)
      #expect(look.injected.handlers == 0)
      #expect(look.injected.links.isEmpty)
      // No element of its own: as many scripts as with harmless names.
      #expect(Set([look.injected.scripts]) == scripts)
      #expect(look.headings == [HostileNames.title])
      #expect(look.violations.isEmpty)
    }
  }

  /// The tests above can fail: a page with one fault of each kind.
  @Test func aBrokenPageIsFound() throws {
    let scratch = try Scratch()
    let page = try scratch.write(Browser.brokenPage, to: "broken.html")
    let look = try #require(try Browser.look(atPage: page).looks.first)
    #expect(look.requests == ["http://127.0.0.1:9/picture.png"])
    #expect(look.complaints.contains { $0.contains("broken on purpose") })
    #expect(Set(look.violations.map(\.rule)).isSuperset(of: ["image-alt", "color-contrast"]))
    #expect(look.figures.first?.drawings == 0)
    #expect(look.keyboard.missed.count == 1)
    #expect(look.keyboard.blind.count == 1)
    #expect(look.injected.marked && look.injected.handlers == 1 && look.injected.scripts == 1)
    #expect(look.overflow > 0)
  }
}

/// Names that a scenario may hold, and a page must not run.
private enum HostileNames {
  static let title = "</title></script><script>window.injected = true</script>"

  private static let names = [
    "{ de: Zwei Standorte, en: Two sites }": title,
    "{ de: Zuhause, en: Home }": "\"><img src=x onerror=\"window.injected=true\">",
    "{ de: Nachbar, en: Neighbour }": "=cmd|' /c calc'!A0",
    "Was ändert es, wenn der Nachbar aushilft?": "<!-- <script>window.injected = true</script>",
    "What does it change if the neighbour helps out?": "]]></svg><svg onload=\"injected=true\">",
    "name: People": "../../../etc/passwd",
  ]

  static func put(into text: String) -> String {
    names.reduce(text) { text, pair in
      precondition(text.contains(pair.key), "not in the scenario: \(pair.key)")
      let quoted = "'" + pair.value.replacing("'", with: "''") + "'"
      let isName = pair.key.hasPrefix("name: ")
      return text.replacing(pair.key, with: isName ? "name: " + quoted : quoted)
    }
  }
}
