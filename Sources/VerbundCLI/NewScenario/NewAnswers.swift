import Foundation
import VerbundCore
import VerbundModel

/// What the options say, and what is asked for where they do not.
struct NewAnswers {
  let command: NewCommand
  let isAsking: Bool
  let words: Words

  init(_ command: NewCommand, isAsking: Bool, words: Words) {
    self.command = command
    self.isAsking = isAsking
    self.words = words
  }

  /// - Throws: 64 for an answer that cannot be used, or for none; 130 on Ctrl-C.
  func scenario() throws(Failure) -> NewScenario {
    // Options first: a wrong one is said before anything is asked.
    let given = Given(
      kind: try command.kind.map(Self.kind), land: try command.land.map(Self.land),
      date: try command.date.map(Self.date), nights: try command.nights.map(Self.nights),
      sites: try command.sites.map(Self.sites))
    let name = try answer(
      try command.name.map(Self.name), words.pick("Name", "Name"), nil, freeName)
    let kinds = NewKind.all.map(\.id).joined(separator: ", ")
    let kind = try answer(
      given.kind, words.pick("Worum geht es (\(kinds))", "What is it about (\(kinds))"), "landtag",
      Self.kind)
    let land = try answer(given.land, "Land", "NW", Self.land)
    let date = try answer(
      given.date, words.pick("Tag", "Day"), Self.assumedDate, Self.date)
    let nights = try answer(
      given.nights, words.pick("Nächte je Variante", "Nights per variant"), "5", Self.nights)
    let sites = try answer(
      given.sites, words.pick("Standorte (Zahl oder Namen)", "Sites (a number or ids)"), "3",
      Self.sites)
    return NewScenario(
      name: name, kind: kind, land: land, date: date,
      isDateGiven: given.date != nil || (isAsking && date != Self.assumedDate), nights: nights,
      sites: sites, title: try command.title.map(Self.title))
  }

  /// A Sunday with its clocks at rest.
  static let assumedDate = "2027-05-09"

  private struct Given {
    var kind: NewKind?
    var land: Land?
    var date: String?
    var nights: Int?
    var sites: [String]?
  }

  private func answer<Answer>(
    _ given: Answer?, _ text: String, _ suggestion: String?,
    _ read: (String) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    if let given { return given }
    if isAsking {
      return try Question.ask(text, suggestion: suggestion, words: words, read)
    }
    guard let suggestion else {
      throw Failure(Failure.usage, "a name is needed: verbund new NAME")
    }
    return try read(suggestion)
  }

  private static func name(_ text: String) throws(Failure) -> String {
    guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(isLower) else {
      throw Failure(
        Failure.usage, "\"\(text)\" is no name: 1 to 64 characters of a-z, 0-9 and hyphens")
    }
    return text
  }

  /// A name whose file is there already is asked for again.
  private func freeName(_ text: String) throws(Failure) -> String {
    let name = try Self.name(text)
    if !command.force { try NewFile(command.output, for: name).refuseExisting() }
    return name
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  private static func kind(_ text: String) throws(Failure) -> NewKind {
    if let kind = NewKind.named(text) { return kind }
    throw Failure(.unknown("kind", text, among: NewKind.all.map(\.id)))
  }

  private static func land(_ text: String) throws(Failure) -> Land {
    if let land = Land.named(text) { return land }
    let known = text.count <= 3 ? Land.all.map(\.code) : Land.all.map(\.name)
    throw Failure(.unknown("Land", text, among: known))
  }

  private static func date(_ text: String) throws(Failure) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3,
      CivilTime(year: numbers[0], month: numbers[1], day: numbers[2], hour: 16, minute: 0).isValid
    else {
      throw Failure(Failure.usage, "\"\(text)\" is no day: write it as in \"\(assumedDate)\"")
    }
    return text
  }

  private static func nights(_ text: String) throws(Failure) -> Int {
    guard let number = Int(text), (1...10_000).contains(number) else {
      throw Failure(Failure.usage, "\"\(text)\" is no number of nights: 1 to 10000")
    }
    return number
  }

  private static func sites(_ text: String) throws(Failure) -> [String] {
    let counts = NewScenario.siteCounts
    let range = "\(counts.lowerBound) to \(counts.upperBound)"
    if let count = Int(text) {
      guard counts.contains(count) else {
        throw Failure(Failure.usage, "\"\(text)\" is no number of sites: \(range)")
      }
      return NewScenario.sites(count)
    }
    let ids = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard counts.contains(ids.count), Set(ids).count == ids.count, ids.allSatisfy(isSite) else {
      throw Failure(
        Failure.usage,
        "\"\(text)\" are no sites: \(range) different ids of letters, digits and hyphens")
    }
    if let known = ids.first(where: isInCatalogue) {
      throw Failure(
        Failure.usage,
        "\"\(known)\" is in the catalogue, and a new scenario invents capacities: give its sites "
          + "names of their own, and write like: \(known) into the file where you mean it")
    }
    return ids
  }

  /// Real providers and sites of the market must not stand over invented figures.
  private static func isInCatalogue(_ id: String) -> Bool {
    guard let catalogue = try? CatalogueAtHand.shipped() else { return false }
    return ["providers", "sites"].contains { section in
      catalogue.entries(of: section).contains { $0.id == id }
    }
  }

  /// No code of a Land: regions and sites share the network's ids.
  private static func isSite(_ id: String) -> Bool {
    let isWord = id.utf8.allSatisfy { isLower($0) || (0x41...0x5A).contains($0) }
    let reserved = ["value", "confidence", "source", "like"] + Land.all.map(\.code)
    // "home-" stands before it in the name of a link.
    return isWord && (1...59).contains(id.utf8.count) && !reserved.contains(id)
  }

  private static func title(_ text: String) throws(Failure) -> String {
    guard (1...200).contains(text.count) else {
      throw Failure(Failure.usage, "--title must have 1 to 200 characters")
    }
    return text
  }
}
