import VerbundModel

/// What was used of what stood ready.
extension MetricCatalog {
  static let connectionsPeak = MetricDefinition(
    "connections.peak", unit: "count",
    title: .init(de: "Verbindungen, Spitze", en: "Connections, peak"),
    definition: .init(
      de: "Größte Zahl zugleich gehaltener Verbindungen am Eingang; im Verbund die des größten.",
      en: "Most connections held at once at a front door; for the federation, at the fullest one."),
    better: .neutral, margin: .relative(0.05), .workloadPeak { $0.connectionsPeak })

  static let utilisationMean = MetricDefinition(
    "utilisation.mean", unit: "share",
    title: .init(de: "Mittlere Auslastung", en: "Mean utilisation"),
    definition: .init(
      de: "Arbeitende durch reservierte vCPU-Zeit eingeschalteter Hosts, über die Nacht.",
      en: "Busy over reserved vCPU time of powered hosts, over the night."),
    better: .higher, margin: .absolute(0.01), needsEqualService: true,
    .siteRatio({ $0.busy.value }, of: { $0.reserved.value }))

  static let utilisationPeak = MetricDefinition(
    "utilisation.peak", unit: "share",
    title: .init(de: "Auslastung, Spitze", en: "Utilisation, peak"),
    definition: .init(
      de: "Größter Anteil arbeitender an reservierten vCPU in einem Zeitschlitz; im Verbund "
        + "der des höchsten Standorts.",
      en: "Largest busy share of reserved vCPU in a slot; for the federation, of its highest site."
    ),
    better: .neutral, margin: .absolute(0.01),
    MetricRule([.federation, .site]) { night in
      MetricRule.largest(night.sites.map { (Scope.site($0.id), $0.utilisationPeak) })
    })

  static let hostsOnMean = MetricDefinition(
    "hosts.on.mean", unit: "hosts",
    title: .init(de: "Hosts eingeschaltet, Mittel", en: "Hosts on, mean"),
    definition: .init(
      de: "Mittlere Zahl eingeschalteter Hosts über die Nacht.",
      en: "Mean number of powered hosts over the night."),
    better: .lower, margin: .absolute(1),
    MetricRule([.federation, .site]) { night in
      let length = Double(night.slot) * Double(night.slots)
      return MetricRule.summed(
        night.sites.map { (Scope.site($0.id), $0.hostsOn.value) }, per: length)
    })

  static let hostsOnPeak = MetricDefinition(
    "hosts.on.peak", unit: "hosts",
    title: .init(de: "Hosts eingeschaltet, Spitze", en: "Hosts on, peak"),
    definition: .init(
      de: "Größte Zahl zugleich eingeschalteter Hosts; im Verbund die Summe der Standortspitzen.",
      en: "Most hosts powered at once; for the federation, the sum of the sites' peaks."),
    better: .lower, margin: .absolute(1), .siteSum { Int128($0.hostsOnPeak) })

  static let capacityShortfallPeak = MetricDefinition(
    "capacity.shortfall.peak", unit: "vCPU",
    title: .init(de: "Fehlende Kapazität, Spitze", en: "Capacity shortfall, peak"),
    definition: .init(
      de: "Größtes Fehlen bereiter gegenüber gewünschten vCPU; im Verbund das des "
        + "schlechtesten Dienstes.",
      en: "Largest wanted minus ready vCPU; for the federation, of the worst-off workload."),
    better: .lower, margin: .absolute(8), .workloadPeak { $0.shortfallPeak })

  static let capacityLent = MetricDefinition(
    "capacity.lent", unit: "core-h",
    title: .init(de: "Verliehene Kapazität", en: "Capacity lent"),
    definition: .init(
      de: "Für andere reservierte vCPU-Stunden öffentlicher Standorte; Anmietung am Markt "
        + "zählt nicht.",
      en: "vCPU hours that public sites reserved for others; renting on the market is not lending."
    ),
    better: .neutral, margin: .relative(0.05), MetricRule([.federation, .workload, .site], lent))

  @Sendable private static func lent(_ night: NightRecord) -> MetricRule.Values {
    let loans = night.loans.filter { !$0.isExternal }
    func hours(_ belongs: (LoanRecord) -> Bool) -> Double {
      Double(loans.reduce(0 as Int128) { belongs($1) ? $0 &+ $1.reserved.value : $0 }) / 3.6e12
    }
    return [(Scope.whole, hours { _ in true })]
      + night.workloads.map { w in (Scope.workload(w.id), hours { $0.workload == w.id }) }
      + night.sites.filter { !$0.isExternal }.map { s in
        (Scope.site(s.id), hours { $0.lender == s.id })
      }
  }
}
