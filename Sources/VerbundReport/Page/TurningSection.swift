import VerbundModel

// Minute by minute: the turning points of the evening in words, all variants side by side.
extension SectionContext {
  var minutes: Markup {
    perCase { view in
      let points = view.columns.map { TurningPoints($0, view, input) }
      guard points.contains(where: { $0.peak != nil || $0.worst != nil }) else {
        return paragraph(
          voice.say("Zu diesem Lauf liegen keine Zeitreihen vor.", "This run has no series."))
      }
      let step = input.series.first { $0.case == view.id && $0.scope == view.focusScope }?.step
      let text = TurningText(view: view, voice: voice, step: step ?? 0)
      let sentences = zip(view.columns, points).map { column, points in
        TurningSentence(
          text: text, points: points, missed: column.table["slo.missed", view.focusScope],
          nights: input.nights
        ).words(name(column))
      }
      return bullets(sentences) + table(text, points, view)
        + "<p class=\"note\">\(turningNote(points))\(view.columns.count > 1 ? loadNote : "")</p>"
    }
  }

  /// On narrow screens every row is a card, and each cell says whose it is. Rows that are the same
  /// in all variants need no open table.
  private func table(_ text: TurningText, _ points: [TurningPoints], _ view: CaseView) -> Markup {
    let names = view.columns.map { voice.say($0.title) }
    let cells = text.rows(points).map { row in (row.label, points.map(row.text)) }
    let rows = cells.map { label, texts -> Markup in
      let data = zip(names, texts).map { name, text -> Markup in
        "<td role=\"cell\" data-label=\"\(name)\">\(text)</td>"
      }
      return """
        <tr role="row"><th scope="row" role="rowheader">\(label)</th>\(Markup.join(data, ""))</tr>
        """
    }
    let first = voice.say("Was geschieht", "What happens")
    let heads = (["\(first)"] + view.columns.map(head)).map { head -> Markup in
      "<th scope=\"col\" role=\"columnheader\">\(head)</th>"
    }
    let caption = voice.say(
      "Die Wendepunkte des Abends für \(voice.quote(workload(view.focus, view)))\(ofMeans)",
      "The turning points of the evening for \(voice.quote(workload(view.focus, view)))\(ofMeans)")
    let table: Markup = """
      <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
      <table class="comparison turning cards" role="table">
      <caption><span>\(caption)</span></caption>
      <thead role="rowgroup"><tr role="row">\(Markup.join(heads, ""))</tr></thead>
      <tbody role="rowgroup">
      \(Markup.join(rows))
      </tbody></table>
      </div>
      """
    let areEqual = cells.allSatisfy { row in row.1.allSatisfy { $0 == row.1.first } }
    return areEqual && names.count > 1 ? folded(equalTitle, table) : table
  }

  private var ofMeans: String {
    input.nights == 1 ? "" : voice.say(", Mittel der Nächte", ", means of the nights")
  }

  /// What a folded table is called whose rows hold one figure for all variants.
  var equalTitle: String {
    voice.say("Tabelle (in allen Varianten gleich)", "Table (the same in all variants)")
  }

  func folded(_ title: String, _ content: Markup) -> Markup {
    "<details class=\"paper\"><summary>\(title)</summary>\n\(content)\n</details>"
  }

  private func turningNote(_ points: [TurningPoints]) -> String {
    let means = voice.say(
      "Uhrzeiten und Werte sind an den Mitteln der Nächte abgelesen; eine einzelne Nacht kann "
        + "anders verlaufen. ",
      "Times and values are read from the means of the nights; a single night may run otherwise. ")
    let least = voice.numbers.join(
      voice.numbers.significant(TurningPoints.leastMissing(input.nights), digits: 2), "vCPU")
    let average =
      input.nights == 1
      ? "" : voice.say(" im Mittel der Nächte", " on average over the nights")
    let missing =
      points.contains(where: \.knowsMissing)
      ? voice.say(
        "„Mehr gebraucht als bereit“ zählt ab \(least)\(average). ",
        "“More needed than ready” counts from \(least)\(average). ") : ""
    return (input.nights == 1 ? "" : means) + missing
      + voice.say(
        """
        Schritte mit weniger als einem Zehntel der höchsten Last bleiben beim Ziel außer Betracht.
        """,
        "Steps with less than a tenth of the highest load are left out for the target.")
  }

  private var loadNote: String {
    voice.say(
      " Wer keine Antwort bekommt, ruft weniger weitere Seiten auf: daher unterscheidet sich die "
        + "Last.",
      " Visitors who get no answer request fewer pages: hence the load differs.")
  }
}
