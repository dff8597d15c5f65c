import Foundation
import VerbundCore

/// The program that draws interactive charts: Vega, Vega-Lite and vega-embed in one file, with what
/// they need. `./dev` fetches it once; a page carries it and loads nothing.
public struct ChartBundle: Sendable {
  let text: String
  /// SHA-256, lower-case hexadecimal.
  public let digest: String

  /// What `./dev` fetches; a report's bytes depend on it.
  public static let pinnedDigest =
    "3425bd951a44d478d0505c6b5d1e8d57656b6e9a4da7bfe88a718ce61d76e572"
  static let pinnedName = "vl-convert 1.9.0 (Vega 6.2.0, Vega-Lite 6.4, vega-embed 7.0.2)"

  /// Nil for what cannot stand in a script element of a page as it is.
  public init?(_ bytes: Data) {
    guard let text = String(data: bytes, encoding: .utf8),
      bytes.range(of: Data("vegaEmbed".utf8)) != nil, Self.isHarmless([UInt8](bytes))
    else { return nil }
    self.text = text
    digest = SHA256.digest(text).description
  }

  /// What HTML takes for more than text within a script element, in lower case.
  private static let words = ["</script", "<script", "<!--"].map { Array($0.utf8) }

  /// By bytes: searching a megabyte for texts takes a fifth of a second.
  private static func isHarmless(_ bytes: [UInt8]) -> Bool {
    bytes.indices.allSatisfy { place in
      switch bytes[place] {
      case 0, UInt8(ascii: "\r"): false
      case UInt8(ascii: "<"): !words.contains { begins(bytes[place...], with: $0) }
      default: true
      }
    }
  }

  private static func begins(_ bytes: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    bytes.count >= word.count && zip(bytes, word).allSatisfy { lower($0) == $1 }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// What it is, for the page.
  var name: String { digest == Self.pinnedDigest ? Self.pinnedName : "vega.js" }
}
