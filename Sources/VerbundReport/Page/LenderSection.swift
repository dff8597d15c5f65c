import VerbundMeasure
import VerbundModel

// Those who lend have citizens too: their services in a section of equal rank.
extension SectionContext {
  var lendersTitle: String {
    voice.say("Die Bürgerinnen und Bürger der anderen Standorte", "The citizens of the other sites")
  }

  var lenders: Markup { lead + perCase(lenders) }

  private var lead: Markup {
    paragraph(
      voice.say(
        """
        Wer Kapazität verleiht, betreibt selbst Dienste. Was ihre Nutzenden merken, zählt so viel \
        wie der Dienst, um den es geht.
        """,
        """
        Whoever lends capacity runs services too. What their users notice counts as much as the \
        service in question.
        """))
  }

  private func lenders(_ view: CaseView) -> Markup {
    let open = groups(view) { service in
      [view.row("slo.attainment", of: service)]
        + view.serviceRows(service).filter { $0.id == "latency.p95" }
    }
    let rest = groups(view) { service in
      view.serviceRows(service).filter { $0.id != "latency.p95" }
    }
    guard !open.isEmpty || !rest.isEmpty else {
      return paragraph(
        voice.say(
          "Dieses Szenario enthält keine Dienste anderer Standorte; dazu sagt es nichts.",
          "This scenario holds no services of other sites; it says nothing about them."))
    }
    let caption = voice.say("Dienste der anderen Standorte", "Services of the other sites")
    let more = voice.say(
      "Dienste der anderen Standorte: weitere Kennzahlen",
      "Services of the other sites: further metrics")
    let findings = cases.others(in: view).compactMap { finding($0, view) }
    return (findings.isEmpty ? "" : bullets(findings))
      + (open.isEmpty ? "" : lenderTable(open, caption, view))
      + (rest.isEmpty ? "" : folded(more, tableOf(rest, more, view)))
  }

  private func groups(_ view: CaseView, _ rows: (String) -> [KeyRow?]) -> [RowGroup] {
    cases.others(in: view).map { service in
      RowGroup(topic: .service(service.id), rows: rows(service.id).compactMap(\.self))
    }.filter { !$0.rows.isEmpty }
  }

  private func tableOf(_ groups: [RowGroup], _ caption: String, _ view: CaseView) -> Markup {
    ComparisonTable(section: self, view: view, groups: groups, caption: caption).markup
  }

  /// Folded where every row holds one figure for all variants.
  private func lenderTable(_ groups: [RowGroup], _ caption: String, _ view: CaseView) -> Markup {
    let areEqual = groups.flatMap(\.rows).allSatisfy { row in
      let values = view.columns.map { $0.table[row.id, row.scope]?.nights }
      return values.allSatisfy { $0 == values.first }
    }
    let table = tableOf(groups, caption, view)
    return areEqual && view.columns.count > 1 ? folded(equalTitle, table) : table
  }

  private func finding(_ service: Workload, _ view: CaseView) -> String? {
    guard input.nights > 1, let row = view.row("slo.attainment", of: service.id) else {
      return nil
    }
    let worse = view.columns.filter { view.verdict(row, $0) == .worse }
    let open = view.columns.filter { view.verdict(row, $0) == .undecided }
    let title = voice.quote(voice.say(service.name)) + lendingNote(service, view)
    func names(_ columns: [Column]) -> String {
      voice.list(columns.map { voice.quote(voice.say($0.title)) })
    }
    if !worse.isEmpty {
      return title + voice.say(": schlechter bedient in ", ": served worse in ") + names(worse)
        + "."
    }
    if !open.isEmpty {
      return title + voice.say(": unentschieden in ", ": undecided in ") + names(open) + "."
    }
    guard view.columns.contains(where: { view.verdict(row, $0) != nil }) else { return nil }
    return title
      + voice.say(
        ": in keiner Variante schlechter bedient.", ": served worse in no variant.")
  }

  /// What the run says, not what the scenario offers: a site may offer and lend nothing.
  private func lendingNote(_ service: Workload, _ view: CaseView) -> String {
    let hours = view.columns.compactMap { column -> Double? in
      input.loans.first { $0.variant == column.variant && $0.case == column.case }?.loans
        .filter { $0.lender == service.home }.compactMap(\.vCPUHours.mean).reduce(0, +)
    }
    if let most = hours.max(), most > 0 {
      let amount = voice.numbers.join(voice.numbers.significant(most), "vCPU-h")
      return voice.say(
        " (Standort verleiht im Mittel bis zu \(amount) je Nacht)",
        " (site lends up to \(amount) a night on average)")
    }
    let offers = view.columns.contains { column in
      column.scenario?.lending.offers.contains { $0.site == service.home } ?? false
    }
    guard offers else { return "" }
    return hours.isEmpty
      ? voice.say(" (Standort bietet an)", " (site offers)")
      : voice.say(
        " (Standort bietet an, verlieh nichts)", " (site offers, lent nothing)")
  }
}
