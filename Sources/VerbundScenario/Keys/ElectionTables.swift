import VerbundModel

/// The keys of the election calendar.
public enum ElectionTables {
  /// Codes of the Länder as in ISO 3166-2, and the word for all of them.
  static let laender = [
    "all", "BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN",
    "ST", "TH",
  ]

  public static let election = KeyTable(
    "An election of the calendar.",
    [
      Key("name", .localized, .optional, "What reports call it."),
      Key("date", .text(.date), .required, "A day, or a season where the day is open."),
      Key("kind", .choice(Election.Kind.allCases.map(\.rawValue)), .required, "What is elected."),
      Key(
        "laender", .list(.choice(laender), count: 1...16), .required,
        "Codes of the Länder that elect, or all."),
    ])
}
