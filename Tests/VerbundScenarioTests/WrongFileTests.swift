import Foundation
import Testing

@testable import VerbundScenario

/// Every file of the folder `Wrong` with a companion `.expected` gives exactly its lines.
@Suite struct WrongFileTests {
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Folder.wrong)) ?? []
    return files.filter { $0.hasSuffix(".expected") }.map { String($0.dropLast(9)) }.sorted()
  }()

  @Test func thereAreFiles() { #expect(Self.names.count >= 25) }

  @Test func theBaseIsSound() { #expect(lines("\(Folder.wrong)/base.yaml") == []) }

  @Test(arguments: names) func givesItsLines(_ name: String) throws {
    let expected = try Folder.text("\(Folder.wrong)/\(name).expected")
      .split(separator: "\n").map(String.init)
    let found = lines("\(Folder.wrong)/\(name).yaml").map {
      $0.replacing("\(Folder.wrong)/", with: "")
    }
    #expect(found == expected)
  }

  /// What libyaml says of a syntax error is its own affair; where it is, is ours.
  @Test(arguments: [
    ("tab", "3:1: no valid YAML"), ("open-bracket", "3:1: no valid YAML"),
    ("two-documents", "2:1: no valid YAML"), ("undefined-alias", "1:10: no valid YAML"),
  ])
  func syntaxErrorsHaveAPlace(_ name: String, _ start: String) throws {
    let found = lines("\(Folder.wrong)/\(name).yaml")
    try #require(found.count == 1)
    #expect(found[0].hasPrefix("\(Folder.wrong)/\(name).yaml:\(start)"))
  }
}
