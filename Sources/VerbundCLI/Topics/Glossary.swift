import Foundation
import VerbundScenario

/// The words of `docs/glossary.md`, read where the catalogue lies: they stand in one place only.
struct Glossary: Sendable {
  struct Word: Sendable {
    let term: String
    let german: String
    let meaning: String
  }

  let words: [Word]

  /// That of the repository around the catalogue; without words where there is none.
  static let atHand: Glossary = {
    guard var folder = CatalogueAtHand.folder else { return Glossary(page: "") }
    while folder != "/", folder != "." {
      let path = folder + "/docs/glossary.md"
      if let page = try? String(contentsOfFile: path, encoding: .utf8) {
        return Glossary(page: page)
      }
      folder = FilePath.parent(folder)
    }
    return Glossary(page: "")
  }()

  /// - Parameter page: Markdown with a table of term, German word and meaning.
  init(page: String) {
    words = page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, cells[1] != "term", !cells[1].hasPrefix("---") else { return nil }
      return Word(term: cells[1], german: cells[2], meaning: cells[3])
    }
  }

  /// Words whose term, or one of its parts, is this one in either language.
  func matching(_ term: String) -> [Word] {
    let wanted = term.lowercased()
    return words.filter { Self.names(of: $0).contains(wanted) }
  }

  /// `service level objective (SLO)` has two names.
  static func names(of word: Word) -> [String] {
    [word.term, word.german].flatMap { text in
      text.lowercased().split { ",()".contains($0) }
        .map { $0.trimmingCharacters(in: .whitespaces) } + [text.lowercased()]
    }
  }
}
