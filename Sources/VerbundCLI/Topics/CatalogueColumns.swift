import VerbundModel
import VerbundScenario

/// Which figures of a section stand in its table.
struct CatalogueColumns: Sendable {
  let topic: String
  let sections: [String]
  /// Keys of the entries; a key alone is a column of that name.
  let keys: [String]

  init(_ topic: String, _ sections: [String]? = nil, _ keys: [String]) {
    self.topic = topic
    self.sections = sections ?? [topic]
    self.keys = keys
  }

  static let all = [
    CatalogueColumns("sites", ["operator", "place", "external", "hosts", "tenants", "tariff"]),
    CatalogueColumns("providers", ["level", "place", "size", "laender", "serves"]),
    CatalogueColumns("sizes", ["installed", "class"]),
    CatalogueColumns("links", ["links", "backbone"], ["class", "ends", "bandwidth", "hops"]),
    CatalogueColumns("link-classes", ["bandwidth", "hops"]),
    CatalogueColumns("hubs", ["place", "transit"]),
    CatalogueColumns("regions", ["place", "people"]),
    CatalogueColumns("places", ["latitude", "longitude"]),
    CatalogueColumns("hosts", ["host-classes"], ["vcpu", "speed", "power"]),
    CatalogueColumns("tenants", ["reserved", "utilisation"]),
    CatalogueColumns("elections", ["date", "kind", "laender"]),
    CatalogueColumns("carbon", ["level", "hours"]),
    CatalogueColumns("tariffs", ["capacity", "traffic"]),
    CatalogueColumns(
      "services",
      ["like", "demand.hits-per-thousand", "demand.profile", "door", "slo.threshold", "slo.share"]),
    CatalogueColumns("doors", ["connections", "new-connections", "hits", "keep-alive"]),
    CatalogueColumns("profiles", ["points"]),
  ]

  private init(_ topic: String, _ keys: [String]) { self.init(topic, nil, keys) }

  func listing(_ catalogue: Catalogue, _ language: Language) -> Listing {
    let entries = sections.flatMap { catalogue.entries(of: $0) }
    let hasNames = entries.contains { $0.name != nil }
    func value(_ key: String, _ entry: Catalogue.Entry) -> String? {
      entry.value(key) ?? entry.value("\(key).like") ?? ofClass(key, entry, catalogue)
    }
    let present = keys.filter { key in entries.contains { value(key, $0) != nil } }
    let rows = entries.map { entry in
      [entry.id] + (hasNames ? [entry.name?[language] ?? ""] : [])
        + present.map { key in short(value(key, entry) ?? "", of: key) } + provenance(entry)
    }
    return Listing(
      header: ["id"] + (hasNames ? ["name"] : [])
        + present.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
        + ["confidence", "source"],
      rows: rows, showsHeader: true, entries: entries)
  }

  /// What a link does not say itself holds for its class.
  private func ofClass(
    _ key: String, _ entry: Catalogue.Entry, _ catalogue: Catalogue
  ) -> String? {
    guard sections.contains("links"), let name = entry.value("class") else { return nil }
    return catalogue.entries(of: "link-classes").first { $0.id == name }?.value(key)
  }

  /// A curve by its ends; all of it is shown by `explain`.
  private func short(_ value: String, of key: String) -> String {
    guard ["power", "hours", "points"].contains(key) else { return value }
    let parts = value.split(separator: ",")
    guard parts.count > 2, let first = parts.first, let last = parts.last else { return value }
    if key == "hours", let low = parts.compactMap(number).min(),
      let high = parts.compactMap(number).max()
    {
      return low == high ? "\(low)" : "\(low) to \(high)"
    }
    return "\(first) …\(last)"
  }

  private func number(_ text: Substring) -> Double? { Double(text.drop { $0 == " " }) }

  /// All confidences of the entry's figures, and where the first of them comes from.
  private func provenance(_ entry: Catalogue.Entry) -> [String] {
    var codes: [String] = []
    for figure in entry.figures where !codes.contains(figure.confidence.rawValue) {
      codes.append(figure.confidence.rawValue)
    }
    return [codes.joined(separator: ", "), entry.figures.first?.source ?? ""]
  }
}
