import VerbundMeasure

/// Numbered clauses in the form of a decision, only as far as the figures carry them.
struct Resolution {
  let cases: CaseSet
  let voice: Voice

  var clauses: [String] {
    guard let view = cases.leadView else { return [] }
    let writer = AnswerWriter(cases: cases, view: view, voice: voice)
    let all = [verdict(writer), equal, choice(writer), survey, between(writer), more]
    return all.compactMap(\.self).enumerated().map { index, clause in
      clause + (index == all.compactMap(\.self).count - 1 ? "." : ",")
    }
  }

  private func verdict(_ writer: AnswerWriter) -> String? {
    guard let verdicts = writer.verdicts else { return nil }
    let nights = voice.nights(cases.input.nights)
    return voice.say(
      "nimmt zur Kenntnis, was \(nights) unter den Annahmen der Anlage A ergeben: \(verdicts)",
      "takes note of what \(nights) show under the assumptions of annex A: \(verdicts)")
  }

  /// For each placement of demand, the variants that reach the target with the least set aside.
  private var equal: String? {
    let all = cases.equalService
    let parts = all.compactMap { equal -> String? in
      let text = least(equal)
      let title = equal.ladder.title(voice)
      return all.count > 1 && !title.isEmpty ? text.map { "\($0) (\(title))" } : text
    }
    guard !parts.isEmpty else { return nil }
    let known = cases.targetWord(voice)
    return voice.say(
      "nimmt zur Kenntnis, welche Variante für das \(known)e Ziel im Mittel der Nächte am "
        + "wenigsten eigene Vorhaltung braucht: ",
      "takes note which variant needs the least set-aside of its own for the \(known) target, on "
        + "average over the nights: ") + parts.joined(separator: "; ")
  }

  private func least(_ equal: EqualService) -> String? {
    let known = equal.lines.filter { line in
      switch line.outcome {
      case .orLess, .upTo: true
      case .moreThan, .unknown: false
      }
    }
    guard let least = known.compactMap(\.outcome.vCPU).min(),
      let best = known.first(where: { $0.outcome.vCPU == least })
    else {
      guard equal.lines.contains(where: { $0.outcome != .unknown }) else { return nil }
      let most = vCPU(equal.ladder.largest.vCPU)
      return voice.say("mit keiner Variante bis \(most)", "with no variant up to \(most)")
    }
    let names = known.filter { $0.outcome.vCPU == least }.map {
      voice.quote(voice.say($0.title))
    }
    if names.count == equal.lines.count, names.count > 1 {
      return voice.say("alle gleich viel, ", "all the same, ") + best.outcome.text(voice)
    }
    return voice.list(names, atMost: 4) + voice.say(" mit ", " with ") + best.outcome.text(voice)
  }

  /// What is never worse, at least once better, and harms no other service.
  private func choice(_ writer: AnswerWriter) -> String? {
    guard cases.input.nights > 1, cases.views.contains(where: { $0.reference != nil }) else {
      return nil
    }
    let harmed = cases.others(in: writer.view).contains { writer.worst($0.id) == .worse }
    let columns = writer.preferred
    if columns.isEmpty {
      return voice.say(
        "zieht auf dieser Grundlage keine Variante vor: die Zahlen tragen das nicht",
        "prefers no variant on these grounds: the figures do not support that")
    }
    let names = writer.names(columns)
    let condition =
      harmed
      ? voice.say(
        ", sobald geklärt ist, wie die Dienste der Verleiher unberührt bleiben",
        ", once it is settled how the lenders' services stay untouched")
      : ""
    return voice.say(
      "empfiehlt, \(names) weiter zu verfolgen\(condition)",
      "recommends to pursue \(names) further\(condition)")
  }

  private var survey: String {
    voice.say(
      """
      bittet, bei den Betreibern zu erheben, was für den Dienst tatsächlich vorgehalten ist, \
      wie viele Aufrufe der Abend bringt und was ein Aufruf an Rechenzeit kostet: davon hängt das \
      Ergebnis vermutlich am meisten ab
      """,
      """
      asks for figures from the operators: what is really set aside for the service, how many page \
      views the evening brings, and what a page view takes in computing; the result presumably \
      depends on these most
      """)
  }

  /// Where a finer grid of sizes would tell more: what misses by less than matters. Nil without
  /// any.
  private func between(_ writer: AnswerWriter) -> String? {
    let all = cases.equalService
    let parts = all.flatMap { equal -> [String] in
      let title = equal.ladder.title(voice)
      let place = all.count > 1 && !title.isEmpty ? " (\(title))" : ""
      return writer.nearMisses(equal).map { $0 + place }
    }
    guard !parts.isEmpty else { return nil }
    return voice.say(
      "bittet, auch Größen zwischen den gerechneten zu rechnen, denn ein feineres Raster kann die "
        + "Reihenfolge ändern: ",
      "asks for sizes between the computed ones as well, since a finer grid may change the order: "
    ) + parts.joined(separator: "; ")
  }

  private var more: String? {
    let common = voice.say(
      "Nächte mit gleichzeitigen Spitzen bei allen", "nights on which all peak at once")
    guard cases.input.nights < 59 else {
      return voice.say("bittet, auch \(common) zu rechnen", "asks for \(common) as well")
    }
    return voice.say(
      """
      bittet, vor jeder Zusage mindestens 59\u{A0}Nächte zu rechnen und auch \(common) zu \
      betrachten
      """,
      "asks, before any guarantee, for at least 59\u{A0}nights, and for \(common) as well")
  }

  private func vCPU(_ value: Int) -> String {
    voice.numbers.join(voice.numbers.whole(value), "vCPU")
  }
}
