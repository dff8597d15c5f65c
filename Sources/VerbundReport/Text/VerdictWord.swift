import VerbundMeasure

/// A verdict by sign and by word, so that colour is never the only carrier.
extension Verdict {
  var sign: String {
    switch self {
    case .better: "▲"
    case .worse: "▼"
    case .noRelevantDifference: "="
    case .undecided: "?"
    case .notComparable: "≠"
    }
  }

  func word(_ voice: Voice) -> String {
    switch self {
    case .better: voice.say("besser", "better")
    case .worse: voice.say("schlechter", "worse")
    case .noRelevantDifference:
      voice.say("kein relevanter Unterschied", "no relevant difference")
    case .undecided: voice.say("unentschieden", "undecided")
    case .notComparable: voice.say("unvergleichbar", "not comparable")
    }
  }

  /// For narrow columns, of 14 characters at most; the legend gives the full word.
  func shortWord(_ voice: Voice) -> String {
    self == .noRelevantDifference ? voice.say("gleichwertig", "equivalent") : word(voice)
  }

  /// `▲ besser, ▼ schlechter, …`: what the signs beside figures mean, on the page and in the
  /// terminal.
  static func legend(_ voice: Voice) -> String {
    let all: [Verdict] = [.better, .worse, .noRelevantDifference, .undecided, .notComparable]
    return all.map { "\($0.sign)\u{A0}\($0.shortWord(voice))\($0.meaning(voice))" }
      .joined(separator: ", ")
  }

  /// In brackets, where the short word says too little.
  private func meaning(_ voice: Voice) -> String {
    switch self {
    case .noRelevantDifference: " (\(word(voice)))"
    case .notComparable:
      voice.say(
        " (der Dienst ist ungleich: wer weniger bedient, ist weder schnell noch sparsam)",
        " (service is unequal: serving fewer is neither fast nor thrifty)")
    default: ""
    }
  }

  /// Class of the page's style sheet.
  var styleClass: String {
    switch self {
    case .better: "better"
    case .worse: "worse"
    case .noRelevantDifference: "same"
    case .undecided: "open"
    case .notComparable: "apart"
    }
  }
}
