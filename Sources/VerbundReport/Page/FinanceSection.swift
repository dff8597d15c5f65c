import VerbundMeasure
import VerbundModel

// Equal service: what each variant must set aside to reach the target, and what that is a year.
extension SectionContext {
  var finance: Markup {
    let all = cases.equalService
    guard !all.isEmpty else {
      return section("finance", financeTitle, paragraph(oneSize))
    }
    let parts = all.map { equal in
      let heading: Markup =
        all.count > 1 ? "<h3>\(equal.ladder.title(voice))</h3>" : ""
      return heading + FinanceTable(section: self, equal: equal).markup
    }
    return section(
      "finance", financeTitle,
      paragraph(financeLead(all)) + .join(parts) + FinanceNotes(section: self).markup)
  }

  private func financeLead(_ all: [EqualService]) -> String {
    let parts = all.map { equal -> String in
      let sizes = equal.ladder.steps.map { voice.numbers.whole($0.vCPU) }
      let list = voice.numbers.join(voice.list(sizes), "vCPU")
      return all.count > 1 ? "\(list) (\(equal.ladder.title(voice)))" : list
    }
    let list = voice.list(parts)
    let known = cases.targetWord(voice)
    return voice.say(
      """
      Die Nacht bei gleicher Ausstattung zeigt, wer versagt. Für die Entscheidung zählt das \
      Umgekehrte: wie viel vorgehalten sein muss, damit der Dienst das \(known)e Ziel hält. \
      Gerechnet sind \(list); dazwischen ist nichts bekannt. \
      Eine Größe gilt als ausreichend, wenn der Dienst bei ihr und bei jeder größeren im Mittel \
      der Nächte hält.
      """,
      """
      The night at equal size says who fails. What matters for the decision is the reverse: how \
      much has to be set aside so that the service reaches its \(known) target. \
      Computed are \(list); nothing is known in between. \
      A size counts as enough if the service holds, on average over the nights, at this and at \
      every larger one.
      """)
  }

  private var oneSize: String {
    voice.say(
      """
      Gleicher Dienst lässt sich aus diesem Lauf nicht beziffern: dafür braucht es mindestens zwei \
      Größen der Vorhaltung. Sie werden im Szenario als „cases“ ergänzt, die sich nur in \
      „scaling.set-aside“ unterscheiden.
      """,
      """
      Equal service cannot be priced from this run: that takes at least two sizes of the \
      set-aside. They are added to the scenario as “cases” that differ in “scaling.set-aside” \
      alone.
      """)
  }
}

/// The formulas behind the table of equal service, and what they leave out.
struct FinanceNotes {
  let section: SectionContext

  private var voice: Voice { section.voice }

  var markup: Markup {
    let title = voice.say("Formeln und Annahmen", "Formulas and assumptions")
    return "<h3>\(title)</h3>\n\(formulas)\n\(section.bullets(notes))"
  }

  private var formulas: Markup {
    let lines = [
      voice.say(
        "EUR im Jahr = vorgehaltene vCPU × 8\u{202F}760\u{A0}h × Tarif des Standorts je vCPU-h "
          + "+ Kosten der Nacht × Spitzennächte im Jahr",
        "EUR a year = vCPU set aside × 8,760\u{A0}h × the site's tariff per vCPU-h "
          + "+ cost of the night × peak nights a year"),
      voice.say(
        "kWh im Jahr = vCPU ÷ vCPU je Host × Leistung im Leerlauf × 8\u{202F}760\u{A0}h × PUE",
        "kWh a year = vCPU ÷ vCPU per host × idle power × 8,760\u{A0}h × PUE"),
      voice.say(
        "kg CO₂ im Jahr = kWh × mittlere CO₂-Intensität",
        "kg CO₂ a year = kWh × mean carbon intensity"),
    ]
    return .join(lines.map { "<p class=\"formula\">\($0)</p>" })
  }

