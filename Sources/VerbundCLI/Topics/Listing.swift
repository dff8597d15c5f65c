import VerbundModel
import VerbundScenario

/// A list for people, as a table, and for programs, as JSON.
struct Listing: Sendable {
  var header: [String]
  var rows: [[String]]
  /// Short lists need no head in a terminal: their columns speak for themselves.
  var showsHeader = false
  /// What stands behind the rows, with confidence and source of each figure.
  var entries: [Catalogue.Entry] = []

  var text: String { Columns.aligned((showsHeader && !rows.isEmpty ? [header] : []) + rows) }

  var json: JSONText {
    guard entries.isEmpty else { return .array(entries.map(Self.object)) }
    return .array(
      rows.map { row in .object(zip(header, row).map { ($0, JSONText.string($1)) }) })
  }

  private static func object(_ entry: Catalogue.Entry) -> JSONText {
    var fields: [(String, JSONText)] = [
      ("id", .string(entry.id)), ("section", .string(entry.section)),
      ("file", .string(entry.file)),
    ]
    if let name = entry.name {
      fields.append(("name", .object([("de", .string(name.de)), ("en", .string(name.en))])))
    }
    let figures = entry.figures.map { figure in
      JSONText.object([
        ("key", .string(figure.key)), ("value", .string(figure.value)),
        ("confidence", .string(figure.confidence.rawValue)), ("source", .string(figure.source)),
      ])
    }
    return .object(fields + [("figures", .array(figures))])
  }
}

/// Rows of text with their columns one below the other.
enum Columns {
  /// Without signs that could repaint a terminal or break the row.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
          default: scalar
          }
        }))
  }

  static func aligned(_ cells: [[String]]) -> String {
    let rows = cells.map { $0.map(plain) }
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
