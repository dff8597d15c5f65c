import VerbundCore
import VerbundModel

// The question, and the answer in three sentences.
extension SectionContext {
  var opening: Markup {
    let meta = [when, voice.nights(input.nights), variants].compactMap(\.self)
      .joined(separator: " · ")
    return """
      <header>
      <h1>\(voice.say(input.experiment.title))</h1>
      <p class="meta">\(meta)</p>
      </header>
      \(section("question", voice.say("Die Frage", "The question"), question))
      """
  }

  private var question: Markup {
    "<p class=\"lead\">\(voice.say(input.experiment.question))</p>"
  }

  private var when: String? {
    guard let horizon = views.first?.scenario?.horizon, horizon.slot > 0 else { return nil }
    let start = horizon.clock(slot: 0)
    let end = CivilTime(
      unixSeconds: horizon.start &+ horizon.length / .second, utcOffset: horizon.utcOffset)
    return voice.say(
      "\(voice.date(start)), \(voice.bareClock(start)) bis \(voice.bareClock(end)) Uhr",
      "\(voice.date(start)), \(voice.bareClock(start)) to \(voice.bareClock(end))")
  }

  private var variants: String? {
    guard let view = views.first else { return nil }
    return voice.say("Varianten: ", "variants: ")
      + voice.list(view.columns.map { voice.say($0.title) })
  }

  var answer: Markup {
    let blocks = views.map { view in
      let items = Answer(view, input, voice).sentences.map { "<li>\($0)</li>" as Markup }
      return caseHeading(view) + "<ol class=\"answer\">\n\(Markup.join(items))\n</ol>"
    }
    let title = voice.say("Die Antwort in drei Sätzen", "The answer in three sentences")
    return section("answer", title, .join(blocks))
  }
}
