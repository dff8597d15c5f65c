import Foundation
import Testing

@Suite("Imports")
struct ImportTests {
  @Test("a room imports rooms on lower floors only, and third parties where the table says")
  func tree() {
    #expect(Tree.sources.count > 10)
    expectNone(Tree.sources.flatMap(importFindings))
  }

  @Test("Package.swift declares no dependency that the rule forbids")
  func manifest() throws {
    let package = try #require(Tree.file("Package.swift"))
    let declared = declaredDependencies(package.lines.joined(separator: "\n"))
    #expect(declared.count >= House.rooms.count - 2, "the scanner no longer reads Package.swift")
    for (name, dependencies) in declared {
      guard let room = House.room(name) else {
        Issue.record(
          "Package.swift has a room \(name) that Tests/VerbundTidyTests/House.swift lacks")
        continue
      }
      for dependency in dependencies {
        let problem = importProblem(of: dependency, in: room)
        #expect(problem == nil, "Package.swift: \(name) depends on \(dependency): \(problem ?? "")")
      }
    }
  }

  @Test(
    "the rule sees a breach",
    arguments: [
      ("Sources/VerbundModel/A.swift", "import VerbundEngine"),
      ("Sources/VerbundLoad/A.swift", "public import VerbundEngine"),
      ("Sources/VerbundPlan/A.swift", "@testable import VerbundMeasure"),
      ("Sources/VerbundEngine/A.swift", "import struct Foundation.Date"),
      ("Sources/VerbundStudy/A.swift", "import Yams"),
      ("Sources/VerbundEngine/A.swift", "import COpenBLAS"),
      ("Sources/VerbundCLI/A.swift", "import Alamofire"),
    ])
  func breach(path: String, text: String) {
    #expect(importFindings(TextFile(path: path, text: text)).count == 1)
  }

  @Test(
    "the rule lets the allowed pass",
    arguments: [
      ("Sources/VerbundEngine/A.swift", "import VerbundCore\nimport VerbundPlan"),
      ("Sources/VerbundLoad/A.swift", "import COpenBLAS"),
      ("Sources/VerbundScenario/A.swift", "import Yams\nimport Foundation"),
      ("Sources/VerbundModel/A.swift", "// import Foundation\nlet a = \"import Yams\""),
    ])
  func allowed(path: String, text: String) {
    #expect(importFindings(TextFile(path: path, text: text)).isEmpty)
  }
}

/// Records each finding as an issue of its own: file, line, remedy.
func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
  for finding in findings { Issue.record("\(finding)", sourceLocation: sourceLocation) }
}

/// Each import of the file that the house rule forbids.
func importFindings(_ file: TextFile) -> [Finding] {
  guard let name = file.room else { return [] }
  guard let room = House.room(name) else {
    return [
      Finding(
        path: file.path, line: 1, message: "no room is called \(name)",
        remedy: "add it to House.swift and docs/architecture.md")
    ]
  }
  return file.code.enumerated().compactMap { index, line in
    guard let module = importedModule(line), let problem = importProblem(of: module, in: room)
    else { return nil }
    return Finding(
      path: file.path, line: index + 1, message: "\(name) imports \(module)", remedy: problem)
  }
}

/// Why a room may not import a module, or nil if it may.
func importProblem(of module: String, in room: Room) -> String? {
  if room.thirdParty.contains(module) || House.harmless.contains(module) { return nil }
  if House.impure.contains(module) {
    return room.isPure ? "no clock and no C library here: use VerbundCore's own arithmetic" : nil
  }
  if let owner = House.rooms.first(where: { $0.thirdParty.contains(module) }) {
    return "only \(owner.name) sees \(module): let it hand over plain values"
  }
  guard let other = House.room(module) else {
    return "unknown module: third parties need a line in House.swift and docs/dependencies.md"
  }
  if other.floor < room.floor { return nil }
  return "\(module) is on floor \(other.floor), \(room.name) on \(room.floor): data goes one way"
}

/// `import X`, also with attributes, an access level or a kind before it; of `X.y` the module X.
func importedModule(_ line: String) -> String? {
  let words = line.split(separator: " ").map(String.init)
  guard let at = words.firstIndex(of: "import"), at + 1 < words.count else { return nil }
  let levels = ["public", "package", "internal", "fileprivate", "private"]
  guard words[..<at].allSatisfy({ $0.hasPrefix("@") || levels.contains($0) }) else { return nil }
  let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
  let name = kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
  return name.split(separator: ".").first.map(String.init)
}

/// Room name and the names among its dependencies, from each `room(…)` and executable target.
func declaredDependencies(_ manifest: String) -> [(String, [String])] {
  var result: [(String, [String])] = []
  for opening in ["    room(", "    .executableTarget("] {
    for part in manifest.components(separatedBy: "\n" + opening).dropFirst() {
      let names = quoted(balanced(part))
      guard let first = names.first else { continue }
      let packages = ["swift-argument-parser", "README.md"]
      result.append((first, names.dropFirst().filter { !packages.contains($0) }))
    }
  }
  return result
}

/// The text up to the parenthesis that closes the one before it.
private func balanced(_ text: String) -> String {
  var depth = 1
  return String(
    text.prefix { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth > 0
    })
}

private func quoted(_ text: String) -> [String] {
  let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
  return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
}
