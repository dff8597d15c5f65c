import VerbundMeasure
import VerbundModel

// The third sentence: what a night costs, whom else it touches, what cannot be said.
extension AnswerWriter {
  var price: String {
    let start = capitalised(citizens ?? noOthers)
    let tails =
      [limits, shortLimits].flatMap { limit in
        [money.map { limit + "; " + $0 }].compactMap(\.self)
      } + [limits, shortLimits]
    var sentence = Sentence(start)
    let fitting = tails.first { Sentence(start + "; " + $0).words <= Sentence.most }
    sentence.add("; " + (fitting ?? shortLimits) + ".")
    return sentence.text
  }

  // MARK: The lenders' own citizens

  /// Services of others by the worst verdict of any variant in any case; nil without such services.
  private var citizens: String? {
    let services = cases.others(in: view)
    guard !services.isEmpty else { return nil }
    var parts: [String] = []
    for verdict in [Verdict.worse, .undecided] {
      let touched = services.filter { worst($0.id) == verdict }
      guard !touched.isEmpty else { continue }
      let list = voice.list(
        touched.map { voice.quote(voice.say($0.name)) + whereabouts($0.id, verdict) }, atMost: 2)
      parts.append(
        verdict == .worse
          ? voice.say(
            "schlechter bedient \(touched.count == 1 ? "wird" : "werden") \(list)",
            "served worse \(touched.count == 1 ? "is" : "are") \(list)")
          : voice.say("unentschieden ist es für \(list)", "undecided it is for \(list)"))
    }
    if parts.isEmpty {
      guard services.contains(where: { worst($0.id) != nil }) else {
        return voice.say(
          "was die anderen Dienste merken, trägt noch kein Urteil",
          "what the other services notice supports no verdict yet")
      }
      let number = voice.numbers.whole(count)
      return count > 1
        ? voice.say(
          "in keinem der \(number)\u{A0}Fälle wird ein Dienst der anderen Standorte schlechter "
            + "bedient",
          "in none of the \(number)\u{A0}cases is any service of the other sites served worse")
        : voice.say(
          "von den Diensten der anderen Standorte wird keiner schlechter bedient",
          "of the services of the other sites none is served worse")
    }
    return parts.joined(separator: ", ")
  }

  private var noOthers: String {
    voice.say(
      "Dienste anderer Standorte enthält dieses Szenario nicht",
      "this scenario holds no services of other sites")
  }

  /// ` („Verbund“)`: the variants in which that verdict falls in some case.
  private func whereabouts(_ id: String, _ verdict: Verdict) -> String {
    let columns = view.columns.filter { column in
      cases.views.contains { self.verdict(id, column.variant, $0) == verdict }
    }
    return columns.isEmpty
      ? "" : voice.say(" mit ", " with ") + voice.list(columns.map(name), atMost: 2)
  }

  /// Worse before undecided before the rest; nil without any verdict.
  func worst(_ id: String) -> Verdict? {
    let all = cases.views.flatMap { view in
      view.columns.compactMap { verdict(id, $0.variant, view) }
    }
    return [.worse, .undecided, .noRelevantDifference, .better].first(where: all.contains)
  }

  private func verdict(_ id: String, _ variant: String, _ view: CaseView) -> Verdict? {
    guard input.nights > 1, let row = view.row("slo.attainment", of: id),
      let column = view.columns.first(where: { $0.variant == variant })
    else { return nil }
    return view.verdict(row, column)
  }

  // MARK: Money

  private var money: String? {
    let settled = amounts(
      "cost.settlement", voice.say("untereinander verrechnet", "settled between administrations"))
    let paid = amounts("cost.external", voice.say("nach außen bezahlt", "paid outside"))
    let parts = [settled, paid].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return voice.say("je Nacht", "per night") + inCase + " " + voice.list(parts)
  }

  /// The variants with an amount; `nothing` where none has one.
  private func amounts(_ id: String, _ what: String) -> String? {
    guard let row = view.row(id, of: view.focus) else { return nil }
    let format = view.format(row, voice)
    let spent = view.columns.filter { ($0.table[row.id, row.scope]?.mean ?? 0) != 0 }
    if spent.isEmpty { return voice.say("nichts ", "nothing ") + what }
    let means = spent.compactMap { $0.table[row.id, row.scope]?.mean }
    guard let low = means.min(), let high = means.max() else { return nil }
    let figure =
      format.full(low) == format.full(high)
      ? format.full(low)
      : format.bare(low) + voice.say("\u{A0}bis\u{A0}", "\u{A0}to\u{A0}") + format.full(high)
    return "\(figure) \(what) (\(names(spent)))"
  }

  // MARK: Limits

  private var limits: String {
    let nights = voice.nights(input.nights)
    // The least that supports "in 95 % of the nights" at 95 % confidence, without any failure.
    if input.nights >= 59 {
      return voice.say(
        "\(nights) tragen eine Zusage nur, wenn keine davon versagt hat",
        "\(nights) support a guarantee only if none of them failed")
    }
    return input.nights == 1
      ? voice.say("eine Nacht trägt kein Urteil", "one night supports no verdict")
      : voice.say(
        "\(nights) tragen einen Vergleich, nie eine Zusage, und Nächte, in denen alle zugleich "
          + "Spitzen haben, sind nicht enthalten",
        "\(nights) support a comparison, never a guarantee, and nights on which all peak at once "
          + "are not covered")
  }

  private var shortLimits: String {
    let nights = voice.nights(input.nights)
    return input.nights == 1 || input.nights >= 59
      ? limits : voice.say("\(nights) sind keine Zusage", "\(nights) are no guarantee")
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
