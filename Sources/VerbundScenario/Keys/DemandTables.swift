import VerbundCore

/// The keys of who comes when.
public enum DemandTables {
  static let day = 86_400e9

  public static let profile = KeyTable(
    "A shape, linear between its points.",
    [
      Key(
        "points", .timeMap(.quantity(.bare, 0...1e6)), .required,
        "Factors by time of day; constant outside.")
    ])

  public static let burst = KeyTable(
    "A peak of minutes on top of the shape.",
    [
      Key("at", .time, .required, "The time of its maximum."),
      Key("rise", .quantity(.time, 0...day), .required, "From nothing to its height, before `at`."),
      Key("fall", .quantity(.time, 0...day), .required, "Back to nothing, after `at`."),
      Key(
        "height", .quantity(.bare, 0...1_000), .required,
        "Over the shape, in units of the mean over the window."),
    ])

  static let window = KeyTable(
    "A part of the horizon.",
    [
      Key("from", .time, .required, "Its begin."),
      Key("to", .time, .required, "Its end."),
    ])

  static let noise = KeyTable(
    "Slot-to-slot noise.",
    [
      Key(
        "deviation", .quantity(.share, 0...1),
        .standard("2.7 %", .D, "minute noise of the WorldCup98 trace"),
        "Relative standard deviation."),
      Key(
        "correlation", .quantity(.share, 0...1),
        .standard("0.5", .A, "half of the noise is common to all regions"),
        "Between two regions."),
    ])

  public static let demand = KeyTable(
    "Intensity over time.",
    [
      Key(
        "regions", .map(.quantity(.share, 0...100)), .required,
        "Regions, and the factor on each one's people."),
      Key(
        "hits-per-thousand", .quantity(.hitRate, 0...1e6), .required,
        "Mean over the window and per 1,000 people, without bursts."),
      Key("profile", .preset("profiles", profile), .required, "Its shape."),
      Key("window", .table(window), .required, "Over which the mean is taken."),
      Key("bursts", .map(.table(burst)), .optional, "Peaks of minutes."),
      Key("noise", .table(noise), .optional, "From slot to slot."),
    ])
}
