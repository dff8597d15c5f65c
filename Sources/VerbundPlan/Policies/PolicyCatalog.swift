import VerbundModel

/// One line for people on each policy that a scenario can name, or that is always in force.
public struct PolicyEntry: Sendable {
  public let kind: String
  public let id: String
  public let text: LocalizedText
}

/// All policies: `verbund list policies` and the docs read this.
public enum PolicyCatalog {
  public static let all: [PolicyEntry] = [
    entry(
      "scaling", ScalingKind.horizontal.rawValue,
      "Kubernetes-Autoscaler auf CPU-Auslastung, mit seinen dokumentierten Vorgaben",
      "Kubernetes horizontal pod autoscaler on CPU utilisation, with its documented defaults"),
    entry(
      "scaling", ScalingKind.fixed.rawValue, "die ganze Vorhaltung läuft immer",
      "the whole set-aside runs all the time"),
    entry(
      "routing", RoutingRule.twoChoices.rawValue,
      "die weniger belastete von zwei zufälligen Repliken",
      "the less loaded of two replicas drawn at random"),
    entry(
      "routing", RoutingRule.leastWork.rawValue, "die am wenigsten belastete Replik",
      "the least loaded replica of all"),
    entry("routing", RoutingRule.roundRobin.rawValue, "reihum", "in turn"),
    entry("routing", RoutingRule.random.rawValue, "zufällig", "at random"),
    entry(
      "discipline", Discipline.firstCome.rawValue,
      "jeder Arbeiter bedient einen; wer zuerst kommt, wird zuerst bedient",
      "each worker serves one at a time; who comes first is served first"),
    entry(
      "discipline", Discipline.processorSharing.rawValue,
      "alle Anwesenden teilen sich die Arbeiter zu gleichen Teilen",
      "all present share the workers equally"),
    entry("lending", OrderKind.none.rawValue, "niemand leiht", "nobody lends"),
    entry(
      "lending", OrderKind.portal.rawValue,
      "vorab über das Portal bestellt, in Höhe der Prognose",
      "ordered through the portal beforehand, for the forecast amount"),
    entry(
      "lending", OrderKind.automatic.rawValue,
      "von der Plattform bestellt, sobald mehr gebraucht wird als vorgehalten",
      "ordered by the platform as soon as more is wanted than is set aside"),
    entry(
      "lenders", "nearest-first", "der Standort mit dem kürzesten Weg zuerst",
      "the site with the shortest way first"),
    entry(
      "placement", "best-fit", "der vollste Host, auf dem noch Platz ist",
      "the fullest host that still has room"),
  ]

  private static func entry(_ kind: String, _ id: String, _ de: String, _ en: String) -> PolicyEntry
  {
    PolicyEntry(kind: kind, id: id, text: LocalizedText(de: de, en: en))
  }
}
