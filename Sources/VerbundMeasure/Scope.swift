/// What a figure is about, written as in tables and series: `federation`, `workload:ID`, …
public enum Scope: String, Sendable, Hashable, CaseIterable {
  case federation, workload, site, link

  /// The name of one scope of this kind; the federation has no id.
  public func callAsFunction(_ id: String) -> String {
    self == .federation ? rawValue : "\(rawValue):\(id)"
  }

  /// The kind of a scope by its name, `site` for `site:west`; nil for no scope's name.
  public init?(of name: String) { self.init(rawValue: String(name.prefix { $0 != ":" })) }

  /// The scope of the whole boundary.
  public static let whole = Scope.federation.rawValue
}
