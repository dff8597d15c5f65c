import VerbundMeasure

// What to do, in one sentence.
extension AnswerWriter {
  var proposal: String {
    let what =
      voice.say(
        "was für den Dienst tatsächlich vorgehalten ist", "what is really set aside for the service"
      )
    let more =
      input.nights >= 59
      ? ""
      : voice.say(
        ", und mindestens 59\u{A0}Nächte rechnen", ", and compute at least 59\u{A0}nights")
    if preferred.isEmpty {
      let nothing =
        view.columns.count > 1
        ? voice.say("noch keine Variante beschließen", "decide on no variant yet")
        : voice.say("noch nichts beschließen", "decide on nothing yet")
      return voice.say(
        "Vorschlag: \(nothing); erst erheben, \(what)\(more).",
        "Proposal: \(nothing); first find out \(what)\(more).")
    }
    let who = names(preferred)
    return voice.say(
      "Vorschlag: \(who) weiter verfolgen; vor einem Beschluss erheben, \(what)\(more).",
      "Proposal: pursue \(who) further; before deciding, find out \(what)\(more).")
  }

  /// Variants that are never worse and at least once better than the reference.
  var preferred: [Column] {
    guard input.nights > 1 else { return [] }
    return VerdictPattern.groups(cases.views).filter { group in
      let verdicts = group.pattern.counts.map(\.verdict)
      return verdicts.contains(.better) && !verdicts.contains(.worse)
    }.flatMap(\.columns)
  }
}
