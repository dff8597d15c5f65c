import VerbundModel

/// Energy and carbon. The boundary is every host that serves, external ones too.
extension MetricCatalog {
  /// mW·ns in a kWh, and in a Wh.
  private static let kilowattHour = 3.6e18
  private static let wattHour = 3.6e15
  /// Nanograms in a kilogram.
  private static let kilogram = 1e12

  static let energyIT = MetricDefinition(
    "energy.it", unit: "kWh",
    title: .init(de: "Energie der Hosts", en: "IT energy"),
    definition: .init(
      de: "Energie aller Hosts der Bilanzgrenze, auch der externen, ohne Gebäude.",
      en: "Energy of all hosts of the boundary, external ones too, without the building."),
    better: .lower, margin: .relative(0.01), needsEqualService: true,
    .siteSum(per: kilowattHour) { $0.energyIT.value })

  static let energyFacility = MetricDefinition(
    "energy.facility", unit: "kWh",
    title: .init(de: "Energie mit Gebäude", en: "Facility energy"),
    definition: .init(
      de: "Energie der Hosts mal PUE ihres Standorts.",
      en: "Energy of the hosts times the PUE of their site."),
    better: .lower, margin: .relative(0.01), needsEqualService: true,
    .siteSum(per: kilowattHour) { $0.energyFacility.value })

  static let energyAttributed = MetricDefinition(
    "energy.attributed", unit: "kWh",
    title: .init(de: "Zugerechnete Energie", en: "Energy attributed"),
    definition: .init(
      de: "Teil der Energie mit Gebäude, der dem Dienst zukommt: Last nach Kernsekunden, "
        + "Leerlauf nach reservierten vCPU.",
      en: "Facility energy due to the workload: the busy part by core-seconds, the idle part by "
        + "reserved vCPU."),
    better: .lower, margin: .relative(0.02), needsEqualService: true,
    .workloadSum(per: kilowattHour) { $0.facilityAttributed.value })

  static let energyPer1000Requests = MetricDefinition(
    "energy.per-1000-requests", unit: "Wh",
    title: .init(de: "Energie je 1.000 Seitenaufrufe", en: "Energy per 1,000 page views"),
    definition: .init(
      de: "Zugerechnete Energie durch beantwortete Seitenaufrufe, mal 1.000.",
      en: "Energy attributed over page views completed, times 1,000."),
    better: .lower, margin: .relative(0.02), needsEqualService: true,
    .workloadRatio(
      times: 1000 / wattHour, { $0.facilityAttributed.value }, of: { Int128($0.completed) }))

  static let carbon = MetricDefinition(
    "carbon", unit: "kg",
    title: .init(de: "CO2", en: "Carbon"),
    definition: .init(
      de: "CO2 der Energie mit Gebäude, Stunde für Stunde mit dem Strommix des Standorts.",
      en: "CO2 of the facility energy, hour by hour at the carbon intensity of the site's grid."),
    better: .lower, margin: .relative(0.01), needsEqualService: true,
    .siteSum(per: kilogram) { $0.carbon.value })

  static let carbonAttributed = MetricDefinition(
    "carbon.attributed", unit: "kg",
    title: .init(de: "Zugerechnetes CO2", en: "Carbon attributed"),
    definition: .init(
      de: "CO2 der dem Dienst zugerechneten Energie.",
      en: "CO2 of the energy attributed to the workload."),
    better: .lower, margin: .relative(0.02), needsEqualService: true,
    .workloadSum(per: kilogram) { $0.carbonAttributed.value })
}
