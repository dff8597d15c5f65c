import VerbundModel

extension Confidence {
  /// How well a figure with this code is known.
  var meaning: LocalizedText {
    switch self {
    case .S1, .S2:
      LocalizedText(
        de: "steht in einer Unterlage der auftraggebenden Stelle",
        en: "said in a document of the commissioning body")
    case .V2:
      LocalizedText(
        de: "in zwei unabhängigen öffentlichen Quellen gelesen",
        en: "read in two independent public sources")
    case .V:
      LocalizedText(
        de: "in einer öffentlichen Quelle gelesen", en: "read in one public source")
    case .D:
      LocalizedText(
        de: "aus gelesenen Angaben berechnet", en: "calculated from figures that were read")
    case .M:
      LocalizedText(
        de: "aus dem Gedächtnis: eine Annahme, nicht zu zitieren",
        en: "from memory: an assumption, not to be quoted")
    case .A:
      LocalizedText(
        de: "Annahme des Modells, ohne Quelle", en: "assumption of the model, without a source")
    }
  }
}
