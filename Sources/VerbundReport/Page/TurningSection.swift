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
      let sentences = zip(view.columns, points).prefix(3).map { column, points in
        text.sentence(name(column), points)
      }
      return paragraph(sentences.joined(separator: " ")) + table(text, points, view)
        + "<p class=\"note\">\(turningNote)\(view.columns.count > 1 ? loadNote : "")</p>"
    }
  }

  private func table(_ text: TurningText, _ points: [TurningPoints], _ view: CaseView) -> Markup {
    let heads: [Markup] =
      ["\(voice.say("Was geschieht", "What happens"))"]
      + view.columns.map(head)
    let rows = text.rows.map { row -> (head: Markup, cells: [Markup]) in
      ("\(row.label)", points.map { "\(row.text($0))" })
    }
    let caption = voice.say(
      "Die Wendepunkte des Abends für \(voice.quote(workload(view.focus, view)))",
      "The turning points of the evening for \(voice.quote(workload(view.focus, view)))")
    return table(caption, style: "comparison turning", heads: heads, rows: rows)
  }

  private var turningNote: String {
    voice.say(
      """
      Abgelesen an den Mitteln der Nächte. „Mehr gewünscht als bereit“ zählt ab einer halben vCPU; \
      Schritte mit weniger als einem Zehntel der höchsten Last bleiben bei der Zusage außer \
      Betracht.
      """,
      """
      Read from the means of the nights. “More wanted than ready” counts from half a vCPU on; \
      steps with less than a tenth of the highest load are left out for the promise.
      """)
  }

  private var loadNote: String {
    voice.say(
      " Wer scheitert, ruft weniger weitere Seiten auf: daher unterscheidet sich die Last.",
      " Who fails calls fewer further pages: hence the load differs.")
  }
}
