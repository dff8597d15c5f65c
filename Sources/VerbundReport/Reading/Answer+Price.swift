import VerbundMeasure
import VerbundModel

// The third point: whom else it touches, what a night costs, what cannot be said.
extension AnswerWriter {
  var price: Answer.Point {
    let parts = [citizens ?? noOthers, money].compactMap(\.self)
    return Answer.Point(parts.joined(separator: "; "), remarks: [lent, limits])
  }

  // MARK: Who lent

  /// Who of those that offer lent anything in any case; nil where all or none of them did.
  private var lent: String? {
    var sites: [(id: String, hours: Double)] = []
    for view in cases.views {
      for column in view.columns {
        guard let lending = column.scenario?.lending, lending.order != .none else { continue }
        for offer in lending.offers where !sites.contains(where: { $0.id == offer.site }) {
          sites.append((offer.site, 0))
        }
      }
    }
    for loan in input.loans.flatMap(\.loans) where !loan.isExternal {
      guard let index = sites.firstIndex(where: { $0.id == loan.lender }) else { continue }
      sites[index].hours += loan.vCPUHours.mean ?? 0
    }
    let lenders = sites.filter { $0.hours > 0 }.sorted { $0.hours > $1.hours }
    let idle = sites.count - lenders.count
    guard !lenders.isEmpty, idle > 0 else { return nil }
    let sum = lenders.reduce(0) { $0 + $1.hours }
    let list = voice.list(
      lenders.map { site in
        lenders.count == 1
          ? siteName(site.id) : "\(siteName(site.id)) (\(share(site.hours / sum)))"
      }, atMost: 4)
    let rest =
      idle == 1
      ? voice.say("der andere anbietende Standort", "the other site that offers")
      : voice.say(
        "die \(voice.word(idle)) anderen anbietenden Standorte",
        "the \(voice.word(idle)) other sites that offer")
    return voice.say(
      "verliehen \(lenders.count == 1 ? "hat" : "haben") nur \(list), \(rest) nie",
      "only \(list) lent anything, \(rest) never did")
  }

  private func siteName(_ id: String) -> String {
    voice.quote(
      cases.views.lazy.compactMap { $0.scenario?.sites.first { $0.id == id } }.first
        .map { voice.say($0.name) } ?? id)
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
    guard let first = parts.first else { return nil }
    let verb = first.isNothing ? "wird" : "werden"
    return voice.say("je Nacht \(verb)", "per night") + inCase + allServices
      + voice.say(" ", ", ") + voice.list(parts.map(\.text))
  }

  /// Money is settled over all services; with one only that goes without saying.
  private var allServices: String {
    cases.others(in: view).isEmpty
      ? "" : voice.say(" für alle Dienste zusammen", ", for all services together")
  }

  /// Each variant's own amount, the largest first; `nothing` where none has one.
  private func amounts(_ id: String, _ what: String) -> (text: String, isNothing: Bool)? {
    guard let row = view.row(id, of: view.focus) else { return nil }
    let spent = view.columns.compactMap { column in
      (column.table[row.id, row.scope]?.mean).map { (name: name(column), amount: $0) }
    }.filter { $0.amount != 0 }.sorted { $0.amount > $1.amount }
    if spent.isEmpty { return (voice.say("nichts ", "nothing is ") + what, true) }
    let list = voice.list(spent.map { "\(voice.euros($0.amount)) (\($0.name))" }, atMost: 3)
    return (list + voice.say(" ", spent.count == 1 ? " is " : " are ") + what, false)
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
}
