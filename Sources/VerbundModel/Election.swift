import VerbundCore

/// An election of the calendar: what an evening is about. The load is that of the workloads.
public struct Election: Sendable, Hashable {
  /// What is elected.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case landtag, bundestag, european, municipal
  }

  public var id: String
  public var name: LocalizedText
  /// A day, `2026-03-08`, or where the day is open a season, `spring 2027`.
  public var date: String
  public var kind: Kind
  /// Codes of the Länder that elect, or `all`.
  public var laender: [String]
  public var confidence: Confidence
  public var source: String

  public init(
    id: String, name: LocalizedText, date: String, kind: Kind, laender: [String],
    confidence: Confidence, source: String
  ) {
    self.id = id
    self.name = name
    self.date = date
    self.kind = kind
    self.laender = laender
    self.confidence = confidence
    self.source = source
  }

  /// Whether the day is known.
  public var isExact: Bool { date.utf8.first.map { (48...57).contains($0) } ?? false }
}
