import VerbundCore

/// The keys of sites and of what is in them.
public enum SiteTables {
  static let share = Kind.quantity(.share, 0...1)
  static let hours = Kind.list(.quantity(.bare, 0...100), count: 24...24)
  static let flat = "[" + [String](repeating: "1", count: 24).joined(separator: ", ") + "]"

  public static let hostClass = KeyTable(
    "A kind of server.",
    [
      NetworkTables.nameKey,
      Key("vcpu", .wholeQuantity(.capacity, 1...4_096), .required, "Hardware threads."),
      Key(
        "speed", .quantity(.bare, 0.001...1_000), .required,
        "Work per vCPU and second, relative to the reference class."),
      Key(
        "power", .list(.quantity(.power, 0...100_000), count: 11...11), .required,
        "Power at 0, 10, …, 100 % load."),
    ])

  public static let tenants = KeyTable(
    "The other tenants of a site's hosts.",
    [
      Key("reserved", share, .required, "Share of each host's vCPUs promised to them."),
      Key("utilisation", share, .required, "Mean busy share of each host's vCPUs."),
      Key(
        "hours", hours, .standard(flat, .A, "no daily profile stated"),
        "Factors by local hour of the day."),
    ])

  public static let carbon = KeyTable(
    "The carbon intensity of a grid.",
    [
      Key("level", .quantity(.carbonIntensity, 0...10_000), .required, "Yearly mean."),
      Key(
        "hours", hours, .standard(flat, .A, "no daily profile stated"),
        "Factors by UTC hour of the day."),
    ])

  public static let tariff = KeyTable(
    "What a borrower pays.",
    [
      Key("capacity", .quantity(.capacityPrice, 0...1_000), .required, "Per vCPU and hour."),
      Key("traffic", .quantity(.trafficPrice, 0...1_000), .required, "Per GB that leaves."),
    ])

  static let hosts = KeyTable(
    "A number of like hosts.",
    [
      Key("class", .text(.id), .required, "Their host class."),
      Key("count", .integer(1...10_000), .required, "How many."),
    ])

  public static let size = KeyTable(
    "A size class of sites.",
    [
      Key(
        "installed", .wholeQuantity(.capacity, 1...10_000_000), .required,
        "Hardware threads that could be put to this use, rounded to whole hosts."),
      Key("class", .text(.id), .required, "The host class of all of them."),
    ])

  public static let site = KeyTable(
    "A data centre.",
    [
      Key("name", .localized, .optional, "What reports call it."),
      NetworkTables.placeKey,
      Key("operator", .text(.plain), .optional, "Who runs it."),
      Key("external", .flag, .optional, "A supplier outside the administration."),
      Key(
        "hosts", .list(.table(hosts), count: 1...100), .optional,
        "Its hosts; needed where there is no size class."),
      Key(
        "size", .preset("sizes", size), .optional,
        "Its size class, where its hosts are not stated one by one."),
      Key("tenants", .preset("tenants", tenants), .required, "Who else is on them."),
      Key(
        "pue", .quantity(.bare, 1...5),
        .standard("1.46", .V, "borderstep.org: mean of Germany 2024"),
        "Facility energy over IT energy."),
      Key("carbon", .preset("carbon", carbon), .required, "Of its electricity."),
      Key("tariff", .preset("tariffs", tariff), .required, "What a borrower pays."),
      Key(
        "access", .map(.table(NetworkTables.access)), .optional,
        "Its connections to nodes of the network."),
      Key(
        "level", .choice(["bund", "land", "municipal", "bundeswehr", "partner", "market"]),
        .optional, "To which level its operator belongs; for readers."),
      Key("serves", .text(.plain), .optional, "Whom its operator serves; for readers."),
      Key(
        "laender", .list(.choice(ElectionTables.laender), count: 1...16), .optional,
        "Codes of the Länder whose administrations it serves, or all; for readers."),
    ])
}
