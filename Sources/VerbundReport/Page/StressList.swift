import VerbundModel

/// How it was computed, in the order of the STRESS guideline for discrete-event simulation (Monks
/// et al., 2019): objectives, logic, data, experimentation, implementation, code access.
struct StressList {
  let section: SectionContext
  /// Fidelity, nights, rule of the verdicts.
  let fidelity: String
  let nights: String
  let rule: String

  private var voice: Voice { section.voice }
  private var input: ReportInput { section.input }

  var markup: Markup {
    let intro = voice.say(
      """
      Gegliedert nach der Leitlinie STRESS-DES (Monks et al. 2019) für Berichte über \
      ereignisorientierte Simulation.
      """,
      """
      In the order of the STRESS-DES guideline (Monks et al. 2019) for reports on discrete-event \
      simulation.
      """)
    let items = points.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as Markup }
    return section.paragraph(intro) + "<dl class=\"stress\">\n\(Markup.join(items))\n</dl>"
  }

  private var points: [(String, String)] {
    [
      (voice.say("Ziel", "Objectives"), objectives),
      (voice.say("Logik", "Logic"), fidelity + " " + logic),
      (voice.say("Daten", "Data"), data),
      (voice.say("Versuchsplan", "Experimentation"), nights + " " + rule),
      (voice.say("Umsetzung", "Implementation"), implementation),
      (voice.say("Zugang zum Code", "Code access"), access),
    ]
  }

  private var objectives: String {
    let variants = voice.numbers.whole(section.views.first?.columns.count ?? 0)
    let count = voice.numbers.whole(max(section.views.count, 1))
    let cases = voice.say(
      section.views.count > 1 ? "in \(count)\u{A0}Fällen" : "in einem Fall",
      section.views.count > 1 ? "in \(count)\u{A0}cases" : "in one case")
    return voice.say(
      """
      Vergleich von \(variants) Varianten \(cases) am Anteil der Seitenaufrufe, die innerhalb der \
      Zielzeit beantwortet werden; daneben Antwortzeit, Kapazität, Energie, CO2 und Geld.
      """,
      """
      A comparison of \(variants) variants \(cases) by the share of page views answered within the \
      target time; beside it latency, capacity, energy, CO2 and money.
      """)
  }

  private var logic: String {
    voice.say(
      """
      Menschen kommen als inhomogener Poisson-Strom; Arbeit wird an Repliken mit endlicher \
      Warteschlange gebunden; Skalierung und Leihe entscheiden in festem Takt; geliehene Repliken \
      zahlen Vorlauf, Abbild und Start; Energie ist das Integral über die Leistungskurven der Hosts.
      """,
      """
      People come as a non-homogeneous Poisson stream; work is bound to replicas with a finite \
      queue; scaling and lending decide in a fixed rhythm; borrowed replicas pay lead time, image \
      and start; energy is the integral over the hosts' power curves.
      """)
  }

  private var data: String {
    let count = voice.numbers.whole(input.experiment.assumptions.count)
    return voice.say(
      "\(count) Angaben mit Güte und Quelle stehen in Anlage A; keine stammt aus dem Betrieb.",
      "\(count) figures with confidence and source stand in annex A; none is from operations.")
  }

  private var implementation: String {
    let version = String(input.modelVersion)
    let seed = String(input.experiment.seed)
    return voice.say(
      """
      Verbund, Modellversion \(version), in Swift, Startwert \(seed). Zufall ist eine reine \
      Funktion von Startwert, Nacht, Strom, Zweck und Person; die Bücher werden in jedem \
      Zeitschritt geschlossen.
      """,
      """
      Verbund, model version \(version), in Swift, seed \(seed). Chance is a pure function of \
      seed, night, stream, purpose and person; the books are closed in every slot.
      """)
  }

  private var access: String {
    voice.say(
      """
      Quelltext unter EUPL-1.2; das aufgelöste Szenario liegt als scenario.yaml beim Lauf, und \
      „verbund verify“ rechnet ihn nach.
      """,
      """
      Source under EUPL-1.2; the resolved scenario lies with the run as scenario.yaml, and \
      “verbund verify” computes it again.
      """)
  }
}
