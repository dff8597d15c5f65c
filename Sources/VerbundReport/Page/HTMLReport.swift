import VerbundModel

/// The decision report: one page that loads nothing, in German and English.
public enum HTMLReport {
  /// - Parameters:
  ///   - first: the language shown when the page opens; the other is one choice away.
  ///   - charts: the program of interactive charts; nil makes a page without script.
  public static func render(
    _ input: ReportInput, first: Language = .de, charts: ChartBundle? = nil
  ) -> String {
    let cases = CaseSet(input)
    let other: Language = first == .de ? .en : .de
    let frame = FigureFrame(holder: first, script: ReportScript(bundle: charts))
    return
      (head(input, first, cases: cases.views.count, frame)
      + body(cases, [first, other], frame)).text
  }

  private static func head(
    _ input: ReportInput, _ language: Language, cases: Int, _ frame: FigureFrame
  ) -> Markup {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    \(frame.script.policy)
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(input.experiment.title[language]) – Verbund</title>
    <style>\(PageStyle.sheet)\(FigureStyle.sheet)\(CaseChooser.style(cases: cases))</style>
    </head>

    """
  }

  private static func body(
    _ cases: CaseSet, _ languages: [Language], _ frame: FigureFrame
  ) -> Markup {
    let skips = languages.map { language -> Markup in
      let text = language == .de ? "Zum Beschlussvorschlag" : "To the proposed decision"
      let code = language.rawValue
      return "<a class=\"skip \(code)\" lang=\"\(code)\" href=\"#answer-\(code)\">\(text)</a>"
    }
    let switches = languages.enumerated().map { toggle($0.element, isOn: $0.offset == 0) }
    return """
      <body>
      <main>
      \(Markup.join(switches))
      \(Markup.join(skips))
      \(Markup.join(languages.map { page(cases, Voice($0), frame) }))
      </main>
      \(frame.script.elements)</body>
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

  /// One line per section, in the order of a decision paper.
  private static func page(_ cases: CaseSet, _ voice: Voice, _ frame: FigureFrame) -> Markup {
    let section = SectionContext(cases: cases, voice: voice, frame: frame)
    let code = voice.language.rawValue
    return """
      <div class="page \(code)" lang="\(code)">
      \(Markup.join([
        section.opening,
        section.answer,
        section.contents,
        CaseChooser(section: section).markup,
        section.reasons,
        section.alternatives,
        section.finance,
        section.limits,
        section.assumptions,
        section.method,
        section.manifest,
      ]))
      </div>
      """
  }
}
