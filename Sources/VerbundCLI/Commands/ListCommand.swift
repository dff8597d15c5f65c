import ArgumentParser
import VerbundCore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what there is.",
    discussion: """
      Topics of the program: \(Topic.names(ofProgram: true)).
      Topics of a scenario file: \(Topic.names(ofProgram: false)).
      """)

  @Argument(help: "What to list; without it, the topics.")
  var topic: String?
  @Argument(help: "Scenario file, for the topics of one.")
  var file: String?
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    guard let topic else {
      return try Console.print(Topic.all.map { $0.name + "\n" }.joined())
    }
    guard let found = Topic.all.first(where: { $0.name == topic }) else {
      throw Failure(.unknown("topic", topic, among: Topic.all.map(\.name)))
    }
    let rows = try found.rows(file, languageOptions.language)
    try Console.print(Columns.aligned(rows))
  }
}

/// Rows of text with their columns one below the other.
enum Columns {
  static func aligned(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { index, cell in
        index == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[index] - cell.count)
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}
