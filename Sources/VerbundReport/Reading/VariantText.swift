import VerbundCore
import VerbundModel

/// What a variant means, from its scenario.
struct VariantText {
  let voice: Voice

  /// Nil without a scenario.
  func line(_ column: Column) -> String? {
    guard let scenario = column.scenario else { return nil }
    let parts = [lending(scenario), overflow(scenario)].compactMap(\.self)
    let text =
      parts.isEmpty
      ? voice.say(
        "jeder Standort trägt die Spitze allein", "every site carries the peak on its own")
      : parts.joined(separator: "; ")
    return voice.quote(voice.say(column.title)) + ": " + text + "."
  }

  private func lending(_ scenario: Scenario) -> String? {
    let lending = scenario.lending
    let count = lending.offers.count
    let lenders =
      count == 1
      ? voice.say("einem anderen Standort", "one other site")
      : voice.say("\(voice.word(count)) anderen Standorten", "\(voice.word(count)) other sites")
    let after =
      lending.leadTime > 0
      ? voice.say(
        ", \(duration(lending.leadTime)) nach der Anforderung bereit",
        ", ready \(duration(lending.leadTime)) after the order") : ""
    switch lending.order {
    case .none: return nil
    case .portal:
      let ahead = Self.ahead(lending.placed, voice).map { " " + $0 } ?? ""
      let time = clock(lending.arrival, scenario)
      return voice.say(
        "Kapazität von \(lenders) wird\(ahead) für die erwartete Last bestellt und steht ab "
          + "\(time) bereit",
        "capacity of \(lenders) is ordered\(ahead) for the expected load and is there from "
          + time)
    case .automatic:
      return voice.say(
        "reicht die eigene Vorhaltung nicht, wird Kapazität von \(lenders) selbsttätig "
          + "geliehen\(after)",
        "where the set-aside of its own is not enough, capacity of \(lenders) is lent "
          + "automatically\(after)")
    }
  }

  private func overflow(_ scenario: Scenario) -> String? {
    let offers = scenario.overflow.offers
    guard !offers.isEmpty else { return nil }
    let names = offers.map { offer in
      voice.quote(
        scenario.sites.first { $0.id == offer.site }.map { voice.say($0.name) } ?? offer.site)
    }
    let list = voice.list(names, atMost: 3)
    let lead = scenario.overflow.leadTime
    let after =
      lead > 0
      ? voice.say(
        ", \(duration(lead)) nach der Anforderung bereit",
        ", ready \(duration(lead)) after the order") : ""
    return voice.say(
      "was fehlt, wird außen bei \(list) gemietet\(after)",
      "what is missing is rented outside from \(list)\(after)")
  }

  private func duration(_ value: Nanoseconds) -> String {
    guard value >= .minute, value % .minute == 0 else { return voice.duration(value) }
    return voice.numbers.join(voice.numbers.whole(Int(value / .minute)), "min")
  }

  private func clock(_ instant: Nanoseconds, _ scenario: Scenario) -> String {
    voice.clock(
      CivilTime(
        unixSeconds: scenario.horizon.start &+ instant / .second,
        utcOffset: scenario.horizon.utcOffset))
  }

  /// `14 Tage vorher`; nil where it is not on record.
  static func ahead(_ placed: Nanoseconds, _ voice: Voice) -> String? {
    guard placed > 0 else { return nil }
    let hours = Double(placed) / Double(Nanoseconds.hour)
    let isDays = hours >= 48
    let figure = voice.numbers.significant(isDays ? hours / 24 : hours)
    let unit =
      isDays
      ? voice.say("Tage", "days")
      : figure == "1" ? voice.say("Stunde", "hour") : voice.say("Stunden", "hours")
    return voice.numbers.join(figure, unit) + voice.say(" vorher", " before")
  }

  /// `−50 bis +50 %`.
  static func error(_ band: Band, _ voice: Voice) -> String {
    func signed(_ factor: Double) -> String {
      let value = ((factor - 1) * 1_000).rounded() / 10
      return (value > 0 ? "+" : "") + voice.numbers.significant(value)
    }
    let range = signed(band.low) + voice.say(" bis ", " to ") + signed(band.high)
    return voice.say("einen Prognosefehler von ", "a forecast error of ")
      + voice.numbers.join(range, "%")
  }
}
