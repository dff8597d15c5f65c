import Testing
import VerbundCore

/// Changes the record of a night file and signs it anew, as a forger would.
enum Tampering {
  static func change(_ text: String, _ old: String, _ new: String) throws -> String {
    let seam = try #require(text.range(of: ",\"record\":"))
    let record = String(text[seam.upperBound...].dropLast(2))
    let changed = record.replacing(old, with: new, maxReplacements: 1)
    #expect(changed != record)
    let head = text[..<seam.lowerBound].replacing(digest(record), with: digest(changed))
    return head + ",\"record\":" + changed + "}\n"
  }

  private static func digest(_ text: String) -> String {
    var hash = SHA256()
    hash.update(text)
    return hash.finalize().description
  }
}
