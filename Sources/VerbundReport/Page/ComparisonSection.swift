import VerbundMeasure
import VerbundModel

// The alternatives side by side: key metrics down, variants across.
extension SectionContext {
  var alternatives: Markup {
    let tables = perCase { view in
      ComparisonTable(section: self, view: view, groups: ownRows(view)).markup
    }
    return section("alternatives", alternativesTitle, verdictKey + tables + definitions)
  }

  private var verdictKey: Markup {
    paragraph(
      voice.say(
        """
        Jede Zelle: Mittel der Nächte, darunter das 95-%-Intervall, das Urteil gegen den Bezug \
        und der Unterschied zu ihm mit seinem 95-%-Intervall. \(Verdict.legend(voice)). \
        Gereiht wird nach dem Anteil rechtzeitig beantworteter Aufrufe; Antwortzeiten gelten nur \
        für beantwortete: eine Variante, die viel abweist, sieht darin schnell aus.
        """,
        """
        Each cell: mean of the nights, below it the 95% interval, the verdict against the \
        reference and the difference from it with its 95% interval. \(Verdict.legend(voice)). \
        The share answered in time ranks; latencies hold for completed page views only: a variant \
        that refuses much looks fast in them.
        """))
  }

  /// The services of others are ranked here by their share in time; the rest of their figures
  /// stands in the section on their citizens.
  private func ownRows(_ view: CaseView) -> [RowGroup] {
    let others = cases.others(in: view).map(\.id)
    return view.keyRows.filter { group in
      if case .service(let id) = group.topic { return !others.contains(id) }
      return true
    }
  }

  /// What each metric of the table means, in the catalogue's words.
  private var definitions: Markup {
    guard let view = views.first else { return "" }
    let text = RowText(view: view, voice: voice)
    var seen: [String] = []
    for row in view.keyRows.flatMap(\.rows) where !seen.contains(row.id) { seen.append(row.id) }
    let items = seen.compactMap { id in
      text.definition(id).map { "<dt>\(text.title(id))</dt><dd>\($0)</dd>" as Markup }
    }
    let title = voice.say("Was die Zeilen bedeuten", "What the rows mean")
    return """
      <details class="paper"><summary>\(title)</summary>
      <dl>
      \(Markup.join(items))
      </dl>
      </details>
      """
  }
}
