import VerbundModel

/// What every section is written from; each section is an extension in a file of its own.
struct SectionContext {
  let cases: CaseSet
  let voice: Voice
  /// How the figures of the page hang together.
  let frame: FigureFrame

  var input: ReportInput { cases.input }
  var views: [CaseView] { cases.views }
  /// Whether the reader can choose between cases.
  var hasChoice: Bool { views.count > 1 }

  /// Unique over both languages.
  func id(_ name: String) -> String { name + "-" + voice.language.rawValue }

  /// A section with its heading.
  func section(_ name: String, _ title: String, _ content: Markup) -> Markup {
    """
    <section aria-labelledby="\(id(name))">
    <h2 id="\(id(name))">\(title)</h2>
    \(content)
    </section>
    """
  }

  /// A part of a section with its own heading.
  func part(_ name: String, _ title: String, _ content: Markup) -> Markup {
    """
    <section class="part" aria-labelledby="\(id(name))">
    <h3 id="\(id(name))">\(title)</h3>
    \(content)
    </section>
    """
  }

  /// One block per case, of which the chosen one is shown.
  func perCase(_ content: (CaseView) -> Markup) -> Markup {
    .join(
      views.enumerated().map { index, view in
        guard hasChoice else { return content(view) }
        return """
          <div class="case case-\(index)">
          <p class="which">\(voice.say("Fall: ", "Case: "))\(caseName(view))</p>
          \(content(view))
          </div>
          """
      })
  }

  func caseName(_ view: CaseView) -> String {
    view.id.isEmpty ? voice.say("ohne Namen", "without a name") : voice.say(view.title)
  }

  func name(_ column: Column) -> String { voice.quote(voice.say(column.title)) }

  func workload(_ id: String, _ view: CaseView) -> String {
    view.workload(id).map { voice.say($0.name) } ?? id
  }

  func site(_ id: String, _ view: CaseView) -> String {
    view.scenario?.sites.first { $0.id == id }.map { voice.say($0.name) } ?? id
  }

  // MARK: Blocks

  func paragraph(_ text: String) -> Markup { "<p>\(text)</p>" }

  func bullets(_ items: [String]) -> Markup {
    "<ul>\n\(Markup.join(items.map { "<li>\($0)</li>" }))\n</ul>"
  }

  /// A table with header cells that scrolls sideways by itself.
  func table(
    _ caption: String, style: Markup, heads: [Markup], rows: [(head: Markup, cells: [Markup])]
  ) -> Markup {
    let top = heads.map { "<th scope=\"col\">\($0)</th>" as Markup }
    let lines = rows.map { row -> Markup in
      let cells = row.cells.map { "<td>\($0)</td>" as Markup }
      return "<tr><th scope=\"row\">\(row.head)</th>\(Markup.join(cells, ""))</tr>"
    }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
      <table class="\(style)"><caption><span>\(caption)</span></caption>
      <thead><tr>\(Markup.join(top, ""))</tr></thead>
      <tbody>
      \(Markup.join(lines))
      </tbody></table>
      </div>
      """
  }

  /// The head of a variant's column.
  func head(_ column: Column) -> Markup {
    let note: Markup =
      column.isReference ? "<br><small>\(voice.say("Bezug", "reference"))</small>" : ""
    return "\(voice.say(column.title))\(note)"
  }

  func vCPU(_ value: Int) -> String {
    voice.numbers.join(voice.numbers.whole(value), "vCPU")
  }
}
