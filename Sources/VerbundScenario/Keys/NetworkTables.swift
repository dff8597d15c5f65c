import VerbundCore

/// The keys of places and of the network between them.
public enum NetworkTables {
  public static let place = KeyTable(
    "A place on the earth.",
    [
      Key("latitude", .quantity(.bare, -90...90), .required, "Degrees north."),
      Key("longitude", .quantity(.bare, -180...180), .required, "Degrees east."),
    ])

  static let placeKey = Key("place", .preset("places", place), .required, "Where it is.")
  static let nameKey = Key("name", .text(.plain), .optional, "What reports call it.")

  public static let region = KeyTable(
    "A population of users.",
    [
      nameKey, placeKey,
      Key("people", .integer(0...1_000_000_000), .required, "Entitled to the service."),
    ])

  public static let hub = KeyTable(
    "A node of the network.",
    [
      nameKey, placeKey,
      Key(
        "transit", .flag, .optional,
        "Whether two sites of the administration may reach each other through it; if not said, yes."
      ),
    ])

  static let bandwidth = Kind.quantity(.bandwidth, 1e3...1e15)
  static let hops = Kind.integer(0...1_000)

  public static let linkClass = KeyTable(
    "A kind of network connection.",
    [
      nameKey,
      Key("bandwidth", bandwidth, .required, "Usable in each direction."),
      Key("hops", hops, .required, "Active devices on the way, 0.1 ms each."),
    ])

  static let connection = [
    Key("class", .text(.id), .required, "Its link class."),
    Key(
      "distance", .wholeQuantity(.distance, 0...40_000), .optional,
      "Air distance; by the ends' places where missing."),
    Key("bandwidth", bandwidth, .optional, "Where it is not that of the class."),
    Key("hops", hops, .optional, "Where they are not those of the class."),
  ]

  public static let link = KeyTable(
    "A connection of two nodes.",
    connection + [
      Key("ends", .list(.text(.id), count: 2...2), .required, "Sites, regions or hubs.")
    ])

  public static let access = KeyTable(
    "A connection of a site to a node of the network.",
    connection + [Key("to", .text(.id), .required, "A hub, a region or another site.")])
}
