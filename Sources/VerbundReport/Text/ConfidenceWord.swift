import VerbundModel

/// How well a figure is known, in one word beside it.
extension Confidence {
  /// `belegt`, `abgeleitet`, `angenommen`; with an -e it stands before a German noun.
  func word(_ voice: Voice) -> String {
    switch self {
    case .S1, .S2, .V2, .V: voice.say("belegt", "verified")
    case .D: voice.say("abgeleitet", "derived")
    case .M, .A: voice.say("angenommen", "assumed")
    }
  }
}
