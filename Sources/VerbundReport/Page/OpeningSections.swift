import VerbundCore
import VerbundModel

// Title, what is to be decided, and the table of contents.
extension SectionContext {
  var opening: Markup {
    let meta = [
      voice.say("Entscheidungsgrundlage", "Decision paper"), when, voice.nights(input.nights), run,
    ].compactMap(\.self).joined(separator: " · ")
    return """
      <header>
      <h1>\(voice.say(input.experiment.title))</h1>
      <p class="meta">\(meta)</p>
      </header>
      \(section("question", voice.say("Anlass: die Frage", "Occasion: the question"), question))
      """
  }

  private var question: Markup {
    "<p class=\"lead\">\(voice.say(input.experiment.question))</p>"
      + paragraph([occasion, alternativesNamed].compactMap(\.self).joined(separator: " "))
      + meanings
  }

  /// What each variant means, and the unit in which all are measured.
  private var meanings: Markup {
    let text = VariantText(voice: voice)
    let lines = views.first?.columns.compactMap(text.line) ?? []
    guard !lines.isEmpty else { return "" }
    let units = voice.say(
      "Ein Host ist ein physischer Server, eine vCPU ein logischer Prozessorkern (Thread) davon.",
      "A host is a physical server, a vCPU one hardware thread of it.")
    return "\(bullets(lines))\n\(paragraph(units))"
  }

  private var run: String { voice.say("Lauf ", "run ") + input.run }

  private var when: String? {
    guard let horizon = views.first?.scenario?.horizon, horizon.slot > 0 else { return nil }
    let start = horizon.clock(slot: 0)
    let end = CivilTime(
      unixSeconds: horizon.start &+ horizon.length / .second, utcOffset: horizon.utcOffset)
    return voice.say(
      "\(voice.date(start)), \(voice.bareClock(start)) bis \(voice.bareClock(end)) Uhr",
      "\(voice.date(start)), \(voice.bareClock(start)) to \(voice.bareClock(end))")
  }

  private var alternativesNamed: String {
    guard let view = views.first else {
      return voice.say("Dieser Lauf enthält kein Ergebnis.", "This run holds no result.")
    }
    let names = voice.list(view.columns.map(name))
    let reference = view.reference.map {
      voice.say("; Bezug ist \(name($0))", "; the reference is \(name($0))")
    }
    let count = voice.numbers.whole(views.count)
    let cases =
      hasChoice
      ? voice.say(", jede in \(count)\u{A0}Fällen", ", each in \(count)\u{A0}cases") : ""
    if view.columns.count == 1 {
      return voice.say("Betrachtet wird nur \(names)", "Examined is \(names) alone") + cases + "."
    }
    return voice.say("Zur Wahl stehen ", "To choose from: ") + names + cases + (reference ?? "")
      + "."
  }

  var contents: Markup {
    let entries = [
      ("reasons", reasonsTitle), ("alternatives", alternativesTitle), ("finance", financeTitle),
      ("limits", limitsTitle), ("assumptions", assumptionsTitle), ("method", methodTitle),
      ("manifest", manifestTitle),
    ]
    let items = entries.map { "<li><a href=\"#\(id($0.0))\">\($0.1)</a></li>" as Markup }
    let title = voice.say("Inhalt", "Contents")
    return """
      <nav class="contents" aria-label="\(title)">
      <ol>
      \(Markup.join(items))
      </ol>
      </nav>
      """
  }

  var answerTitle: String {
    voice.say(
      "Beschlussvorschlag: die Antwort in drei Sätzen",
      "Proposed decision: the answer in three sentences")
  }
  var alternativesTitle: String {
    voice.say("Alternativen: der Vergleich", "Alternatives: the comparison")
  }
  var financeTitle: String {
    voice.say(
      "Finanzielle Auswirkungen: gleicher Dienst", "Financial effects: equal service")
  }
  var reasonsTitle: String {
    voice.say("Begründung: der Abend", "Reasons: the evening")
  }
  var limitsTitle: String {
    voice.say("Risiken: was das nicht sagen kann", "Risks: what this cannot tell")
  }
  var assumptionsTitle: String {
    voice.say("Anlage A: die Annahmen", "Annex A: the assumptions")
  }
  var methodTitle: String {
    voice.say("Anlage B: wie gerechnet wurde", "Annex B: how it was computed")
  }
  var manifestTitle: String {
    voice.say("Anlage C: nachrechnen", "Annex C: computing it again")
  }
}
