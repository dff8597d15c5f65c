import VerbundCore
import VerbundModel

/// A value past the reader's checks: in its range, in base units.
enum Value: Sendable {
  case number(Double)
  case whole(Int64)
  /// Capacity in vCPU, still to be divided by the workers of a replica.
  case capacity(Int64)
  case text(String)
  case localized(LocalizedText)
  case flag(Bool)
  case minuteOfDay(Int)
  case instant(Instant)
  case band(Band)
}

/// Why a value is none of its kind.
struct ValueFault: Error, Sendable {
  var message: String
  var hint: String?
  /// Where inside the value, if not at its begin.
  var position: SourcePosition?

  init(_ message: String, hint: String? = nil, at position: SourcePosition? = nil) {
    self.message = message
    self.hint = hint
    self.position = position
  }
}

extension Kind {
  /// Reads a value that is not made of further keys.
  func value(of tree: Tree) throws(ValueFault) -> Value {
    switch self {
    case .localized: return .localized(try Self.localized(tree))
    case .band(let range): return .band(try Self.band(tree, range))
    default: break
    }
    guard let text = tree.text, !tree.isNull else {
      throw ValueFault("must be \(expectation), is \(tree.kindName)")
    }
    if case .time = self, !tree.isQuoted, text.contains(":") {
      throw ValueFault(
        "times of day must be quoted", hint: "write \"\(text)\": unquoted it can mean a number")
    }
    return try value(of: text)
  }

  /// Reads the text of a scalar.
  func value(of text: String) throws(ValueFault) -> Value {
    switch self {
    case .quantity(let family, let range):
      return .number(try Self.quantity(text, family, range))
    case .wholeQuantity(let family, let range):
      return .whole(try Self.wholeQuantity(text, family, range))
    case .integer(let range):
      return .whole(try Self.integer(text, range))
    case .replicas(let range):
      guard text.hasSuffix("vCPU") else { return .whole(try Self.integer(text, range)) }
      return .capacity(try Self.wholeQuantity(text, .capacity, 1...1e7))
    case .before(let range):
      let bare = text.hasSuffix(" before") ? String(text.dropLast(7)) : text
      return .number(try Self.quantity(bare, .time, range))
    case .text(let rule):
      if let fault = rule.fault(in: text) { throw ValueFault(fault) }
      return .text(text)
    case .flag:
      guard text == "true" || text == "false" else {
        throw ValueFault("\"\(text)\" is neither true nor false")
      }
      return .flag(text == "true")
    case .choice(let choices):
      return .text(try Self.choice(text, among: choices))
    case .law(let table):
      if let key = table.key(text) { throw Self.lacksFigures(key) }
      return .text(try Self.choice(text, among: LawTables.names))
    case .time: return .minuteOfDay(try Self.minuteOfDay(text))
    case .instant: return .instant(try Instant.parse(text))
    default: throw ValueFault("must be \(expectation), is a single value")
    }
  }

  /// What is expected, for messages.
  var expectation: String {
    switch self {
    case .quantity(let family, _), .wholeQuantity(let family, _):
      family == .bare ? "a number" : "a \(family.rawValue) with its unit"
    case .integer: "a whole number"
    case .replicas: "a number of replicas"
    case .before: "a time before the start"
    case .text, .choice: "a text"
    case .localized: "a text, or { de: …, en: … }"
    case .flag: "true or false"
    case .time: "a quoted time of day"
    case .instant: "a quoted date and time"
    case .band: "a factor, or { low: …, middle: …, high: … }"
    case .law: "a law, or a mapping that names one"
    case .table, .map, .timeMap, .shareMap, .overrides: "a mapping"
    case .list: "a list"
    case .preset(let section, _): "an id of \"\(section)\", or a mapping"
    }
  }
}
