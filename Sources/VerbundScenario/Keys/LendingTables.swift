import VerbundCore
import VerbundModel

/// The keys of uncertain figures, of lending and of renting outside.
public enum LendingTables {
  static let band = Kind.band(0.001...1_000)
  static let offers = Kind.map(.wholeQuantity(.capacity, 0...10_000_000))
  static let day = 86_400e9

  public static let uncertain = KeyTable(
    "Factors drawn once per night.",
    [
      Key("volume", band, .optional, "On the evening's volume."),
      Key("burst", band, .optional, "On the height of bursts."),
      Key("pages-per-visit", band, .optional, "On page views of a visit; the volume stays."),
      Key("work", band, .optional, "On the work of every call."),
      Key("base-load", band, .optional, "On the tenants' utilisation."),
      Key("forecast", band, .optional, "On the amount ordered through the portal."),
      Key(
        "correlation", .quantity(.share, 0...1), .optional,
        "Probability that a region shares the common draw; 1 where missing."),
    ])

  public static let lending = KeyTable(
    "How a service gets more than its home set aside.",
    [
      Key(
        "order", .choice(OrderKind.allCases.map(\.rawValue)), .optional, "none where missing."),
      Key("offers", offers, .optional, "Sites that may be asked, and what each one offers."),
      Key(
        "keep-free", .quantity(.share, 0...1),
        .standard("50 %", .A, "share of idle capacity that can be lent after reserves"),
        "Share of what is free that a lender keeps."),
      Key(
        "lead-time", .quantity(.time, 0...day),
        .standard("2 min", .A, "automatic orders take 1 to 5 min"),
        "From an automatic order to hosts."),
      Key(
        "placed", .before(0...3_650 * day), .standard("14 d before", .A, ""),
        "Portal orders: before the start."),
      Key("amount", .choice(["forecast"]), .optional, "Portal orders: how much."),
      Key("arrival", .time, .optional, "Portal orders: start; that of the horizon if missing."),
      Key("until", .time, .optional, "Portal orders: return; the horizon's end if missing."),
    ])

  public static let overflow = KeyTable(
    "Renting outside when nothing else is left.",
    [
      Key("offers", offers, .optional, "External sites in the order asked."),
      Key(
        "lead-time", .quantity(.time, 0...day), .standard("3 min", .A, ""),
        "From the order to hosts."),
    ])
}
