import VerbundMeasure
import VerbundModel

// The answer: the proposal, three sentences, the verdicts at a glance, numbered clauses.
extension SectionContext {
  var answer: Markup {
    guard let answer = Answer(cases, voice) else {
      let text = voice.say("Dieser Lauf enthält kein Ergebnis.", "This run holds no result.")
      return section("answer", answerTitle, paragraph(text))
    }
    let items = answer.points.map(item)
    let clauses = Resolution(cases: cases, voice: voice).clauses
      .map { "<li>\($0)</li>" as Markup }
    return section(
      "answer", answerTitle,
      """
      <p class="lead"><b>\(answer.proposal)</b></p>
      <ol class="answer">
      \(Markup.join(items))
      </ol>
      \(GlanceMatrix(section: self).markup)
      <p class="body">\(voice.say("Das Gremium", "The committee"))</p>
      <ol class="clauses">
      \(Markup.join(clauses))
      </ol>
      """)
  }

  /// The sentence, and below it in small print what one must know before one relies on it.
  private func item(_ point: Answer.Point) -> Markup {
    let remarks: Markup =
      point.remarks.isEmpty
      ? "" : "<p class=\"remarks\">\(point.remarks.joined(separator: " "))</p>"
    return "<li><p>\(point.sentence)</p>\(remarks)</li>"
  }
}
