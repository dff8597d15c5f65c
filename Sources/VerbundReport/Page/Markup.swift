/// A piece of HTML. Interpolated strings are escaped, interpolated markup is not: what comes from a
/// scenario cannot get into a page unescaped, whether as text or as an attribute.
struct Markup: Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  private(set) var text: String

  var description: String { text }

  /// Trusted text.
  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Untrusted text.
  init(escaping value: String) { text = Self.escape(value) }

  static func += (a: inout Markup, b: Markup) { a.text += b.text }

  static func + (a: Markup, b: Markup) -> Markup {
    var sum = a
    sum += b
    return sum
  }

  static func join(_ parts: [Markup], _ separator: Markup = "\n") -> Markup {
    var sum: Markup = ""
    for (index, part) in parts.enumerated() { sum += index == 0 ? part : separator + part }
    return sum
  }

  struct Interpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: String) { text += Markup.escape(value) }
    mutating func appendInterpolation(_ value: Markup) { text += value.text }
    mutating func appendInterpolation(_ value: Int) { text += String(value) }
  }

  /// Safe in text and in quoted attributes; control and direction characters become a mark.
  private static func escape(_ value: String) -> String {
    var safe = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\n", "\t": safe += " "
      default: safe.unicodeScalars.append(isHostile(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return safe
  }
}