  private var notes: [String] {
    [tariffs]
      + [
        voice.say(
          "Eine Spitzennacht im Jahr (angenommen).",
          "One peak night a year (assumed)."),
        voice.say(
          """
          Kosten der Nacht sind, was unter Verwaltungen verrechnet und was am Markt bezahlt wird, \
          beides für alle Dienste.
          """,
          """
          The cost of the night is what administrations settle and what is paid on the market, \
          both for all services.
          """),
        voice.say(
          """
          Energie und CO₂ sind abgeleitet, nicht simuliert: was die Vorhaltung leer verbraucht, \
          ohne die Arbeit selbst.
          """,
          """
          Energy and CO₂ are derived, not simulated: what the set-aside draws while idle, without \
          the work itself.
          """),
        kept,
        voice.say(
          """
          Nicht enthalten sind Personal, Lizenzen, Verträge, Anschlüsse und Abschreibung über das \
          hinaus, was der Tarif umfasst.
          """,
          """
          Not included are staff, licences, contracts, accesses and depreciation beyond what the \
          tariff covers.
          """),
      ].compactMap(\.self)
  }

  /// Tariff, host and power of the home of the service in question, with their confidence.
  private var tariffs: String {
    guard let view = section.cases.leadView, let scenario = view.scenario,
      let service = view.workload(view.focus),
      let home = scenario.sites.first(where: { $0.id == service.home }),
      let host = scenario.mainHost(of: home)
    else { return NumberStyle.none }
    let numbers = voice.numbers
    let tariff = numbers.join(
      numbers.significant(home.tariff.perVCPUHour, digits: 2), "EUR/vCPU-h")
    let idle = numbers.join(numbers.significant(host.watts.first ?? 0), "W")
    let level = numbers.join(numbers.significant(home.meanCarbon), "g/kWh")
    let size = section.vCPU(host.vCPU)
    let name = voice.quote(voice.say(home.name))
    let pue = numbers.significant(home.pue) + code("pue", home)
    let paid = tariff + code("tariff.capacity", home)
    let mix = level + code("carbon.level", home)
    return voice.say(
      """
      Standort \(name): Tarif \(paid), Hosts mit \(size) und \(idle) im Leerlauf, PUE \(pue), \
      \(mix). Was ein Anbieter wirklich bereitstellt und verlangt, ist nicht öffentlich.
      """,
      """
      Site \(name): tariff \(paid), hosts of \(size) and \(idle) when idle, PUE \(pue), \(mix). \
      What a provider really sets aside and charges is not public.
      """)
  }

  /// ` (belegt)`: how well the figure of the home site behind a key is known, where it is on
  /// record.
  private func code(_ key: String, _ home: Site) -> String {
    section.input.experiment.confidence(of: "sites.\(home.id).\(key)")
      .map { " (\($0.word(voice)))" } ?? ""
  }

  /// The most that the lenders' kept offer could cost: the figure that could turn the order round.
  private var kept: String? {
    let offers = section.cases.equalService.flatMap { equal in
      equal.lines.compactMap { line in
        line.decisive.flatMap { YearlyCost($0, services: equal.ladder.services)?.keptOffer }
      }
    }
    guard let most = offers.max() else { return nil }
    let amount = voice.numbers.join(
      voice.numbers.significant(most.rounded(toDigits: 3), digits: 3), "EUR")
    return voice.say(
      """
      Was Verleiher dafür verlangen, ihr Angebot das Jahr über freizuhalten, steht nicht im \
      Szenario und ist nicht gezählt. Hielten sie das ganze Angebot leer und verlangten dafür \
      ihren Tarif, wären es bis zu \(amount) im Jahr: das kann die Reihenfolge umkehren.
      """,
      """
      What lenders would charge for keeping their offer free all year is not in the scenario and \
      not counted. If they kept the whole offer empty and charged their tariff for it, it would be \
      up to \(amount) a year: that can turn the order round.
      """)
  }
}

extension SectionContext {
  /// The smallest relevant difference of the ranking metric.
  var margin: Double {
    cases.leadView.map { AnswerWriter(cases: cases, view: $0, voice: voice).margin } ?? 0
  }
}
