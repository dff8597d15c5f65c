import Foundation
import VerbundCore

/// Comma-separated values (RFC 4180, lines end with LF), the same bytes for the same values.
struct CSV {
  private(set) var text: String

  init(_ columns: String...) {
    text = columns.joined(separator: ",") + "\n"
  }

  private init(text: String) { self.text = text }

  /// Rows without a line of columns, to follow one that has it.
  static var rows: CSV { CSV(text: "") }

  mutating func row(_ cells: Cell...) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { text += "," }
      text += cell.text
    }
    text += "\n"
  }

  var bytes: Data { Data(text.utf8) }

  /// One field: a text made harmless for spreadsheets, or a number in the C locale.
  struct Cell: ExpressibleByStringLiteral {
    let text: String

    init(stringLiteral value: String) { text = CSV.quoted(CSV.harmless(value)) }
    init(_ value: String) { text = CSV.quoted(CSV.harmless(value)) }
    init(_ value: some BinaryInteger) { text = String(value) }
    /// The shortest digits that read back to the same number; empty for none.
    init(_ value: Double?) { text = CSV.number(value) }
    /// Rounded to so many significant digits; empty for none.
    init(_ value: Double?, digits: Int) {
      guard let value, value.isFinite, value != 0 else {
        text = CSV.number(value)
        return
      }
      text =
        value == value.rounded() && abs(value) < 1e7
        ? String(Int(value)) : CSV.rounded(value, digits)
    }
    /// Several fields side by side.
    init(_ cells: Cell...) { text = cells.map(\.text).joined(separator: ",") }
  }

  /// A spreadsheet takes a cell that begins with one of these for a formula.
  private static func harmless(_ value: String) -> String {
    guard let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return value
    }
    return "'" + value
  }

  private static func quoted(_ value: String) -> String {
    guard value.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  /// As `%g` of the C library, which is exact, and the C locale's unless one is set. In glibc this
  /// is the same without variable arguments, and of 17 digits at most.
  private static func rounded(_ value: Double, _ digits: Int) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      String(cString: gcvt(value, Int32(digits), buffer.baseAddress!))
    }
  }

  static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return value == 0 ? "0" : value.shortest
  }
}
