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

  /// The rows of a table: label, and the words for one variant.
  var rows: [(label: String, text: (TurningPoints) -> String)] {
    [
      (voice.say("Höchste Last", "Highest load"), peak),
      (
        voice.say("Erstmals mehr gewünscht als bereit", "First time more wanted than ready"), short
      ),
      (voice.say("Größte Lücke", "Widest gap"), gap),
      (voice.say("Erste geliehene Kapazität bereit", "First borrowed capacity ready"), lent),
      (voice.say("Schlechteste Minute", "Worst minute"), worst),
      (voice.say("Zusage erstmals verfehlt", "Promise first missed"), missed),
      (voice.say("Zusage dauerhaft wieder gehalten", "Promise kept again for good"), back),
      (voice.say("Letzte Leihe zurückgegeben", "Last loan returned"), returned),
    ]
  }

  private func at(_ point: TurningPoints.Point?, _ text: (Double) -> String) -> String? {
    point.map { clock($0.step) + ": " + text($0.value) }
  }

  private func vCPU(_ value: Double) -> String {
    voice.numbers.join(
      voice.numbers.fixed(value, decimals: value < 10 ? 1 : 0), "vCPU")
  }

  private func share(_ value: Double) -> String { RowFormat.share(voice).full(value) }

  private var none: String { NumberStyle.none }

  private func peak(_ points: TurningPoints) -> String {
    at(points.peak) { value in
      let amount = voice.numbers.significant(value >= 100 ? value.rounded() : value)
      return voice.say("\(amount) Aufrufe je\u{A0}s", "\(amount) page views per\u{A0}s")
    } ?? voice.say("niemand kam", "nobody came")
  }

  private func short(_ points: TurningPoints) -> String {
    at(points.short) { voice.say("es fehlen \(vCPU($0))", "\(vCPU($0)) are wanting") }
      ?? voice.say("nie", "never")
  }

  private func gap(_ points: TurningPoints) -> String { at(points.gap, vCPU) ?? none }

  private func lent(_ points: TurningPoints) -> String {
    at(points.lent, vCPU) ?? voice.say("nichts geliehen", "nothing borrowed")
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

extension TurningText {
  /// One sentence about a variant, in the order of the evening.
  func sentence(_ name: String, _ points: TurningPoints) -> String {
    var parts: [String] = []
    if let missed = points.missed {
      parts.append(
        voice.say(
          "verfehlt die Zusage ab \(clock(missed.step))",
          "misses the promise from \(clock(missed.step))"))
      if let worst = points.worst {
        parts.append(
          voice.say(
            "am tiefsten um \(clock(worst.step)) mit \(share(worst.value))",
            "lowest at \(clock(worst.step)) with \(share(worst.value))"))
      }
      switch points.back {
      case .at(let step):
        parts.append(
          voice.say("hält sie ab \(clock(step)) wieder", "keeps it again from \(clock(step))"))
      case .never:
        parts.append(
          voice.say("bis zum Ende des Abends", "until the end of the evening"))
      case nil: break
      }
    } else if let worst = points.worst, worst.value >= 1 {
      parts.append(
        voice.say("hält die Zusage in jeder Minute", "keeps the promise in every minute"))
    } else if let worst = points.worst {
      parts.append(
        voice.say(
          "hält die Zusage in jeder Minute, am knappsten um \(clock(worst.step)) mit "
            + share(worst.value),
          "keeps the promise in every minute, most narrowly at \(clock(worst.step)) with "
            + share(worst.value)))
    } else {
      return voice.say("\(name): keine Zeitreihe.", "\(name): no series.")
    }
    if let lent = points.lent {
      parts.append(
        voice.say(
          "Geliehenes hilft ab \(clock(lent.step))",
          "what is borrowed helps from \(clock(lent.step))"
        ))
    }
    return name + " " + parts.joined(separator: ", ") + "."
  }
}
