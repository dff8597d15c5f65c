import Testing

@Suite("Shape of files")
struct ShapeTests {
  @Test("no Swift file is longer than 350 lines, no line wider than 100 columns")
  func tree() {
    expectNone(Tree.swift.flatMap(shapeFindings))
  }

  @Test("the rule sees a long file and a wide line")
  func breach() {
    let long = TextFile(path: "a.swift", text: String(repeating: "let a = 1\n", count: 351))
    #expect(shapeFindings(long).map(\.line) == [351])
    let wide = TextFile(path: "a.swift", text: "\n" + String(repeating: "ä", count: 101))
    #expect(shapeFindings(wide).map(\.line) == [2])
    let fits = TextFile(path: "a.swift", text: String(repeating: "ä", count: 100) + "\n")
    #expect(shapeFindings(fits).isEmpty)
  }

  @Test("every room has a plate at its door")
  func plates() {
    for room in House.rooms where room.name.hasPrefix("Verbund") {
      let path = "Sources/\(room.name)/README.md"
      let lines = Tree.file(path)?.lines.filter { !$0.isEmpty } ?? []
      #expect(
        lines.count >= 4,
        "\(path): say what the room is for, what it imports, its entry, and what to copy")
    }
  }

  @Test("public types and functions have a doc line")
  func documented() {
    expectNone(Tree.sources.flatMap(undocumented))
  }

  @Test("the rule sees a public symbol without a doc line, and only that")
  func undocumentedBreach() {
    let file = TextFile(
      path: "Sources/VerbundCore/A.swift",
      text: """
        /// Said.
        @frozen
        public struct Said {
          public init() {}
          public var plain = 1
          public static func < (a: Said, b: Said) -> Bool { true }
          @inlinable public mutating func silent() {}
        }
        public enum Silent {}
        extension Said { func inner() {} }
        """)
    #expect(undocumented(file).map(\.line) == [7, 9])
  }
}

func shapeFindings(_ file: TextFile) -> [Finding] {
  var findings = file.lines.enumerated().filter { $1.count > 100 }.map { index, line in
    Finding(
      path: file.path, line: index + 1, message: "\(line.count) columns",
      remedy: "wrap it at 100")
  }
  // A final newline makes one empty last element.
  let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
  if count > 350 {
    findings.append(
      Finding(
        path: file.path, line: 351, message: "\(count) lines",
        remedy: "two ideas? give each its file"))
  }
  return findings
}

/// Public types, functions and subscripts without `///` above them.
///
/// Stored properties may speak for themselves; initialisers, operators and the members that a
/// protocol names are documented where the type or the protocol is.
func undocumented(_ file: TextFile) -> [Finding] {
  let kinds: Set = ["struct", "enum", "class", "actor", "protocol", "typealias", "func"]
  let witnesses = ["hash", "encode", "callAsFunction", "run", "validate"]
  return file.code.enumerated().compactMap { index, line in
    let words = line.split { $0 == " " || $0 == "(" || $0 == ":" || $0 == "{" }
    guard let level = words.firstIndex(where: { $0 == "public" || $0 == "open" }),
      let kind = words[level...].firstIndex(where: { kinds.contains(String($0)) }),
      words[level..<kind].allSatisfy({ isModifier($0) }), kind + 1 < words.count
    else { return nil }
    let name = words[kind + 1]
    let isWord = name.first.map { $0.isLetter || $0 == "_" || $0 == "`" } ?? false
    if !isWord || witnesses.contains(String(name)) || hasDocLine(file, above: index) {
      return nil
    }
    return Finding(
      path: file.path, line: index + 1, message: "\(words[kind]) \(name) is public and silent",
      remedy: "one /// line: what it means, its unit, its errors")
  }
}

private func isModifier(_ word: Substring) -> Bool {
  let modifiers: Set = [
    "public", "open", "static", "final", "mutating", "nonmutating", "consuming", "borrowing",
    "indirect", "nonisolated", "override",
  ]
  return word.hasPrefix("@") || modifiers.contains(String(word))
}

/// Whether `///` stands above a line, attributes and their arguments aside.
private func hasDocLine(_ file: TextFile, above index: Int) -> Bool {
  for line in file.lines[..<index].reversed() {
    let text = line.drop { $0 == " " }
    if text.hasPrefix("///") { return true }
    if !text.hasPrefix("@") { return false }
  }
  return false
}
