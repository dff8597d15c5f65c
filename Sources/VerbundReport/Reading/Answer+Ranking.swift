import VerbundMeasure

// The second sentence: who serves best.
extension AnswerWriter {
  var ranking: String {
    guard let row = view.row("slo.attainment", of: view.focus) else {
      return voice.say(
        "Wie viele Seitenaufrufe rechtzeitig beantwortet wurden, wurde nicht gemessen.",
        "How many page views were answered in time was not measured.")
    }
    let ranked = rank(row).map { place($0, row) }
    return prefix(row) + lead + items(ranked) + "."
  }

  /// Falling by mean; equal and missing values keep the order of the variants.
  private func rank(_ row: KeyRow) -> [Column] {
    view.columns.enumerated().sorted { a, b in
      let x = a.element.table[row.id, row.scope]?.mean ?? -1
      let y = b.element.table[row.id, row.scope]?.mean ?? -1
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
  }

  /// What all verdicts have in common, said before any figure.
  private func prefix(_ row: KeyRow) -> String {
    let others = view.columns.filter { !$0.isReference }
    guard let reference = view.reference, !others.isEmpty else { return "" }
    let differences = others.compactMap { $0.comparison?[row.id, row.scope] }
    guard differences.count == others.count else { return "" }
    if differences.allSatisfy({
      $0.n > 0 && $0.mean == 0 && ($0.low ?? 0) == 0 && ($0.high ?? 0) == 0
    }) {
      return voice.say(
        "Kein Unterschied zu \(name(reference)), in keiner Nacht: ",
        "No difference from \(name(reference)), in any night: ")
    }
    if differences.allSatisfy({ $0.verdict == .noRelevantDifference }) {
      return voice.say(
        "Kein relevanter Unterschied zu \(name(reference)): ",
        "No relevant difference from \(name(reference)): ")
    }
    if differences.allSatisfy({ $0.verdict == .undecided }) {
      return voice.say("Unentschieden: ", "Undecided: ")
    }
    return ""
  }

  private var lead: String {
    let limit = view.workload(view.focus).map { voice.duration($0.slo.threshold) }
    let within =
      limit.map { voice.say("innerhalb von \($0)", "within \($0)") }
      ?? voice.say("rechtzeitig", "in time")
    let over =
      input.nights == 1
      ? voice.say("in der einen simulierten Nacht", "in the one night simulated")
      : voice.say(
        "im Mittel über \(voice.nights(input.nights))",
        "on average over \(voice.nights(input.nights))")
    return voice.say(
      "Von allen Seitenaufrufen für \(service) wurden \(over) \(within) beantwortet: ",
      "Of all page views offered to \(service), these were answered \(within) \(over): ")
  }

  private func place(_ column: Column, _ row: KeyRow) -> String {
    let format = view.format(row, voice)
    let value = column.table[row.id, row.scope]
    var notes: [String] = []
    if let value, let interval = format.interval(value) { notes.append(interval) }
    if column.isReference {
      notes.append(voice.say("der Bezug", "the reference"))
    } else if let verdict = view.verdict(row, column), input.nights > 1 {
      notes.append(phrase(verdict))
    } else {
      notes.append(voice.say("ohne Urteil", "no verdict"))
    }
    return "\(name(column)) \(format.full(value?.mean)) (\(notes.joined(separator: ", ")))"
  }

  private func phrase(_ verdict: Verdict) -> String {
    guard let reference = view.reference else { return verdict.word(voice) }
    return switch verdict {
    case .better, .worse: verdict.word(voice) + voice.say(" als ", " than ") + name(reference)
    case .noRelevantDifference, .undecided: verdict.word(voice)
    }
  }
}
