import VerbundCore
import VerbundModel

/// Turning points as words with clock times.
struct TurningText {
  let view: CaseView
  let voice: Voice
  /// Length of a step, ns.
  let step: Int64

  func clock(_ index: Int) -> String {
    guard let horizon = view.scenario?.horizon else { return NumberStyle.none }
    let seconds = Int64(index).multipliedReportingOverflow(by: step).partialValue / .second
    return voice.clock(
      CivilTime(unixSeconds: horizon.start &+ seconds, utcOffset: horizon.utcOffset))
  }

  /// The rows of a table: label, and the words for one variant. What no variant knows is left out.
  func rows(_ points: [TurningPoints]) -> [(label: String, text: (TurningPoints) -> String)] {
    let missing: [(label: String, text: (TurningPoints) -> String)] = [
      (voice.say("Erstmals mehr gebraucht als bereit", "First time more needed than ready"), short),
      (voice.say("Am meisten fehlt", "Most is missing"), gap),
    ]
    return [(voice.say("Höchste Last", "Highest load"), peak)]
      + (points.contains(where: \.knowsMissing) ? missing : []) + [
        (
          voice.say(
            "Erste geliehene oder gemietete Kapazität", "First borrowed or rented capacity"), lent
        ),
        (voice.say("Schlechteste Minute", "Worst minute"), worst),
        (voice.say("Ziel erstmals verfehlt", "Target first missed"), missed),
        (
          voice.say("Ziel dauerhaft wieder erreicht", "Target reached again for good"), back
        ),
        (
          voice.say("Geliehenes oder Gemietetes zurückgegeben", "Borrowed or rented given back"),
          returned
        ),
      ]
  }

  private func at(_ point: TurningPoints.Point?, _ text: (Double) -> String) -> String? {
    point.map { clock($0.step) + ": " + text($0.value) }
  }

  private func vCPU(_ value: Double) -> String {
    voice.numbers.join(
      voice.numbers.fixed(value, decimals: value < 10 ? 1 : 0), "vCPU")
  }

  func share(_ value: Double) -> String { RowFormat.share(voice).full(value) }

  private var none: String { NumberStyle.none }

  private func peak(_ points: TurningPoints) -> String {
    at(points.peak) { value in
      let amount = voice.numbers.significant(value >= 100 ? value.rounded() : value)
      return voice.say("\(amount) Aufrufe je\u{A0}s", "\(amount) page views per\u{A0}s")
    } ?? voice.say("niemand kam", "nobody came")
  }

  private func short(_ points: TurningPoints) -> String {
    at(points.short) { voice.say("es fehlen \(vCPU($0))", "\(vCPU($0)) are missing") }
      ?? (points.knowsMissing ? voice.say("nie", "never") : none)
  }

  private func gap(_ points: TurningPoints) -> String { at(points.gap, vCPU) ?? none }

  private func lent(_ points: TurningPoints) -> String {
    at(points.lent, vCPU)
      ?? voice.say("nichts geliehen oder gemietet", "nothing borrowed or rented")
  }

  private func worst(_ points: TurningPoints) -> String {
    if let worst = points.worst, worst.value >= 1 {
      return voice.say("keine: immer 100\u{A0}%", "none: 100% throughout")
    }
    return at(points.worst) { voice.say("\(share($0)) rechtzeitig", "\(share($0)) in time") }
      ?? none
  }

  private func missed(_ points: TurningPoints) -> String {
    at(points.missed, share) ?? voice.say("nie", "never")
  }

  private func back(_ points: TurningPoints) -> String {
    end(
      points.back, never: voice.say("bis zum Ende nicht", "not by the end"),
      none: voice.say("nie verfehlt", "never missed"))
  }

  private func returned(_ points: TurningPoints) -> String {
    end(points.returned, never: voice.say("bis zum Ende nicht", "not by the end"), none: none)
  }

  private func end(_ end: TurningPoints.End?, never: String, none: String) -> String {
    switch end {
    case .at(let step): clock(step)
    case .never: never
    case nil: none
    }
  }
}
