import VerbundMeasure

// Who serves better than the reference, and where along the cases that turns.
extension AnswerWriter {
  private typealias Group = (pattern: VerdictPattern, columns: [Column])

  private var groups: [Group] { input.nights > 1 ? VerdictPattern.groups(cases.views) : [] }

  /// Verdicts against the reference over all cases, with the nights behind those that are
  /// undecided; nil without any.
  var verdicts: String? { verdicts { self.tally($0).map { " (\($0))" } ?? "" } }

  /// The same without those nights.
  var bareVerdicts: String? { verdicts { _ in "" } }

  private func verdicts(_ nightsBehind: ([Column]) -> String) -> String? {
    guard let reference = view.reference, !groups.isEmpty else { return nil }
    return groups.map { group -> String in
      let clause = VerdictClause(
        voice: voice,
        nights: voice.numbers.join(
          voice.numbers.whole(input.nights), voice.say("Nächten", "nights")),
        whom: isEveryone(group) ? nil : names(group.columns), isOne: group.columns.count == 1,
        reference: name(reference), tally: nightsBehind(group.columns))
      return clause.text(places(group.pattern, group.columns))
    }.joined(separator: "; ")
  }

  /// All variants but the reference, and more than one.
  private func isEveryone(_ group: Group) -> Bool {
    group.columns.count > 1 && group.columns.count == view.columns.count { !$0.isReference }
  }

  /// `unentschieden heißt: in keiner Nacht merklich schlechter, in drei bis vier besser`; nil where
  /// nothing is undecided.
  var undecided: String? {
    let parts = groups.compactMap { group in
      tally(group.columns).map { (isEveryone(group) ? "" : names(group.columns) + " ") + $0 }
    }
    guard !parts.isEmpty else { return nil }
    return voice.say("unentschieden heißt: ", "undecided means: ") + parts.joined(separator: "; ")
  }

  private func places(
    _ pattern: VerdictPattern, _ columns: [Column]
  ) -> [VerdictClause.Place] {
    if let only = pattern.only {
      let all = pattern.cases == count && count > 1
      return [
        .init(
          verdict: only,
          text: all
            ? voice.say("in allen \(voice.word(count)) Fällen", "in all \(voice.word(count)) cases")
            : "")
      ]
    }
    if let turned = turn(of: columns) { return turned }
    return pattern.counts.map { part in
      let text =
        part.cases == 1
        ? voice.say("in einem Fall", "in one case")
        : voice.say("in \(voice.word(part.cases)) Fällen", "in \(voice.word(part.cases)) cases")
      return .init(verdict: part.verdict, text: text)
    }
  }

  /// Where along the sizes the verdict turns, if it is the same for all of them: in vCPU where all
  /// cases are sizes of one thing, else by rank of the size.
  private func turn(of columns: [Column]) -> [VerdictClause.Place]? {
    let turns = cases.ladders.flatMap { ladder in
      columns.map { VerdictTurn(variant: $0.variant, ladder) }
    }
    guard let first = turns.first, let turn = first else { return nil }
    let texts: [String]?
    if cases.ladders.count == 1 {
      texts = turns.allSatisfy { $0 == turn } ? turn.places(voice) : nil
    } else {
      texts = turns.allSatisfy { $0?.shape == turn.shape } ? turn.placesByRank(voice) : nil
    }
    return texts.map { zip(turn.runs, $0).map { .init(verdict: $0.verdict, text: $1) } }
  }

  /// `in keiner Nacht merklich schlechter, in drei bis vier besser`: nights that differ by more
  /// than the smallest relevant difference, over the undecided pairs; nil without pairs of nights.
  func tally(_ columns: [Column]) -> String? {
    let pairs = columns.flatMap { column in
      cases.views.filter { VerdictPattern.verdicts(of: column.variant, [$0]) == [.undecided] }
        .map { differences(column.variant, $0) }
    }
    guard !pairs.isEmpty, pairs.allSatisfy({ $0.count == input.nights }) else { return nil }
    let least = margin
    let worse = pairs.map { pair in pair.count { $0 < -least } }
    let better = pairs.map { pair in pair.count { $0 > least } }
    return voice.say(
      "\(onNights(worse, named: true)) merklich schlechter, "
        + "\(onNights(better, named: false)) besser",
      "noticeably worse \(onNights(worse, named: true)), "
        + "better \(onNights(better, named: false))")
  }

  /// `in drei bis vier Nächten`, `in keiner Nacht`, `in höchstens zwei Nächten`.
  private func onNights(_ counts: [Int], named: Bool) -> String {
    let (low, high) = (counts.min() ?? 0, counts.max() ?? 0)
    func noun(_ de: String, _ en: String) -> String { named ? voice.say(" " + de, " " + en) : "" }
    if high == 0 {
      return voice.say("in keiner", named ? "on no" : "on none") + noun("Nacht", "night")
    }
    let most = low == 0 ? voice.say("höchstens ", "at most ") : ""
    if high == 1 {
      return voice.say("in \(most)einer", "on \(most)one") + noun("Nacht", "night")
    }
    let first = low == 1 ? voice.say("einer", "one") : voice.word(low)
    let from = low == 0 || low == high ? "" : first + voice.say(" bis ", " to ")
    return voice.say("in ", "on ") + most + from + voice.word(high) + noun("Nächten", "nights")
  }

  /// The ranking metric's smallest relevant difference.
  var margin: Double {
    abs(
      input.experiment.margins["slo.attainment"]
        ?? MetricCatalog.metric("slo.attainment")?.margin.amount(reference: 1) ?? 0)
  }

  /// Night by night, less the reference; empty where the nights are no pairs.
  private func differences(_ variant: String, _ view: CaseView) -> [Double] {
    guard let row = view.row("slo.attainment", of: view.focus),
      let column = view.columns.first(where: { $0.variant == variant }),
      column.comparison?.sameArrivals == true,
      let own = column.table[row.id, row.scope]?.nights,
      let other = view.reference?.table[row.id, row.scope]?.nights, own.count == other.count
    else { return [] }
    return zip(own, other).compactMap { a, b in a.flatMap { a in b.map { a - $0 } } }
  }
}
