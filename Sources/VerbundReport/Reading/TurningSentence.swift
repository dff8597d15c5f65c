import VerbundMeasure

/// One sentence about a variant's evening: what its nights were, then their mean in order of time.
struct TurningSentence {
  let text: TurningText
  let points: TurningPoints
  /// Minutes below the target on every night; nil where the run does not say.
  var missed: MetricValue?
  let nights: Int

  private var voice: Voice { text.voice }

  func words(_ name: String) -> String {
    guard points.worst != nil else {
      return voice.say("\(name): keine Zeitreihe.", "\(name): no series.")
    }
    let parts = [nightly, course, lent].compactMap(\.self)
    return name + " " + parts.joined(separator: "; ") + "."
  }

  // MARK: Nights

  /// `verfehlt das Ziel in 3 von 5 Nächten, 15 bis 210 Minuten lang`.
  private var nightly: String? {
    let minutes = (missed?.nights ?? []).compactMap(\.self)
    guard !minutes.isEmpty else { return nil }
    let bad = minutes.filter { $0 > 0 }
    guard let least = bad.min(), let most = bad.max() else {
      let which = share(of: minutes.count, in: minutes.count)
      return voice.say(
        "erreicht das Ziel \(which) durchgehend", "reaches the target throughout \(which)")
    }
    return voice.say("verfehlt das Ziel ", "misses the target ")
      + share(of: bad.count, in: minutes.count) + voice.say(", ", ", for ") + span(least, most)
  }

  private func share(of count: Int, in all: Int) -> String {
    let (some, whole) = (voice.numbers.whole(count), voice.numbers.whole(all))
    if all == 1 { return voice.say("in der einen Nacht", "on the one night") }
    return count == all
      ? voice.say("in allen \(whole)\u{A0}Nächten", "on all \(whole)\u{A0}nights")
      : voice.say("in \(some) von \(whole)\u{A0}Nächten", "on \(some) of \(whole)\u{A0}nights")
  }

  private func span(_ least: Double, _ most: Double) -> String {
    let (from, to) = (voice.numbers.significant(least), voice.numbers.significant(most))
    let unit =
      most == 1 ? voice.say("Minute", "minute") : voice.say("Minuten", "minutes")
    let amount = from == to ? to : from + voice.say(" bis ", " to ") + to
    return "\(amount)\u{A0}\(unit)" + voice.say(" lang", "")
  }

  // MARK: The mean of the nights

  private var average: String {
    nights == 1 ? "" : voice.say("im Mittel der Nächte ", "on average over the nights ")
  }

  private var course: String? {
    guard let worst = points.worst else { return nil }
    let (time, figure) = (text.clock(worst.step), text.share(worst.value))
    guard let first = points.missed else {
      if worst.value >= 1, missed?.nights.contains(where: { $0 != nil }) ?? false { return nil }
      if worst.value >= 1 {
        return voice.say(
          "erreicht das Ziel \(average)in jeder Minute",
          "reaches the target \(average)in every minute")
      }
      return voice.say(
        "liegt \(average)in keiner Minute unter dem Ziel, am knappsten um \(time) mit \(figure)",
        "is \(average)below the target in no minute, most narrowly so at \(time) with \(figure)")
    }
    return voice.say(
      """
      liegt \(average)ab \(text.clock(first.step)) unter dem Ziel, am tiefsten um \(time) mit \
      \(figure)
      """,
      """
      is \(average)below the target from \(text.clock(first.step)), lowest at \(time) with \(figure)
      """) + (end ?? "")
  }

  private var end: String? {
    switch points.back {
    case .at(let step):
      voice.say(
        ", und erreicht es ab \(text.clock(step)) dauerhaft wieder",
        ", and reaches it again for good from \(text.clock(step))")
    case .never: voice.say(", bis zum Ende des Abends", ", until the end of the evening")
    case nil: nil
    }
  }

  private var lent: String? {
    points.lent.map {
      voice.say(
        "Geliehenes oder Gemietetes ist ab \(text.clock($0.step)) bereit",
        "what is borrowed or rented is ready from \(text.clock($0.step))")
    }
  }
}
