import VerbundCore

/// A JSON value that keeps the order of its keys.
indirect enum SchemaNode: Sendable {
  case text(String)
  case number(Double)
  case whole(Int64)
  case flag(Bool)
  case list([SchemaNode])
  case object([(String, SchemaNode)])

  static func texts(_ texts: [String]) -> SchemaNode { .list(texts.map(SchemaNode.text)) }

  /// Over several lines, indented by two; what has no object inside stays on one line.
  func written(indent: Int = 0) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let number): return number.shortest
    case .whole(let whole): return String(whole)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items):
      guard items.contains(where: \.isObject) else {
        return "[" + items.map { $0.written() }.joined(separator: ", ") + "]"
      }
      let lines = items.map { inner + $0.written(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + outer + "]"
    case .object(let fields):
      guard fields.count != 1 || fields[0].1.isObject else {
        return "{ " + Self.field(fields[0], indent) + " }"
      }
      let lines = fields.map { inner + Self.field($0, indent + 2) }
      return fields.isEmpty ? "{}" : "{\n" + lines.joined(separator: ",\n") + "\n" + outer + "}"
    }
  }

  private static func field(_ field: (String, SchemaNode), _ indent: Int) -> String {
    quoted(field.0) + ": " + field.1.written(indent: indent)
  }

  private var isObject: Bool {
    if case .object = self { return true }
    return false
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
