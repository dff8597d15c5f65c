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
    guard let text = String(data: bytes, encoding: .utf8), text.contains("vegaEmbed") else {
      return nil
    }
    let lower = text.lowercased()
    for ending in ["</script", "<script", "<!--", "\r", "\0"] where lower.contains(ending) {
      return nil
    }
    self.text = text
    digest = SHA256.digest(text).description
  }

  /// What it is, for the page.
  var name: String { digest == Self.pinnedDigest ? Self.pinnedName : "vega.js" }
}
