import VerbundCore
import Yams

/// Yams stops at the first mapping with a duplicate key. To find the mistakes behind it too, the
/// first of the two keys is given another name, which is dropped later, and the text read again.
struct DuplicateKeys {
  private(set) var text: String
  private(set) var issues: [Issue] = []
  private let file: String
  private var insertions: [(line: Int, column: Int, length: Int)] = []

  init(text: String, file: String) {
    self.text = text
    self.file = file
  }

  /// A private-use character begins every name given here.
  static let sign: Character = "\u{E000}"

  /// Whether the error was a duplicate key that could be set aside.
  mutating func mend(_ error: YamlError) -> Bool {
    guard case .duplicatedKeysInMapping(let names, let context) = error,
      let name = names.first, !name.isEmpty, !name.contains(Self.sign),
      issues.count < 50, text.utf8.count < 1_000_000,
      let index = index(of: context.mark)
    else { return false }
    let rest = text[index...]
    let isQuoted = rest.first == "\"" || rest.first == "'"
    guard isQuoted || rest.hasPrefix(name) else { return false }
    let position = position(context.mark)
    issues.append(
      Issue(at: position, "\"\(name)\" is given more than once in this mapping"))
    let mark = "\(Self.sign)\(issues.count)\(Self.sign)"
    text.insert(contentsOf: mark, at: isQuoted ? text.index(after: index) : index)
    insertions.append((context.mark.line, context.mark.column, mark.unicodeScalars.count))
    return true
  }

  /// A mark of the mended text as a position in the file.
  func position(_ mark: Mark?) -> SourcePosition {
    guard let mark else { return SourcePosition(file: file, line: 1, column: 1) }
    var column = mark.column
    for inserted in insertions.reversed()
    where inserted.line == mark.line && inserted.column < column { column -= inserted.length }
    return SourcePosition(file: file, line: mark.line, column: max(1, column))
  }

  private func index(of mark: Mark) -> String.Index? {
    var line = 1
    var index = text.unicodeScalars.startIndex
    let end = text.unicodeScalars.endIndex
    while line < mark.line, index < end {
      if text.unicodeScalars[index] == "\n" { line += 1 }
      index = text.unicodeScalars.index(after: index)
    }
    return text.unicodeScalars.index(index, offsetBy: mark.column - 1, limitedBy: end)
  }
}
