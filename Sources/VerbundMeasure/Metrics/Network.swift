import VerbundModel

/// Links and what crosses between sites.
extension MetricCatalog {
  static let linkUtilisationPeak = MetricDefinition(
    "link.utilisation.peak", unit: "share",
    title: .init(de: "Leitungsauslastung, Spitze", en: "Link utilisation, peak"),
    definition: .init(
      de: "Größtes Slotmittel der volleren Richtung, als Anteil der Bandbreite; im Verbund das der "
        + "vollsten Leitung.",
      en: "Largest slot mean of the busier direction over bandwidth; for the federation, of the "
        + "fullest link."),
    better: .lower, margin: .absolute(0.05),
    MetricRule([.federation, .link]) { night in
      MetricRule.largest(night.links.map { (Scope.link($0.id), $0.utilisationPeak) })
    })

  static let dataCrossing = MetricDefinition(
    "data.crossing", unit: "GB",
    title: .init(de: "Last der Leitungen zwischen Standorten", en: "Load of links between sites"),
    definition: .init(
      de: "Bytes auf allen Leitungen zwischen Standorten; ein Byte zählt auf jeder Leitung seines "
        + "Weges, ein längerer Weg also mehr.",
      en: "Bytes on all links between sites; a byte counts on every link of its way, so a longer "
        + "way counts more."),
    better: .lower, margin: .relative(0.05),
    MetricRule([.federation, .link]) { night in
      MetricRule.summed(
        night.links.filter(\.crossesSites).map { (Scope.link($0.id), Int128($0.bytes)) },
        per: 1e9)
    })
}
