// The evening of every case in figures.
extension SectionContext {
  var evening: Markup {
    let figures = PageFigures(cases: cases, voice: voice)
    let overview = figures.overview.map { block($0) } ?? ""
    let evenings = perCase { view in
      let evening = figures.evening(view)
      guard !evening.isEmpty else {
        return paragraph(
          voice.say("Zu diesem Lauf liegen keine Zeitreihen vor.", "This run has no series."))
      }
      return .join(evening.map { block($0) })
    }
    return frame.script.controls(input.variantStyles, voice) + overview + evenings
  }

  /// A figure at the level of a part of a section.
  func block(_ figure: Figure, level: Int = 4) -> Markup {
    FigureBlock(figure: figure, voice: voice, level: level, frame: frame).markup
  }
}
