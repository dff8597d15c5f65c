import VerbundModel

/// Money between the sites and to the market, and how much work went outside.
extension MetricCatalog {
  /// Microcents in a euro.
  private static let euro = 1e8

  static let costSettlement = MetricDefinition(
    "cost.settlement", unit: "EUR",
    title: .init(de: "Verrechnung im Verbund", en: "Settlement"),
    definition: .init(
      de: "Was Entleiher öffentlichen Verleihern schulden; je Standort der Saldo aus Erlös und "
        + "Schuld, in Summe null.",
      en: "What borrowers owe to public lenders; for a site, earned minus owed, which sums to zero."
    ),
    better: .neutral, margin: .absolute(10), needsEqualService: true, signedIn: [.site],
    MetricRule([.federation, .site], settlement))

  static let costExternal = MetricDefinition(
    "cost.external", unit: "EUR",
    title: .init(de: "Kosten am Markt", en: "External cost"),
    definition: .init(
      de: "Was Entleiher externen Anbietern für Kapazität und abgehende Daten schulden.",
      en: "What borrowers owe to external suppliers for capacity and for data that leaves them."),
    better: .lower, margin: .absolute(10), needsEqualService: true,
    MetricRule([.federation, .workload], external))

  static let externalShare = MetricDefinition(
    "external.share", unit: "share",
    title: .init(de: "Anteil externer Anbieter", en: "External share"),
    definition: .init(
      de: "Auf externen Standorten geleistete durch gesamte Rechenarbeit.",
      en: "Work done on external sites over all work done."),
    better: .neutral, margin: .absolute(0.01),
    .workloadRatio({ $0.workExternal.value }, of: { $0.work.value }))

  @Sendable private static func settlement(_ night: NightRecord) -> MetricRule.Values {
    let loans = night.loans.filter { !$0.isExternal }
    let total = loans.reduce(0 as Int128) { $0 &+ Int128($1.owed) }
    let sites = night.sites.filter { !$0.isExternal }.map { site in
      let balance = loans.reduce(0 as Int128) { sum, loan in
        sum &+ (loan.lender == site.id ? Int128(loan.due) : 0)
          &- (loan.borrower == site.id ? Int128(loan.owed) : 0)
      }
      return (scope: Scope.site(site.id), value: Double(balance) / euro as Double?)
    }
    return [(Scope.whole, Double(total) / euro)] + sites
  }

  @Sendable private static func external(_ night: NightRecord) -> MetricRule.Values {
    let loans = night.loans.filter(\.isExternal)
    return MetricRule.summed(
      night.workloads.map { w in
        (
          Scope.workload(w.id),
          loans.reduce(0) { $1.workload == w.id ? $0 &+ Int128($1.owed) : $0 }
        )
      }, per: euro)
  }
}
