/// A text in the two languages of the reports.
public struct LocalizedText: Sendable, Hashable, Codable {
  public var de: String
  public var en: String

  public init(de: String, en: String) {
    self.de = de
    self.en = en
  }

  public init(_ both: String) { self.init(de: both, en: both) }

  public subscript(_ language: Language) -> String { language == .de ? de : en }
}

/// A language of reports and messages.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
  case de, en
}

/// How well a figure is known: the codes of the catalogue, in falling order.
public enum Confidence: String, Sendable, Hashable, Codable, CaseIterable {
  /// Said in a document of the customer.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case S1, S2
  /// Read in two independent public sources, or in one.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case V2, V
  /// Derived by calculation from figures that were read.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case D
  /// From memory: an assumption, not to be quoted.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case M
  /// A modelling assumption without source.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case A
}

/// One figure of a scenario as its author wrote it, for the list of assumptions in a report.
public struct Assumption: Sendable, Hashable, Codable {
  /// Dotted path, for example `workloads.portal-nw.components.display.work`.
  public var path: String
  /// The value with its unit, for example `40 ms`; a band as `0.5 … 1 … 2.9`.
  public var value: String
  public var confidence: Confidence
  /// Where it was read or how it was derived; empty for a figure without source.
  public var source: String

  public init(path: String, value: String, confidence: Confidence, source: String) {
    self.path = path
    self.value = value
    self.confidence = confidence
    self.source = source
  }
}
