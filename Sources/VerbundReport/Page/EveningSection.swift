import VerbundModel

// Load and service over the evening: the chart, its finding, its data.
extension SectionContext {
  var evening: Markup {
    let figures = views.enumerated().map { index, view in
      caseHeading(view) + figure(EveningChart(view, input, number: index))
    }
    let title = voice.say("Last und Dienst über den Abend", "Load and service over the evening")
    return section("evening", title, .join(figures))
  }

  private func figure(_ chart: EveningChart?) -> Markup {
    guard let chart else {
      return paragraph(
        voice.say("Zu diesem Lauf liegen keine Zeitreihen vor.", "This run has no series."))
    }
    let label = voice.say("Diagramm, seitlich verschiebbar", "Chart, scrolls sideways")
    return """
      <figure>
      <div class="scroll" role="region" tabindex="0" aria-label="\(label)">
      \(chart.drawing(voice))
      </div>
      <figcaption>\(EveningFinding(chart: chart, voice: voice).text) \(bandNote)</figcaption>
      </figure>
      \(EveningTable(chart: chart, voice: voice).markup)
      """
  }

  private var bandNote: String {
    input.nights == 1
      ? voice.say("Eine Nacht, daher kein Intervall.", "One night, hence no interval.")
      : voice.say(
        "Linien: Mittel der Nächte; Flächen: 95-%-Intervall.",
        "Lines: mean of the nights; areas: 95% interval.")
  }
}
