import Testing
import VerbundCore
import VerbundModel

@testable import VerbundReport

@Suite struct HTMLReportTests {
  let page = HTMLReport.render(SampleEvening().input)

  /// The part of the page in one language.
  private func part(_ code: String, of page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<div class=\"page \(code)\"")).lowerBound
    let rest = page[start...].dropFirst()
    let end = rest.firstRange(of: "<div class=\"page ")?.lowerBound ?? rest.endIndex
    return String(rest[..<end])
  }

  @Test func thePageMayLoadNothing() {
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("http-equiv=\"Content-Security-Policy\""))
    for word in ["http://", "https://", "<script", "<link", "<img", "url(", "@import", " src="] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.ranges(of: "href=").count == page.ranges(of: "href=\"#").count)
  }

  @Test func bothLanguagesAreInIt() throws {
    let (de, en) = (try part("de", of: page), try part("en", of: page))
    #expect(page.contains("<html lang=\"de\">"))
    #expect(de.contains("lang=\"de\"") && de.contains("die Antwort in drei Sätzen"))
    #expect(en.contains("lang=\"en\"") && en.contains("the answer in three sentences"))
    #expect(HTMLReport.render(SampleEvening().input, first: .en).contains("<html lang=\"en\">"))
  }

  @Test(arguments: ["de", "en"])
  func sectionsStandInTheOrderOfADecisionPaper(_ code: String) throws {
    let part = try part(code, of: page)
    let names = [
      "question", "answer", "reasons", "alternatives", "finance", "limits", "assumptions",
      "method", "manifest",
    ]
    let places = names.compactMap { part.firstRange(of: "<h2 id=\"\($0)-\(code)\">")?.lowerBound }
    #expect(places.count == names.count && places == places.sorted())
  }

  @Test func theContentsLeadSomewhere() {
    let targets = page.split(separator: "href=\"#").dropFirst().compactMap {
      $0.split(separator: "\"").first
    }
    #expect(targets.count >= 16)
    for target in targets { #expect(page.contains("id=\"\(target)\""), "\(target)") }
  }

  @Test func headingsSkipNoLevel() throws {
    for code in ["de", "en"] {
      let levels = try part(code, of: page).split(separator: "<h").compactMap {
        $0.first.flatMap { Int(String($0)) }
      }
      #expect(levels.first == 1 && levels.count > 14)
      for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
    }
  }

  @Test func decimalsFollowTheLanguage() throws {
    let (de, en) = (try part("de", of: page), try part("en", of: page))
    #expect(de.contains("<b>98,6\u{A0}%</b>") && !de.contains("98.6"))
    #expect(en.contains("<b>98.6%</b>") && !en.contains("98,6"))
  }

  @Test func idsAreUnique() {
    let ids = page.split(separator: " id=\"").dropFirst().compactMap {
      $0.split(separator: "\"").first
    }
    #expect(ids.count > 10)
    #expect(Set(ids).count == ids.count)
  }

  @Test func labelsPointAtIds() {
    for piece in page.split(separator: "aria-labelledby=\"").dropFirst() {
      for id in piece.prefix(while: { $0 != "\"" }).split(separator: " ") {
        #expect(page.contains("id=\"\(id)\""), "\(id)")
      }
    }
  }

  @Test func tagsAreBalanced() {
    for tag in [
      "div", "section", "table", "tr", "td", "th", "ul", "ol", "dl", "details", "svg", "g",
    ] {
      let open = page.ranges(of: "<\(tag)>").count + page.ranges(of: "<\(tag) ").count
      #expect(open == page.ranges(of: "</\(tag)>").count, "\(tag)")
    }
  }

  @Test func everyTableHasCaptionAndHeads() {
    let tables = page.split(separator: "<table").dropFirst()
    #expect(tables.count > 6)
    for table in tables {
      #expect(table.contains("<caption>") && table.contains("scope=\"col\""))
      #expect(table.contains("scope=\"row\""))
    }
  }

  @Test func verdictsAreWords() {
    #expect(page.contains("▲ </span>besser</span>"))
    #expect(page.contains("▼ </span>worse</span>"))
  }

  @Test func theChartDrawsEveryVariant() {
    // Load, share and what was lent for four variants, the first two with a band; the curves are
    // there once, the labels with a piece of their curve in each language.
    #expect(page.ranges(of: "<path class=\"band").count == 8)
    #expect(page.ranges(of: "<path class=\"curve").count == 12 + 2 * 12)
    #expect(page.ranges(of: "<use href=").count == 4)
    #expect(page.contains("text-anchor=\"middle\">18:00</text>"))
    #expect(page.ranges(of: "<svg class=\"chart\"").count == 4)
  }

  @Test func oneNightHasNoBand() {
    var evening = SampleEvening()
    evening.nights = 1
    let page = HTMLReport.render(evening.input)
    #expect(!page.contains("<path class=\"band"))
    #expect(page.contains("Eine Nacht trägt kein Urteil"))
  }

  @Test func theChosenCaseIsShownAndOneAnswerForAll() {
    var evening = SampleEvening()
    evening.cases = ["a", "b"]
    let page = HTMLReport.render(evening.input)
    #expect(page.contains(".page:has(.choose-1:checked) .case:not(.case-1){display:none}"))
    #expect(page.ranges(of: "<input type=\"radio\" class=\"choose-1\"").count == 2)
    #expect(page.ranges(of: "<ol class=\"answer\">").count == 2)
    // Six parts hold a block for the case in each language.
    #expect(page.ranges(of: "<div class=\"case case-1\">").count == 12)
    #expect(!self.page.contains("class=\"chooser\"") && !self.page.contains("class=\"case "))
  }

  @Test func limitsAreNamed() throws {
    let de = try part("de", of: page)
    for words in [
      "für Jahre gekauft", "für gleichen Dienst braucht", "lädt im Modell noch nicht neu",
      "Bundestagswahl", "nicht öffentlich", "nie eine Zusage",
    ] {
      #expect(de.contains(words), "\(words)")
    }
  }

  @Test func theManifestIsThere() {
    for fact in ["wahlabend", "4f0c2a", "9b1d77", ">42<", ">3<", "2 cores"] {
      #expect(page.contains(fact), "\(fact)")
    }
  }
}
