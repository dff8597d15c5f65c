import VerbundModel

// Which election the evening stands for, and whether its day is known.
extension SectionContext {
  var occasion: String? {
    guard let election = input.experiment.election else { return nil }
    let name = voice.say(election.name)
    guard !election.isExact else {
      return voice.say("Wahl: ", "Election: ") + name + ", " + day(election.date) + "."
    }
    let season = season(election.date)
    return voice.say(
      "Wahl: \(name), \(season); die Quelle nennt keinen Tag, der gerechnete ist angenommen.",
      "Election: \(name), \(season); the source names no day, the one computed is assumed.")
  }

  /// `08.03.2026` in German; the calendar's own form in English.
  private func day(_ date: String) -> String {
    let parts = date.split(separator: "-")
    guard voice.language == .de, parts.count == 3 else { return date }
    return parts.reversed().joined(separator: ".")
  }

  /// `Frühjahr 2027` for `spring 2027`; what is no season stays as it is.
  private func season(_ date: String) -> String {
    guard voice.language == .de else { return date }
    let german = [
      "spring": "Frühjahr", "summer": "Sommer", "autumn": "Herbst", "winter": "Winter",
    ]
    return date.split(separator: " ").map { german[String($0)] ?? String($0) }
      .joined(separator: " ")
  }
}
