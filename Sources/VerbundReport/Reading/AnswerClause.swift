import VerbundMeasure

/// Verdicts on some variants against the reference, in words.
struct VerdictClause {
  struct Place {
    var verdict: Verdict
    /// `bei großer Vorhaltung`; empty where it holds everywhere.
    var text: String
  }

  let voice: Voice
  let nights: String
  /// Quoted names; nil for all other variants.
  let whom: String?
  let isOne: Bool
  let reference: String
  /// Nights behind an undecided verdict, in brackets.
  let tally: String

  /// The first place in full, the others in short.
  func text(_ places: [Place]) -> String {
    var told: [Verdict] = []
    return places.map { place in
      defer { told.append(place.verdict) }
      let nights = told.contains(.undecided) ? "" : tally
      return told.isEmpty ? full(place, nights) : short(place, nights)
    }.joined(separator: "; ")
  }

  private var others: String { whom ?? voice.say("die anderen Varianten", "the other variants") }
  private var serve: String {
    isOne ? voice.say("bedient", "serves") : voice.say("bedienen", "serve")
  }

  private func full(_ place: Place, _ tally: String) -> String {
    let at = place.text.isEmpty ? "" : " " + place.text
    switch place.verdict {
    case .better, .worse:
      let word = place.verdict.word(voice)
      return voice.say(
        "\(others) \(serve)\(at) \(word) als \(reference)",
        "\(others) \(serve) \(word) than \(reference)\(at)")
    case .noRelevantDifference:
      let them = whom ?? voice.say("den anderen Varianten", "the other variants")
      return voice.say(
        "zwischen \(reference) und \(them) gibt es\(at) keinen relevanten Unterschied",
        "between \(reference) and \(them) there is no relevant difference\(at)")
    case .undecided, .notComparable:
      return voice.say(
        "ob \(others) besser \(serve) als \(reference), ist\(at) nach \(nights) "
          + "unentschieden\(tally)",
        "whether \(others) \(serve) better than \(reference) is undecided\(at) after "
          + "\(nights)\(tally)")
    }
  }

  private func short(_ place: Place, _ tally: String) -> String {
    let they = isOne ? voice.say("sie", "it") : voice.say("sie", "they")
    let word = place.verdict.word(voice)
    return switch place.verdict {
    case .better, .worse:
      voice.say("\(place.text) \(serve) \(they) \(word)", "\(place.text) \(they) \(serve) \(word)")
    case .noRelevantDifference:
      voice.say(
        "\(place.text) gibt es keinen relevanten Unterschied",
        "\(place.text) there is no relevant difference")
    case .undecided, .notComparable:
      voice.say(
        "\(place.text) ist es nach \(nights) unentschieden\(tally)",
        "\(place.text) it is undecided after \(nights)\(tally)")
    }
  }
}
