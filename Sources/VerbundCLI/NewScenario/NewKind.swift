import VerbundModel

/// What an evening is about: which service people use, and how it rises and falls.
struct NewKind: Sendable {
  let id: String
  let text: LocalizedText
  /// The title, with the name of the Land after it.
  let title: LocalizedText
  let portal: LocalizedText
  /// Ids of the catalogue.
  let service: String
  let profile: String
  /// Share of the Land's people that the portal serves, and why.
  let share: Double
  let shareSource: String
  /// Of the service: hits/s per thousand people in the evening's mean.
  let hitsPerThousand: Double
  /// Of the service: vCPU-seconds of a page view at its display, and workers of a replica.
  let work: Double

  static let all = [
    NewKind(
      id: "landtag", text: LocalizedText(de: "Landtagswahl", en: "election of a Landtag"),
      title: LocalizedText(de: "Landtagswahl", en: "Landtagswahl"), portal: results,
      service: "result-portal", profile: "landtag", share: 1,
      shareSource: "one portal takes the whole Land", hitsPerThousand: 0.40, work: 0.039),
    NewKind(
      id: "bundestag", text: LocalizedText(de: "Bundestagswahl", en: "election of the Bundestag"),
      title: LocalizedText(de: "Bundestagswahl", en: "Bundestagswahl"), portal: results,
      service: "result-portal", profile: "municipal", share: 1,
      shareSource: "one portal takes the whole Land", hitsPerThousand: 0.40, work: 0.039),
    NewKind(
      id: "european", text: LocalizedText(de: "Europawahl", en: "European election"),
      title: LocalizedText(de: "Europawahl", en: "European election"), portal: results,
      service: "result-portal", profile: "municipal", share: 1,
      shareSource: "one portal takes the whole Land", hitsPerThousand: 0.40, work: 0.039),
    NewKind(
      id: "municipal", text: LocalizedText(de: "Kommunalwahl", en: "municipal elections"),
      title: LocalizedText(de: "Kommunalwahl", en: "Municipal elections"), portal: results,
      service: "result-portal-municipal", profile: "municipal", share: 0.1,
      shareSource: "a provider with a tenth of the Land's people", hitsPerThousand: 2.5,
      work: 0.039),
    NewKind(
      id: "citizens", text: LocalizedText(de: "Bürgerportal", en: "a citizens' portal"),
      title: LocalizedText(de: "Abend am Bürgerportal", en: "Evening on the citizens' portal"),
      portal: LocalizedText(de: "Bürgerportal", en: "Citizens' portal"),
      service: "citizen-portal", profile: "citizen-evening", share: 1,
      shareSource: "one portal takes the whole Land", hitsPerThousand: 0.10, work: 0.060),
  ]

  private static let results = LocalizedText(de: "Ergebnisportal", en: "Result portal")

  static func named(_ text: String) -> NewKind? { all.first { $0.id == text } }
}
