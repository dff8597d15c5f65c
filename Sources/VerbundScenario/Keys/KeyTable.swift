import VerbundCore
import VerbundModel

/// The keys of one mapping of the format: what a reader checks, an editor completes, and a page of
/// documentation lists.
public struct KeyTable: Sendable {
  public let doc: String
  public let keys: [Key]

  public init(_ doc: String, _ keys: [Key]) {
    self.doc = doc
    self.keys = keys
  }

  /// The key of this name, if the table has it.
  public func key(_ name: String) -> Key? { keys.first { $0.name == name } }
}

/// One key: its name, what it takes, and what holds where it is missing.
public struct Key: Sendable {
  /// Whether the key must be there, and what holds if it is not.
  public enum Presence: Sendable {
    case required, optional
    /// The value that holds, as an author would write it.
    case standard(String, Confidence, String)
  }

  public let name: String
  public let kind: Kind
  public let presence: Presence
  public let doc: String

  public init(_ name: String, _ kind: Kind, _ presence: Presence = .required, _ doc: String) {
    self.name = name
    self.kind = kind
    self.presence = presence
    self.doc = doc
  }
}

/// What a key takes.
public indirect enum Kind: Sendable {
  /// A number with a unit of the family; the range is in base units.
  case quantity(UnitFamily, ClosedRange<Double>)
  /// A quantity that is a whole number of base units.
  case wholeQuantity(UnitFamily, ClosedRange<Double>)
  /// A whole number without unit.
  case integer(ClosedRange<Int64>)
  /// Replicas as a whole number, or the vCPUs that they take.
  case replicas(ClosedRange<Int64>)
  /// A time before the start, `14 d before`.
  case before(ClosedRange<Double>)
  case text(TextRule)
  /// One text, or one per language.
  case localized
  case flag
  case choice([String])
  /// A quoted time of day.
  case time
  /// A quoted local time, or one with its offset.
  case instant
  /// A factor, or `{ low, middle, high }`.
  case band(ClosedRange<Double>)
  case table(KeyTable)
  /// Ids to values.
  case map(Kind)
  /// Times of day to values.
  case timeMap(Kind)
  /// Shares to values.
  case shareMap(Kind)
  case list(Kind, count: ClosedRange<Int>)
  /// An id of the section, or a mapping that may be like one.
  case preset(String, KeyTable)
  /// The word of a law without figures, or a mapping that names one law of the table.
  case law(KeyTable)
  /// Overrides on the base, with a name for reports.
  case overrides

  /// What the keys of a share map are.
  static let shareKey = Kind.quantity(.share, 0...1)

  /// Whether its values are listed as assumptions.
  var isFigure: Bool {
    switch self {
    case .quantity, .wholeQuantity, .integer, .replicas, .before, .time, .band: true
    default: false
    }
  }
}

/// What a text may look like.
public enum TextRule: Sendable {
  /// 1 to 200 characters on one line.
  case plain
  /// Up to 2,000 characters.
  case long
  /// Letters, digits and hyphens, at most 64.
  case id
  /// `[a-z0-9-]{1,64}`.
  case fileName
  /// A dotted metric id.
  case metric
  /// A quoted day, `2026-03-08`, or a season, `spring 2027`.
  case date

  /// What is wrong with the text, if anything.
  func fault(in text: String) -> String? {
    switch self {
    case .plain: text.isEmpty || text.count > 200 ? "must have 1 to 200 characters" : nil
    case .long: text.isEmpty || text.count > 2_000 ? "must have 1 to 2000 characters" : nil
    case .id:
      Self.consists(text, upTo: 64) {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-")
      } ? nil : "must consist of letters, digits and hyphens (at most 64)"
    case .fileName:
      Self.consists(text, upTo: 64) {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      } ? nil : "must consist of a-z, 0-9 and hyphens (at most 64)"
    case .metric:
      Self.consists(text, upTo: 100) {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "."
      } ? nil : "must be the dotted id of a metric"
    case .date:
      Self.isDate(text) ? nil : "must be a day such as 2026-03-08, or a season: spring 2027"
    }
  }

  private static func isDate(_ text: String) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    if words.count == 2, ["spring", "summer", "autumn", "winter"].contains(words[0]) {
      return (try? Instant.parse("\(words[1])-06-15 12:00")) != nil
    }
    return words.count == 1 && (try? Instant.parse("\(text) 12:00")) != nil
  }

  private static func consists(
    _ text: String, upTo limit: Int, _ isAllowed: (UnicodeScalar) -> Bool
  ) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= limit && text.unicodeScalars.allSatisfy(isAllowed)
  }
}
