import VerbundModel

/// Visits, hits and page views. At the federation: sums over the workloads, or ratios of sums.
extension MetricCatalog {
  static let visitsOffered = MetricDefinition(
    "visits.offered", unit: "count",
    title: .init(de: "Besuche", en: "Visits"),
    definition: .init(
      de: "Besuche, die in der Nacht begonnen wurden.",
      en: "Visits that began during the night."),
    better: .neutral, margin: .relative(0.01), .workloadSum { Int128($0.visitsOffered) })

  static let visitsServed = MetricDefinition(
    "visits.served", unit: "count",
    title: .init(de: "Vollständig bediente Besuche", en: "Visits fully served"),
    definition: .init(
      de: "Besuche, deren Seitenaufrufe alle beantwortet wurden.",
      en: "Visits all of whose page views were answered."),
    better: .higher, margin: .relative(0.01), .workloadSum { Int128($0.visitsServed) })

  static let visitsAbandoned = MetricDefinition(
    "visits.abandoned", unit: "count",
    title: .init(de: "Enttäuschte Besuche", en: "Visits abandoned"),
    definition: .init(
      de: "Besuche mit mindestens einem Seitenaufruf, der nicht beantwortet wurde.",
      en: "Visits with at least one page view that was not answered."),
    better: .lower, margin: .relative(0.05), .workloadSum { Int128($0.visitsAbandoned) })

  static let hitsOffered = MetricDefinition(
    "hits.offered", unit: "count",
    title: .init(de: "Zugriffe (Hits)", en: "Hits"),
    definition: .init(
      de: "Zugriffe auf den Eingang: Seitenaufrufe mit allem, was eine Seite nachlädt.",
      en: "Hits on the front door: page views with everything that a page loads."),
    better: .neutral, margin: .relative(0.01), .workloadSum { Int128($0.hitsOffered) })

  static let requestsOffered = MetricDefinition(
    "requests.offered", unit: "count",
    title: .init(de: "Seitenaufrufe", en: "Page views offered"),
    definition: .init(
      de: "Versuchte Seitenaufrufe, beantwortet oder nicht.",
      en: "Page views attempted, answered or not."),
    better: .neutral, margin: .relative(0.01), .workloadSum { Int128($0.offered) })

  static let requestsCompleted = MetricDefinition(
    "requests.completed", unit: "count",
    title: .init(de: "Beantwortete Seitenaufrufe", en: "Page views completed"),
    definition: .init(
      de: "Seitenaufrufe, deren Antwort ankam, bevor der Client aufgab.",
      en: "Page views whose answer arrived before the client gave up."),
    better: .higher, margin: .relative(0.01), .workloadSum { Int128($0.completed) })

  static let requestsRejected = MetricDefinition(
    "requests.rejected", unit: "count",
    title: .init(de: "Abgewiesene Seitenaufrufe", en: "Page views rejected"),
    definition: .init(
      de: "Seitenaufrufe, die der Eingang oder eine volle Warteschlange abwies.",
      en: "Page views refused by the front door or by a full queue."),
    better: .lower, margin: .relative(0.05), .workloadSum { Int128($0.rejected) })

  static let requestsTimedOut = MetricDefinition(
    "requests.timed-out", unit: "count",
    title: .init(de: "Abgelaufene Seitenaufrufe", en: "Page views timed out"),
    definition: .init(
      de: "Seitenaufrufe, auf deren Antwort der Client nicht länger wartete.",
      en: "Page views whose client stopped waiting for the answer."),
    better: .lower, margin: .relative(0.05), .workloadSum { Int128($0.timedOut) })

  static let requestsFailed = MetricDefinition(
    "requests.failed", unit: "count",
    title: .init(de: "Fehlgeschlagene Seitenaufrufe", en: "Page views failed"),
    definition: .init(
      de: "Angenommene Seitenaufrufe, die an einer Störung scheiterten, etwa ohne bereite Replik.",
      en: "Page views that were accepted and lost to a fault, such as no replica being ready."),
    better: .lower, margin: .relative(0.05), .workloadSum { Int128($0.failed) })

  static let requestsInFlight = MetricDefinition(
    "requests.in-flight", unit: "count",
    title: .init(de: "Offene Seitenaufrufe", en: "Page views in flight"),
    definition: .init(
      de: "Seitenaufrufe, die am Ende der Nacht noch unterwegs waren.",
      en: "Page views still under way when the night ended."),
    better: .neutral, margin: .relative(0.05), .workloadSum { Int128($0.inFlight) })

  static let successShare = MetricDefinition(
    "success.share", unit: "share",
    title: .init(de: "Anteil beantworteter Seitenaufrufe", en: "Share of page views completed"),
    definition: .init(
      de: "Beantwortete durch versuchte Seitenaufrufe; am Ende offene zählen als unbeantwortet.",
      en: "Page views completed over those offered; those in flight at the end count as not."),
    better: .higher, margin: .absolute(0.005),
    .workloadRatio({ Int128($0.completed) }, of: { Int128($0.offered) }))

  static let sloAttainment = MetricDefinition(
    "slo.attainment", unit: "share",
    title: .init(de: "Anteil rechtzeitiger Seitenaufrufe", en: "Service level attainment"),
    definition: .init(
      de: "Innerhalb der Frist des Dienstziels beantwortete durch versuchte Seitenaufrufe.",
      en: "Page views completed within the service level's threshold over those offered."),
    better: .higher, margin: .absolute(0.005),
    .workloadRatio({ Int128($0.withinSLO) }, of: { Int128($0.offered) }))
}
