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
    let groups = cases.others(in: view).map { service in
      RowGroup(
        topic: .service(service.id),
        rows: [view.row("slo.attainment", of: service.id)].compactMap(\.self)
          + view.serviceRows(service.id))
    }.filter { !$0.rows.isEmpty }
    guard !groups.isEmpty else {
      return paragraph(
        voice.say(
          "Dieses Szenario enthält keine Dienste anderer Standorte; dazu sagt es nichts.",
          "This scenario holds no services of other sites; it says nothing about them."))
    }
    let caption = voice.say("Dienste der anderen Standorte", "Services of the other sites")
    let findings = cases.others(in: view).compactMap { finding($0, view) }
    return bullets(findings)
      + ComparisonTable(section: self, view: view, groups: groups, caption: caption).markup
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

  private func lendingNote(_ service: Workload, _ view: CaseView) -> String {
    let lends = view.columns.contains { column in
      column.scenario?.lending.offers.contains { $0.site == service.home } ?? false
    }
    return lends ? voice.say(" (Standort verleiht)", " (site lends)") : ""
  }
}
