import VerbundMeasure

/// A verdict by sign and by word, so that colour is never the only carrier.
extension Verdict {
  var sign: String {
    switch self {
    case .better: "▲"
    case .worse: "▼"
    case .noRelevantDifference: "="
    case .undecided: "?"
    }
  }

  func word(_ voice: Voice) -> String {
    switch self {
    case .better: voice.say("besser", "better")
    case .worse: voice.say("schlechter", "worse")
    case .noRelevantDifference:
      voice.say("kein relevanter Unterschied", "no relevant difference")
    case .undecided: voice.say("unentschieden", "undecided")
    }
  }

  /// For narrow columns; the legend gives the full word.
  func shortWord(_ voice: Voice) -> String {
    self == .noRelevantDifference ? voice.say("gleichwertig", "equivalent") : word(voice)
  }

  /// Class of the page's style sheet.
  var styleClass: String {
    switch self {
    case .better: "better"
    case .worse: "worse"
    case .noRelevantDifference: "same"
    case .undecided: "open"
    }
  }
}
