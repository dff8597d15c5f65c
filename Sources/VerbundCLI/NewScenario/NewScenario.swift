import VerbundCore
import VerbundModel

/// What the author of a new scenario has said, and the text that follows from it.
struct NewScenario {
  var name: String
  var kind: NewKind
  var land: Land
  /// `2027-05-09`.
  var date: String
  var isDateGiven: Bool
  var nights: Int
  /// The first one is the home of the portal, the second has citizens of its own.
  var sites: [String]
  /// Nil for one made of kind and Land.
  var title: String?

  static let siteCounts = 2...8

  /// The ids of so many sites.
  static func sites(_ count: Int) -> [String] {
    ["home"] + (1..<max(2, count)).map { "partner-\($0)" }
  }

  /// - Parameters:
  ///   - catalogue: the way from the file to a catalogue; nil for a file that needs none.
  ///   - schema: the way to the schema for editors.
  func text(catalogue: String?, schema: String?) -> String {
    var text = NewTemplate.text
    for (mark, value) in marks(catalogue, schema) { text.replace("{{\(mark)}}", with: value) }
    return text
  }

  private func marks(_ catalogue: String?, _ schema: String?) -> [(String, String)] {
    let mean = Double(land.people) * kind.share / 1_000 * kind.hitsPerThousand
    let peak = mean / 20 * Self.peakFactor
    let replicas = max(2, Int((peak * kind.work / 0.7 / 4).rounded(.up)))
    return [
      ("editor", editorLine(schema)), ("heading", "\(kind.title.en), \(land.name)."),
      ("kind", kind.text.en), ("name", name), ("title", titleText),
      ("include", catalogue.map(includes) ?? presets), ("seed", date.filter { $0 != "-" }),
      ("nights", "\(nights)"), ("date", date),
      (
        "date-comment",
        isDateGiven ? "# The evening, in local time." : "# The day is assumed: set the true one."
      ),
      ("sites", sites.indices.map(site).joined(separator: "\n")), ("links", links),
      ("land", land.code), ("partner-land", partnerLand.code), ("home", sites[0]),
      ("partner", sites[1]), ("service", kind.service), ("profile", kind.profile),
      ("portal-name", "{ de: \(kind.portal.de), en: \(kind.portal.en) }"),
      ("share", short(kind.share)), ("share-source", kind.shareSource),
      (
        "set-aside-comment",
        "\(Int(peak.rounded())) page views/s at most x \(Int(kind.work * 1_000)) ms / 70 % "
          + "/ 4 workers of a replica."
      ),
      ("set-aside", "\(replicas)"), ("half", "\(max(1, replicas / 2))"),
      ("double", "\(replicas * 2)"),
      ("offers", sites.dropFirst().map { "\($0): 96 vCPU" }.joined(separator: ", ")),
    ]
  }

  /// The highest point of an evening over its mean from 18 to 24 h, bursts aside.
  private static let peakFactor = 1.63

  private func short(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  private var titleText: String {
    if let title { return JSONText.string(title).text }
    return "{ de: \"\(kind.title.de) \(land.name)\", en: \"\(kind.title.en), \(land.name)\" }"
  }

  private func editorLine(_ schema: String?) -> String {
    guard let schema else {
      return "# For editors: verbund schema >verbund-1.schema.json, and a first line that says\n"
        + "# \"yaml-language-server: $schema=verbund-1.schema.json\", without the quotes."
    }
    return "# yaml-language-server: $schema=\(schema)"
  }

  private func includes(_ catalogue: String) -> String {
    let files = [
      "places", "regions", "hosts", "networks", "energy", "prices", "elections", "services",
      "tenants",
    ]
    return "# The catalogue: figures with their sources. Entries count only where they are named.\n"
      + "include:\n" + files.map { "  - \(catalogue)/\($0).yaml" }.joined(separator: "\n")
  }

  /// What would stand in the catalogue.
  private var presets: String {
    let lands = [land, partnerLand]
    let places = placesUsed.map { land in
      "  \(land.place): { latitude: \(land.latitude), longitude: \(land.longitude), "
        + "confidence: \(land.confidence.rawValue), source: \"centre of \(land.capital)\" }"
    }
    let regions = lands.map { land in
      "  \(land.code): { name: \(land.name), place: \(land.place), people: \(land.people) }"
    }
    return """
      # There is no catalogue in or above this file's folder, so what the scenario takes from one is
      # copied here, with its sources. Entries count only where they are named.
      places:
      \(places.joined(separator: "\n"))
      regions:
        confidence: V
        source: "\(Self.regionSource)"
      \(regions.joined(separator: "\n"))
      \(NewPresets.text)
      """
  }

  private static let regionSource =
    "Die Bundeswahlleiterin, Bundestagswahl 2025, provisional, 24 Feb 2025, dl-de/by-2-0"

  /// Another Land, whose citizens use the portal of the first lender.
  private var partnerLand: Land { placesUsed[1] }

  /// The capitals in which the sites stand, the own one first.
  private var placesUsed: [Land] {
    let codes = ["NI", "SN", "HE", "BY", "BE", "HH", "BW", "RP", "TH"]
    let others = codes.filter { $0 != land.code }.compactMap(Land.named)
    return [land] + others.prefix(sites.count - 1)
  }

  private func site(_ index: Int) -> String {
    let id = sites[index]
    let names =
      switch id {
      case "home": ("Heimatstandort", "Home site")
      case let id where id.hasPrefix("partner-"):
        ("Partner \(id.dropFirst(8))", "Partner \(id.dropFirst(8))")
      // Quoted: an id of digits would be a number.
      default: ("\"\(id)\"", "\"\(id)\"")
      }
    var text = NewTemplate.site
    for (mark, value) in [
      ("id", id), ("de", names.0), ("en", names.1), ("place", placesUsed[index].place),
    ] { text.replace("{{\(mark)}}", with: value) }
    return text
  }

  private var links: String {
    sites.dropFirst().map { "  home-\($0): { class: ktn, ends: [\(sites[0]), \($0)] }" }
      .joined(separator: "\n")
  }
}
