import Foundation
import Testing
import VerbundCore

@testable import VerbundScenario

/// The schema says what the key tables say, and refuses nothing that the reader accepts.
@Suite struct SchemaTests {
  private let text = ScenarioSchema.text([
    ChoiceMeaning(kind: "routing", id: "two-choices", text: "the better of two"),
    ChoiceMeaning(kind: "routing", id: "least-work", text: "the best of all"),
    ChoiceMeaning(kind: "routing", id: "round-robin", text: "in turn"),
    ChoiceMeaning(kind: "routing", id: "random", text: "at random"),
    ChoiceMeaning(kind: "other", id: "fixed", text: "of another kind"),
  ])

  private func object() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    let names = try #require(try object()["$defs"] as? [String: Any])
    let references = text.matches(of: /"#\/\$defs\/([^"]+)"/).map { String($0.output.1) }
    #expect(references.count > 300)
    for name in Set(references) { #expect(names[name] != nil, "\(name)") }
    #expect(Set(references) == Set(names.keys))
  }

  @Test func everyKeyOfTheRootIsThere() throws {
    let keys = try #require(try object()["properties"] as? [String: Any])
    let known = RootTable.root.keys.map(\.name) + ["include", "extends", "confidence", "source"]
    #expect(Set(keys.keys) == Set(known))
  }

  /// Keys that stand deep in the tables, and what an editor shows beside them.
  @Test func descriptionsSayRangeDefaultAndMeaning() {
    for part in [
      "The client gives up waiting after it. A time with its unit, 1 ms to 1 h. Default: 8 s (A).",
      "One of: two-choices (the better of two); least-work (the best of all);",
      "One of: horizontal; fixed. Default: horizontal (A).",
      "Facility energy over IT energy. A number, 1 to 5. Default: 1.46 (V: borderstep.org",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test func theNameHasNoHost() throws {
    #expect(try object()["$id"] as? String == "urn:verbund:scenario:1")
    let hosts = text.matches(of: /https?:\/\/([^\/"]+)/).map(\.output.1)
    #expect(hosts.allSatisfy { $0 == "json-schema.org" })
  }

  private static let numbers = [
    "0", "1", "+1", "-1", "007", "0.5", "1.0", "2.50", "12", "99.9", "100", "100.0", "101", "1e3",
    "1.5e1", "2e-3", "1E+2", "1.", ".5", "1e", "", "x", "1,5", "-0.1", "150", "1e400",
  ]

  private static let ranges: [ClosedRange<Double>] = [0...1, 0...100, -90...90, 1...1e9]

  /// Numbers with every unit, with and without a space: what the reader takes, the schema takes;
  /// and what is no quantity at all, both refuse.
  @Test(arguments: UnitFamily.allCases, ranges)
  func patternsFollowTheReader(_ family: UnitFamily, _ range: ClosedRange<Double>) throws {
    let symbols = family.units.map(\.symbol) + ["", "parsec"]
    let texts = Self.numbers.flatMap { number in
      symbols.flatMap { ["\(number)\($0)", "\(number) \($0)"] }
    }
    var tooStrict: [String] = []
    var tooLax: [String] = []
    for isWhole in [false, true] {
      let kind: Kind = isWhole ? .wholeQuantity(family, range) : .quantity(family, range)
      let regex = try Regex(SchemaPattern.quantity(family, range, isWhole: isWhole))
      for text in texts {
        let isMatched = text.wholeMatch(of: regex) != nil
        let isRead = (try? kind.value(of: text)) != nil
        // What is too large for arithmetic still looks like a quantity.
        let looksRight = text.contains("e400") || (try? family.parse(text)) != nil
        if isRead, !isMatched { tooStrict.append(text) }
        if isMatched, !looksRight { tooLax.append(text) }
      }
    }
    #expect(tooStrict == [])
    #expect(tooLax == [])
  }

  @Test(arguments: [
    "2027-05-09 16:00", "2027-05-09T16:00:00+02:00", "2027-05-09T14:00Z", "2027-13-09 16:00",
    "1995-05-09 16:00", "2199-12-31 23:59", "2027-05-09", "2027-05-09 24:00", "9.5.2027 16:00",
    "2027-05-09 16:00:30", "2027-05-09T16:00+15:00",
  ])
  func instantsFollowTheReader(_ text: String) throws {
    let isRead = (try? Instant.parse(text)) != nil
    let regex = try Regex(SchemaPattern.instant)
    #expect((text.wholeMatch(of: regex) != nil) == isRead)
  }

  @Test(arguments: ["00:00", "23:59", "24:00", "7:00", "18:60", "18:00 ", "1800"])
  func timesFollowTheReader(_ text: String) throws {
    let isRead = (try? Kind.minuteOfDay(text)) != nil
    let regex = try Regex(SchemaPattern.timeOfDay)
    #expect((text.wholeMatch(of: regex) != nil) == isRead)
  }

  /// Editors find the schema by the first line of every shipped file.
  @Test func everyShippedFileNamesIt() throws {
    let names = FileManager.default.enumerator(atPath: Folder.scenarios)?.allObjects ?? []
    let files = names.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
    #expect(files.count >= 10)
    let start = "# yaml-language-server: $schema="
    for file in files {
      let first = try Folder.text("\(Folder.scenarios)/\(file)").prefix { $0 != "\n" }
      let folder = FilePath.parent("\(Folder.scenarios)/\(file)")
      let place = IncludeRoot.join(folder, String(first.dropFirst(start.count)))
      #expect(
        first.hasPrefix(start) && place == "\(Folder.scenarios)/schema/verbund-1.schema.json",
        "scenarios/\(file): the first line must lead editors to the schema")
    }
  }
}
