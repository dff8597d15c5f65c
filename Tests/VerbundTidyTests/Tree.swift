import Foundation

/// One text file of the repository, and its lines as code alone.
struct TextFile {
  /// Path from the root of the repository, with slashes.
  let path: String
  let lines: [String]
  /// The lines with comments and the contents of string literals blanked.
  let code: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    code = codeOnly(lines)
  }

  /// The folder under `Sources`, or nil for a file outside of it.
  var room: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }
}

/// What is wrong, where, and how to mend it.
struct Finding: CustomStringConvertible, Equatable {
  var path: String
  var line: Int
  var message: String
  var remedy: String

  var description: String { "\(path):\(line): \(message) -> \(remedy)" }
}

/// The working tree in which these tests were compiled.
enum Tree {
  static var root: URL {
    URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Files below a folder or the file itself, sorted, whose names end in one of `endings`.
  static func files(_ start: String, endings: [String]) -> [TextFile] {
    let top = root.appending(path: start)
    var paths: [String] = []
    if let walk = FileManager.default.enumerator(atPath: top.path) {
      for case let path as String in walk { paths.append("\(start)/\(path)") }
    }
    if paths.isEmpty { paths = [start] }
    return paths.filter { path in endings.contains { path.hasSuffix($0) } }.sorted()
      .compactMap(file)
  }

  /// One file, or nil if it is not there or is no UTF-8.
  static func file(_ path: String) -> TextFile? {
    guard
      let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    else { return nil }
    return TextFile(path: path, text: text)
  }

  static let sources = files("Sources", endings: [".swift"])
  static let swift =
    sources + files("Tests", endings: [".swift"]) + files("Package.swift", endings: [".swift"])

  /// All that people read or run, without build products and results.
  static let texts: [TextFile] = {
    let endings = [".swift", ".md", ".yaml", ".json", ".h", ".svg", "/run", "dev"]
    let tops = [
      "Sources", "Tests", "docs", "scenarios", ".ci", "README.md", "CONTRIBUTING.md",
      "CHANGELOG.md", "Package.swift", "dev",
    ]
    return tops.flatMap { files($0, endings: endings) }
  }()
}

/// Blanks comments and the insides of string literals, so that a rule sees code only.
///
/// A plain scanner, not a parser: it knows `//`, `/* */`, `"…"` with escapes and `"""`.
func codeOnly(_ lines: [String]) -> [String] {
  var scanner = CodeScanner()
  return lines.map { scanner.code(of: Array($0.utf8)) }
}

private struct CodeScanner {
  var inBlock = false
  var inText = false

  mutating func code(of line: [UInt8]) -> String {
    var result: [UInt8] = []
    var inString = false
    var at = 0
    while at < line.count {
      if inBlock {
        if stands("*/", in: line, at: at) {
          inBlock = false
          at += 1
        }
      } else if stands("\"\"\"", in: line, at: at) {
        inText.toggle()
        at += 2
      } else if inText {
        // Blank until the closing quotes.
      } else if inString {
        if line[at] == UInt8(ascii: "\\") {
          at += 1
        } else if line[at] == UInt8(ascii: "\"") {
          inString = false
        }
      } else if line[at] == UInt8(ascii: "\"") {
        inString = true
      } else if stands("//", in: line, at: at) {
        break
      } else if stands("/*", in: line, at: at) {
        inBlock = true
        at += 1
      } else {
        result.append(line[at])
      }
      at += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func stands(_ word: StaticString, in line: [UInt8], at index: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= line.count else { return false }
    return (0..<count).allSatisfy { line[index + $0] == word.utf8Start[$0] }
  }
}
