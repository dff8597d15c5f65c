/// Writes a tree as YAML in one way only: the same tree gives the same bytes.
struct FrozenWriter {
  private var text = ""

  static func write(_ root: Tree) -> String {
    var writer = FrozenWriter()
    writer.block(root, indent: 0, inherited: Cover())
    return writer.text
  }

  /// Entries of a mapping, each on a line of its own.
  private mutating func block(_ tree: Tree, indent: Int, inherited: Cover) {
    let margin = String(repeating: " ", count: indent)
    if tree.cover != inherited {
      text += "\(margin)confidence: \(tree.cover.confidence.rawValue)\n"
      text += "\(margin)source: \(quoted(tree.cover.source))\n"
    }
    for entry in tree.entries {
      text += margin + (entry.keyIsQuoted ? quoted(entry.key) : plain(entry.key)) + ":"
      if entry.value.isMapping, !entry.value.entries.isEmpty {
        text += "\n"
        block(entry.value, indent: indent + 2, inherited: tree.cover)
      } else {
        text += " " + flow(entry.value, inherited: tree.cover) + "\n"
      }
    }
  }

  /// The value on one line.
  private func flow(_ tree: Tree, inherited: Cover) -> String {
    switch tree.content {
    case .mapping(let entries):
      var parts = entries.map { entry in
        let key = entry.keyIsQuoted ? quoted(entry.key) : plain(entry.key)
        return "\(key): \(flow(entry.value, inherited: tree.cover))"
      }
      if tree.cover != inherited { parts = marks(tree.cover) + parts }
      return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
    case .list(let items):
      let inner = items.map { flow($0, inherited: tree.cover) }.joined(separator: ", ")
      return wrap("[\(inner)]", tree.cover, inherited)
    case .scalar(let value, let isQuoted):
      return wrap(isQuoted ? quoted(value) : plain(value), tree.cover, inherited)
    }
  }

  private func wrap(_ value: String, _ cover: Cover, _ inherited: Cover) -> String {
    guard cover != inherited else { return value }
    return "{ value: \(value), \(marks(cover).joined(separator: ", ")) }"
  }

  private func marks(_ cover: Cover) -> [String] {
    ["confidence: \(cover.confidence.rawValue)", "source: \(quoted(cover.source))"]
  }

  private func plain(_ value: String) -> String {
    let isSafe = value.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic
          || "0123456789 ./%+-".unicodeScalars
            .contains(scalar))
    }
    let first = value.unicodeScalars.first.map { $0.properties.isAlphabetic || $0.value < 0x3A }
    let startsSafe = first == true && !"./%+- ".contains(value.first ?? " ")
    return isSafe && startsSafe && value.last != " " ? value : quoted(value)
  }

  private func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        // Beyond the control characters, the line breaks and the byte-order mark of Unicode.
        let mustEscape =
          scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value)
          || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
        if mustEscape {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
