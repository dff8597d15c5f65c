import VerbundMeasure
import VerbundModel

// How the figures came about, and by which inputs they can be made again.
extension SectionContext {
  var method: Markup {
    let list = StressList(section: self, fidelity: fidelity, nights: nights, rule: rule)
    return section(
      "method", methodTitle, list.markup + paragraph(frame.script.method(voice)) + margins)
  }

  private var fidelity: String {
    let isFlow = input.tables.contains { $0.fidelity == .flow }
    return isFlow
      ? voice.say(
        "Mindestens ein Teil ist mit Formeln je Zeitabschnitt genähert, nicht Aufruf für Aufruf.",
        "At least a part is approximated by formulas per slot, not request by request.")
      : voice.say(
        """
        Jeder Seitenaufruf ist einzeln simuliert: Weg durch das Netz, Eingang, Aufrufe der \
        Komponenten, Warteschlangen, Skalierung. Das ist genau für das beschriebene Modell, nicht \
        für die Wirklichkeit.
        """,
        """
        Every page view is simulated by itself: network, front door, calls of components, queues, \
        scaling. That is exact for the model as stated, not for reality.
        """)
  }

  private var nights: String {
    let count = voice.nights(input.nights)
    let paired = input.comparisons.allSatisfy(\.sameArrivals)
    let people =
      paired
      ? voice.say(
        "In jeder Nacht kommen in allen Varianten dieselben Menschen zur selben Zeit",
        "On each night the same people come at the same time in all variants")
      : voice.say(
        "Nicht alle Varianten sahen dieselben Menschen; die Intervalle sind entsprechend weiter",
        "Not all variants saw the same people; the intervals are wider for that")
    return voice.say(
      """
      Eine Wiederholung ist eine Nacht, \(count) sind gerechnet; unsichere Größen werden je Nacht \
      aus ihrem Band gezogen. \(people).
      """,
      """
      A replication is a night, \(count) were computed; uncertain figures are drawn from their \
      band once per night. \(people).
      """)
  }

  private var rule: String {
    voice.say(
      """
      Das Intervall ist das 95-%-Intervall des Mittels über die Nächte. Das Urteil gilt dem \
      Unterschied zum Bezug: liegt sein Intervall ganz innerhalb der kleinsten relevanten \
      Differenz, heißt es „kein relevanter Unterschied“; liegt es ganz jenseits davon, „besser“ \
      oder „schlechter“; sonst „unentschieden“. Antwortzeit, Auslastung, zugerechnete Energie mit \
      ihrem CO2 und Geld bleiben unentschieden, solange beide nicht gleich viel beantworten: \
      Abweisen ist weder schnell noch sparsam.
      """,
      """
      The interval is the 95% interval of the mean over the nights. The verdict is on the \
      difference from the reference: with its interval wholly inside the smallest relevant \
      difference it is “no relevant difference”; wholly beyond it, “better” or “worse”; otherwise \
      “undecided”. Latency, utilisation, attributed energy with its CO2 and money stay undecided \
      while the two do not answer the same share: refusing is neither fast nor thrifty.
      """)
  }

  /// The smallest relevant differences behind the verdicts of the table: the rule, which is the
  /// same in all cases.
  private var margins: Markup {
    var seen: [String] = []
    for view in views {
      for row in view.keyRows.flatMap(\.rows) where !seen.contains(row.id) {
        if view.columns.contains(where: { view.verdict(row, $0) != nil }) { seen.append(row.id) }
      }
    }
    let lines = seen.compactMap { id -> Markup? in
      guard let metric = MetricCatalog.all.first(where: { $0.id == id }),
        let amount = margin(metric)
      else { return nil }
      let title = views.first.map { RowText(view: $0, voice: voice).title(id) } ?? id
      return "<tr><th scope=\"row\">\(title)</th><td>\(amount)</td></tr>"
    }
    guard !lines.isEmpty else { return "" }
    let caption = voice.say("Kleinste relevante Differenzen", "Smallest relevant differences")
    return """
      <details class="paper"><summary>\(caption)</summary>
      <table class="list"><caption>\(caption)</caption>
      <thead><tr><th scope="col">\(voice.say("Kennzahl", "Metric"))</th>\
      <th scope="col">\(voice.say("Differenz", "Difference"))</th></tr></thead>
      <tbody>\(Markup.join(lines))</tbody></table></details>
      """
  }

  /// The scenario's own margin, else the catalogue's; nil where any difference is relevant.
  private func margin(_ metric: MetricDefinition) -> String? {
    let rule = input.experiment.margins[metric.id].map(Margin.absolute) ?? metric.margin
    func figure(_ value: Double) -> String { voice.numbers.significant(value, digits: 2) }
    switch rule {
    case .absolute(let amount):
      guard amount > 0 else { return nil }
      let unit = UnitText(metric.unit, voice)
      return voice.numbers.join(figure(amount * unit.factor), unit.ofDifference(voice))
    case .relative(let share):
      guard share > 0 else { return nil }
      let percent = voice.numbers.join(figure(share * 100), "%")
      return voice.say("\(percent) des Bezugs", "\(percent) of the reference")
    }
  }

  var manifest: Markup {
    var facts = [
      (voice.say("Szenario", "Scenario"), input.experiment.name),
      (voice.say("Lauf (Prüfsumme der Eingaben)", "Run (digest of the inputs)"), input.run),
      (voice.say("Startwert", "Seed"), String(input.experiment.seed)),
      (voice.say("Nächte", "Nights"), String(input.nights)),
      (voice.say("Prüfsumme der Ergebnisse", "Digest of the results"), input.digest),
      (voice.say("Modellversion", "Model version"), String(input.modelVersion)),
    ]
    if !input.machine.isEmpty { facts.append((voice.say("Rechner", "Machine"), input.machine)) }
    let items = facts.map { "<dt>\($0.0)</dt><dd class=\"path\">\($0.1)</dd>" as Markup }
    let note = voice.say(
      "Gleiche Eingaben ergeben auf jedem Rechner dieselbe Prüfsumme der Ergebnisse.",
      "The same inputs give the same digest of the results on every machine.")
    return section(
      "manifest", manifestTitle,
      paragraph(note) + "<dl class=\"facts\">\n\(Markup.join(items))\n</dl>")
  }
}
