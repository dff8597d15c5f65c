import VerbundMeasure

// The first sentence: how much it is about, and who serves better.
extension AnswerWriter {
  var service: String {
    guard let row = view.row("slo.attainment", of: view.focus), !ranked(row).isEmpty else {
      return stakeText
        + voice.say(
          "wie viele Seitenaufrufe rechtzeitig beantwortet wurden, wurde nicht gemessen.",
          "how many page views were answered in time was not measured.")
    }
    var sentence = Sentence(stakeText)
    sentence.add(verdicts ?? withoutVerdict)
    sentence.addIfShort(figures(row, most: 4), or: figures(row, most: 2))
    if input.nights == 1 {
      sentence.addIfShort(
        voice.say("; eine Nacht trägt kein Urteil", "; one night supports no verdict"))
    }
    sentence.add(".")
    return sentence.text
  }

  private var stakeText: String {
    guard let stake = cases.stake else {
      return voice.say(
        "Wie viel Technik auf dem Spiel steht, ist offen: ",
        "How much hardware is at stake is open: ")
    }
    if stake.hosts >= Stake.small {
      let hosts = voice.numbers.whole(stake.hosts)
      return voice.say(
        "Es geht um rund \(hosts)\u{A0}Hosts: ", "This is about some \(hosts)\u{A0}hosts: ")
    }
    return voice.say(
      "Es geht um weniger als zehn Hosts: ", "This is about fewer than ten hosts: ")
  }

  /// Verdicts against the reference over all cases; nil without any.
  var verdicts: String? {
    guard input.nights > 1, let reference = view.reference else { return nil }
    let groups = VerdictPattern.groups(cases.views)
    guard !groups.isEmpty else { return nil }
    let others = view.columns.filter { !$0.isReference }.count
    let parts = groups.enumerated().map { index, group -> String in
      let everyone = groups.count == 1 && group.columns.count == others && others > 1
      let whom =
        everyone
        ? voice.say("bei allen anderen Varianten", "with all other variants")
        : voice.say("bei ", "with ") + names(group.columns)
      let words = turn(of: group.columns) ?? words(group.pattern, isFirst: index == 0)
      return voice.say("\(whom) \(words)", "\(words) \(whom)")
    }
    return voice.say(
      "Gegenüber \(name(reference)) ist der Dienst \(serviceName) ",
      "against \(name(reference)), the service of \(serviceName) is ")
      + parts.joined(separator: ", ")
  }

  /// `in allen 6 Fällen besser`, or `in 2 Fällen besser und in 4 unentschieden`.
  private func words(_ pattern: VerdictPattern, isFirst: Bool) -> String {
    if let only = pattern.only {
      let all = pattern.cases == count && isFirst ? inAllCases : ""
      let word = only.shortWord(voice)
      return voice.say((all + " " + word).trimmedStart, word + all)
    }
    let parts = pattern.counts.enumerated().map { index, count in
      let number = voice.numbers.whole(count.cases)
      let noun =
        index > 0
        ? ""
        : count.cases == 1
          ? voice.say("\u{A0}Fall", "\u{A0}case") : voice.say("\u{A0}Fällen", "\u{A0}cases")
      return voice.say(
        "in \(number)\(noun) \(count.verdict.shortWord(voice))",
        "\(count.verdict.shortWord(voice)) in \(number)\(noun)")
    }
    return voice.list(parts)
  }

  /// Where along the sizes the verdict turns, if it is the same for all of them: in vCPU where all
  /// cases are sizes of one thing, else by rank of the size.
  private func turn(of columns: [Column]) -> String? {
    let turns = cases.ladders.flatMap { ladder in
      columns.map { VerdictTurn(variant: $0.variant, ladder) }
    }
    guard let first = turns.first, let turn = first else { return nil }
    if cases.ladders.count == 1 {
      return turns.allSatisfy { $0 == turn } ? turn.text(voice) : nil
    }
    return turns.allSatisfy { $0?.shape == turn.shape } ? turn.textByRank(voice) : nil
  }

  private var withoutVerdict: String {
    voice.say("für \(serviceName) gibt es kein Urteil", "for \(serviceName) there is no verdict")
  }

  /// Best first, the reference among them in any case.
  private func figures(_ row: KeyRow, most: Int) -> String {
    let format = view.format(row, voice)
    var chosen = Array(ranked(row).prefix(most))
    if let reference = view.reference, !chosen.contains(where: \.isReference) {
      chosen[chosen.count - 1] = reference
    }
    let list = chosen.map { column in
      let value = column.table[row.id, row.scope]
      let interval = value.flatMap(format.interval).map { " (\($0))" } ?? ""
      return "\(name(column)) \(format.full(value?.mean))\(interval)"
    }
    return voice.say("; \(within) beantwortet", "; answered \(within)") + inCase + ": "
      + list.joined(separator: ", ")
  }

  /// Falling by mean; equal values keep the order of the variants; those not measured are left out.
  func ranked(_ row: KeyRow) -> [Column] {
    func mean(_ column: Column) -> Double? { column.table[row.id, row.scope]?.mean }
    return view.columns.enumerated().filter { mean($0.element) != nil }.sorted { a, b in
      let (x, y) = (mean(a.element) ?? 0, mean(b.element) ?? 0)
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
  }
}

extension String {
  fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
