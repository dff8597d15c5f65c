import VerbundCore

/// The keys of a scenario file, and those of its horizon.
public enum RootTable {
  public static let root = KeyTable(
    "A scenario: cells to compare, and how.",
    [
      Key("verbund", .integer(1...1), .required, "Version of the format."),
      Key("name", .text(.fileName), .required, "Names the results folder."),
      Key("title", .localized, .required, "What reports call it."),
      Key("question", .localized, .required, "What is to be decided."),
      Key("seed", .integer(0...9_007_199_254_740_991), .required, "Of all random numbers."),
      Key("nights", .integer(1...10_000), .required, "Replications of each cell."),
      Key("focus", .text(.id), .optional, "The workload whose service is decided on."),
      Key(
        "election", .preset("elections", ElectionTables.election), .optional,
        "The election that it is about; for reports, without effect."),
      Key("compare-to", .text(.id), .optional, "The variant against which the others are held."),
      Key(
        "margins", .map(.quantity(.bare, 0...1e12)), .optional,
        "Smallest relevant differences by metric id."),
      Key("horizon", .table(horizon), .required, "The simulated window."),
      Key(
        "control-period", .quantity(.time, 1e9...3_600e9),
        .standard("15 s", .V, "Kubernetes documentation: sync period of the HPA"),
        "Period of scaling and lending."),
    ] + presets + parts + [
      Key("variants", .map(.overrides), .optional, "Alternatives to compare."),
      Key("cases", .map(.overrides), .optional, "An axis crossed with the variants."),
    ])

  public static let horizon = KeyTable(
    "The simulated window.",
    [
      Key("start", .instant, .required, "Local time in Europe/Berlin, or with its offset."),
      Key("length", .quantity(.time, 60e9...36_525 * 86_400e9), .required, "Of the window."),
      Key(
        "slot", .quantity(.time, 1e9...86_400e9),
        .standard("1 min", .A, "the grid of all series"), "Grid of all series."),
    ])

  /// Sections of entries that count only where something refers to them.
  static let presets = [
    Key("places", .map(.preset("places", NetworkTables.place)), .optional, "Coordinates."),
    Key("regions", .map(.preset("regions", NetworkTables.region)), .optional, "Populations."),
    Key("hubs", .map(.preset("hubs", NetworkTables.hub)), .optional, "Nodes of the network."),
    Key(
      "link-classes", .map(.preset("link-classes", NetworkTables.linkClass)), .optional,
      "Kinds of network connection."),
    Key(
      "host-classes", .map(.preset("host-classes", SiteTables.hostClass)), .optional,
      "Kinds of server."),
    Key("tenants", .map(.preset("tenants", SiteTables.tenants)), .optional, "Base loads."),
    Key("carbon", .map(.preset("carbon", SiteTables.carbon)), .optional, "Carbon of a grid."),
    Key("tariffs", .map(.preset("tariffs", SiteTables.tariff)), .optional, "What lenders charge."),
    Key(
      "profiles", .map(.preset("profiles", DemandTables.profile)), .optional,
      "Shapes of an evening."),
    Key("doors", .map(.preset("doors", WorkloadTables.door)), .optional, "Front doors."),
    Key(
      "services", .map(.preset("services", WorkloadTables.workload)), .optional,
      "Services that workloads are like."),
    Key(
      "sizes", .map(.preset("sizes", SiteTables.size)), .optional, "Size classes of providers."),
    Key(
      "providers", .map(.preset("providers", SiteTables.site)), .optional,
      "Providers that sites are like."),
    Key(
      "backbone", .map(.table(NetworkTables.link)), .optional,
      "Links that take part where they lead somewhere."),
    Key(
      "elections", .map(.preset("elections", ElectionTables.election)), .optional,
      "The election calendar."),
  ]

  /// Sections of entries that take part.
  static let parts = [
    Key("sites", .map(.preset("providers", SiteTables.site)), .required, "Data centres."),
    Key("links", .map(.table(NetworkTables.link)), .optional, "Connections of nodes."),
    Key(
      "workloads", .map(.preset("services", WorkloadTables.workload)), .required,
      "Services that people use."),
    Key("uncertain", .table(LendingTables.uncertain), .optional, "Figures drawn once per night."),
    Key("lending", .table(LendingTables.lending), .optional, "How to get more than the set-aside."),
    Key("overflow", .table(LendingTables.overflow), .optional, "Renting outside."),
    Key("faults", .map(.table(FaultTables.fault)), .optional, "Planned outages."),
  ]

  /// What an included file may bring.
  static let sections = presets.map(\.name) + parts.map(\.name)

  /// What a variant or a case may override.
  static let overridable = ["control-period"] + sections
}
