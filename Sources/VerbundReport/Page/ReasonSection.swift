import VerbundModel

// The reasons: the evening as charts, minute by minute, who lent to whom, whom it touches, where.
extension SectionContext {
  var reasons: Markup {
    section(
      "reasons", reasonsTitle,
      part("evening", voice.say("Der Abend als Bild", "The evening as a picture"), evening)
        + part("minutes", voice.say("Minute für Minute", "Minute by minute"), minutes)
        + part("loans", voice.say("Wer lieh wem", "Who lent to whom"), loans)
        + part("lenders", lendersTitle, lenders)
        + part("map", voice.say("Wo das geschieht", "Where it happens"), map))
  }
}
