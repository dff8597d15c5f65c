import VerbundCore

/// JSON with its keys in the order given; numbers in the C locale.
public indirect enum JSONText: Sendable {
  case string(String)
  case number(Double?)
  case integer(Int)
  case truth(Bool)
  case null
  case array([JSONText])
  case object([(String, JSONText)])

  /// Three values of four figures need fewer bytes than one that is exact.
  static func rounded(_ value: Double?, digits: Int = 4) -> JSONText {
    guard let value, value.isFinite, value != 0 else { return .number(value) }
    let decimals = digits - 1 - decade(of: value)
    let power = powerOfTen(abs(decimals))
    return .number(
      decimals >= 0 ? (value * power).rounded() / power : (value / power).rounded() * power)
  }

  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// For a script element of a page: no character in it can end the element or begin a comment.
  var markup: Markup {
    let safe = text.replacing("&", with: "\\u0026").replacing("<", with: "\\u003c")
      .replacing(">", with: "\\u003e")
    return Markup(stringLiteral: safe)
  }

  private func write(to text: inout String) {
    switch self {
    case .string(let value): text += Self.quoted(value)
    case .number(let value): text += Self.number(value)
    case .integer(let value): text += String(value)
    case .truth(let value): text += value ? "true" : "false"
    case .null: text += "null"
    case .array(let items):
      Self.join(items, between: ("[", "]"), &text) { $0.write(to: &$1) }
    case .object(let fields):
      Self.join(fields, between: ("{", "}"), &text) { field, text in
        text += Self.quoted(field.0) + ":"
        field.1.write(to: &text)
      }
    }
  }

  private static func join<T>(
    _ items: [T], between ends: (String, String), _ text: inout String,
    _ write: (T, inout String) -> Void
  ) {
    text += ends.0
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      write(item, &text)
    }
    text += ends.1
  }

  /// The shortest digits that read back to the same number; null for none.
  private static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    return value == 0 ? "0" : value.shortest
  }

  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\" + String(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
