import VerbundModel

/// The decision report: one page that loads nothing, in German and English, without script.
public enum HTMLReport {
  /// - Parameter first: the language shown when the page opens; the other is one choice away.
  public static func render(_ input: ReportInput, first: Language = .de) -> String {
    let views = CaseView.all(of: input)
    let other: Language = first == .de ? .en : .de
    return (head(input, first) + body(input, views, [first, other])).text
  }

  private static func head(_ input: ReportInput, _ language: Language) -> Markup {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(input.experiment.title[language]) – Verbund</title>
    <style>\(PageStyle.sheet)</style>
    </head>

    """
  }

  private static func body(
    _ input: ReportInput, _ views: [CaseView], _ languages: [Language]
  ) -> Markup {
    let sprites = views.enumerated().compactMap { index, view in
      EveningChart(view, input, number: index)?.sprite
    }
    let switches = languages.enumerated().map { toggle($0.element, isOn: $0.offset == 0) }
    let pages = languages.map { page(input, views, Voice($0)) }
    return """
      <body>
      \(Markup.join(sprites))
      <main>
      \(Markup.join(switches))
      \(Markup.join(pages))
      </main>
      </body>
      </html>

      """
  }

  private static func toggle(_ language: Language, isOn: Bool) -> Markup {
    let name = language == .de ? "Deutsch" : "English"
    let checked: Markup = isOn ? " checked" : ""
    let code = language.rawValue
    return """
      <input type="radio" name="language" id="language-\(code)"\(checked)>\
      <label for="language-\(code)" lang="\(code)">\(name)</label>
      """
  }

  /// One line per section, in the order of the page.
  private static func page(_ input: ReportInput, _ views: [CaseView], _ voice: Voice) -> Markup {
    let section = SectionContext(input: input, views: views, voice: voice)
    let code = voice.language.rawValue
    return """
      <div class="page \(code)" lang="\(code)">
      \(Markup.join([
        section.opening,
        section.answer,
        section.comparison,
        section.evening,
        section.lenders,
        section.assumptions,
        section.limits,
        section.method,
        section.manifest,
      ]))
      </div>
      """
  }
}

/// What every section is written from; each section is an extension in a file of its own.
struct SectionContext {
  let input: ReportInput
  let views: [CaseView]
  let voice: Voice

  /// A section with its heading; `name` makes the id, unique over both languages.
  func section(_ name: String, _ title: String, _ content: Markup) -> Markup {
    let id = name + "-" + voice.language.rawValue
    return """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(title)</h2>
      \(content)
      </section>
      """
  }

  /// The heading of a case, nothing where there is one case without a name.
  func caseHeading(_ view: CaseView) -> Markup {
    guard !view.id.isEmpty else { return "" }
    let title = voice.say("Fall: ", "Case: ") + voice.say(view.title)
    return "<h3>\(title)</h3>"
  }

  func paragraph(_ text: String) -> Markup { "<p>\(text)</p>" }

  func bullets(_ items: [String]) -> Markup {
    "<ul>\n\(Markup.join(items.map { "<li>\($0)</li>" }))\n</ul>"
  }
}
