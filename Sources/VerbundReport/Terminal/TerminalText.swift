/// Text for a terminal: cleaned of control characters, measured, padded, painted.
enum TerminalText {
  enum Paint: String, Sendable {
    case bold = "1"
    case faint = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  /// Without control and direction characters, which could repaint the terminal.
  static func clean(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isHostile($0) ? "\u{FFFD}" : $0 }))
  }

  static func paint(_ text: String, _ paint: Paint?, if color: Bool) -> String {
    guard color, let paint else { return text }
    return "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m"
  }

  /// A name in a column: broken at spaces, and inside a word that is wider; nothing is left out.
  static func fold(_ name: String, to width: Int) -> [String] {
    let width = max(width, 1)
    let words = name.split(separator: " ").flatMap { word in
      stride(from: 0, to: word.count, by: width).map { String(word.dropFirst($0).prefix(width)) }
    }
    return wrap(words.joined(separator: " "), width: width)
  }

  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Breaks at spaces; a word longer than the width stays whole.
  static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// Control characters and those that change the direction of text; line feed and tab too.
func isHostile(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
