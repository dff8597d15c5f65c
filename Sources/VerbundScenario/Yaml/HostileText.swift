/// Looks at a text before the YAML parser does, for what would cost it more than its length.
///
/// Yams hashes the keys of every mapping. A key that is a list or a mapping full of aliases is
/// hashed as if expanded, which takes exponential time. Plain keys cannot do that.
struct HostileText {
  /// Places that look like an alias: never fewer than there are aliases.
  private(set) var aliases = 0
  /// Places that look like a key that is a list, a mapping or an alias: never fewer than there are.
  private(set) var complexKeys = 0
  /// Signs that separate nodes, a measure of how many there could be.
  private(set) var separators = 0

  init(_ text: String) {
    var previous = UInt8(ascii: "\n")
    var current = UInt8(ascii: "\n")
    var mayEndKey = false
    for next in text.utf8 where !isHuge {
      look(previous, current, next, &mayEndKey)
      (previous, current) = (current, next)
    }
    look(previous, current, UInt8(ascii: "\n"), &mayEndKey)
  }

  /// With few aliases even the worst nesting of them stays small.
  var mayExplode: Bool { aliases > 16 && complexKeys > 0 }

  /// Far beyond the node limit: no need to parse it.
  var isHuge: Bool { separators > 200_000 }

  private mutating func look(
    _ previous: UInt8, _ byte: UInt8, _ next: UInt8, _ mayEndKey: inout Bool
  ) {
    switch byte {
    case UInt8(ascii: "*") where !isWord(previous) && isWord(next):
      aliases += 1
      mayEndKey = true
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      mayEndKey = true
    case UInt8(ascii: "?") where !isWord(previous) && isSpace(next):
      complexKeys += 1
      mayEndKey = false
    case UInt8(ascii: ":"):
      if mayEndKey { complexKeys += 1 }
      separators += 1
      mayEndKey = false
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"):
      separators += 1
      mayEndKey = false
    case UInt8(ascii: "-") where !mayEndKey && isSpace(previous):
      separators += 1
    default:
      if !isWord(byte), byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { mayEndKey = false }
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

  private func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
