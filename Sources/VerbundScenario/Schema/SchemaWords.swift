import VerbundCore
import VerbundModel

/// What one value of a choice means, for the one who chooses.
public struct ChoiceMeaning: Sendable {
  /// What is chosen, for example `routing`.
  public let kind: String
  /// The value.
  public let id: String
  /// One line in English.
  public let text: String

  public init(kind: String, id: String, text: String) {
    self.kind = kind
    self.id = id
    self.text = text
  }
}

/// What an editor shows beside a key.
struct SchemaWords {
  let meanings: [ChoiceMeaning]

  func description(of key: Key) -> String {
    var parts = [key.doc]
    if let form = form(of: key.kind) { parts.append(form) }
    switch key.presence {
    case .required: parts.append("Required.")
    case .optional: break
    case .standard(let text, let confidence, let source):
      let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
      let origin = source.isEmpty ? "\(confidence)" : "\(confidence): \(source)"
      parts.append("Default: \(shown) (\(origin)).")
    }
    return parts.joined(separator: " ")
  }

  /// What the key takes, with its range; nil where the schema's own structure says it.
  private func form(of kind: Kind) -> String? {
    func between(_ family: UnitFamily, _ range: ClosedRange<Double>) -> String {
      "\(family.describe(range.lowerBound)) to \(family.describe(range.upperBound))"
    }
    let what = kind.expectation.prefix(1).uppercased() + kind.expectation.dropFirst()
    switch kind {
    case .quantity(let family, let range): return "\(what), \(between(family, range))."
    case .wholeQuantity(let family, let range):
      return "\(what), \(between(family, range)), without a fraction."
    case .integer(let range) where range.count == 1: return "Always \(range.lowerBound)."
    case .integer(let range): return "\(what), \(range.lowerBound) to \(range.upperBound)."
    case .replicas(let range):
      return "Replicas, \(range.lowerBound) to \(range.upperBound), or the vCPU that they take."
    case .before(let range): return "\(what), \(between(.time, range))."
    case .band(let range): return "\(what), \(between(.bare, range))."
    case .choice(let choices): return meaning(of: choices)
    case .time, .instant, .law, .preset: return "\(what)."
    default: return nil
    }
  }

  /// Each value with its meaning, where one kind of policy knows them all.
  private func meaning(of choices: [String]) -> String {
    let kinds = meanings.map(\.kind)
    let kind = kinds.first { kind in
      choices.allSatisfy { choice in
        meanings.contains { $0.kind == kind && $0.id == choice }
      }
    }
    let lines = choices.map { choice in
      let text = meanings.first { $0.kind == kind && $0.id == choice }?.text
      return text.map { "\(choice) (\($0))" } ?? choice
    }
    return "One of: \(lines.joined(separator: "; "))."
  }

  /// The default as a value to be put there.
  func standard(of key: Key) -> SchemaNode? {
    guard case .standard(let text, _, _) = key.presence else { return nil }
    if case .list = key.kind {
      let parts = text.dropFirst().dropLast().split(separator: ",")
      return .list(parts.map { scalar(String($0.drop { $0 == " " })) })
    }
    return scalar(text)
  }

  private func scalar(_ text: String) -> SchemaNode {
    if text == "true" || text == "false" { return .flag(text == "true") }
    if let whole = Int64(text) { return .whole(whole) }
    if let number = Double(text), number.isFinite { return .number(number) }
    return .text(text)
  }
}
