import VerbundModel

/// One metric: its words, its direction, and how it is read from a night.
public struct MetricDefinition: Sendable {
  /// Which way is good.
  public enum Direction: String, Sendable, Hashable, Codable {
    case higher, lower, neutral
  }

  /// Dotted and stable, for example `slo.attainment`.
  public let id: String
  /// `share` for shares, `count` for counts, else a unit such as `kWh`.
  public let unit: String
  public let title: LocalizedText
  /// One sentence.
  public let definition: LocalizedText
  public let better: Direction
  /// Smallest relevant difference, where a scenario states none.
  public let margin: Margin
  /// Whether a lower or higher figure says nothing while one side serves fewer people: refusing is
  /// neither fast nor thrifty. The two are then not comparable until the success shares agree.
  public let needsEqualService: Bool
  /// The kinds of scope in which a value may be negative (a balance); elsewhere none can be.
  private let signedIn: [Scope]
  private let rule: MetricRule

  init(
    _ id: String, unit: String, title: LocalizedText, definition: LocalizedText,
    better: Direction, margin: Margin, needsEqualService: Bool = false, signedIn: [Scope] = [],
    _ rule: MetricRule
  ) {
    self.id = id
    self.unit = unit
    self.title = title
    self.definition = definition
    self.better = better
    self.margin = margin
    self.needsEqualService = needsEqualService
    self.signedIn = signedIn
    self.rule = rule
  }

  /// Whether the values lie in [0, 1].
  public var isShare: Bool { unit == "share" }

  /// What a value in this scope can be, and so its interval: [0, 1] for shares, from 0 on for
  /// counts, times, energy and money spent; nil where it may be negative.
  public func bounds(in scope: String) -> ClosedRange<Double>? {
    if isShare { return 0...1 }
    return signedIn.contains { $0 == Scope(of: scope) } ? nil : 0...Double.infinity
  }

  /// The kinds of scope that the metric exists for.
  public var scopes: [Scope] { rule.scopes }

  /// The night's value in every scope, the federation first, then in the order of the record; nil
  /// where the night has none (a share of nothing).
  /// - Complexity: O(workloads + sites + links + loans).
  public func compute(_ night: NightRecord) -> [(scope: String, value: Double?)] {
    rule.values(night).map { ($0.scope, $0.value.flatMap { $0.isFinite ? $0 : nil }) }
  }
}

/// The smallest difference that a decision should rest on.
public enum Margin: Sendable, Hashable {
  /// In the metric's unit.
  case absolute(Double)
  /// As a share of the reference's mean.
  case relative(Double)

  /// The catalogue's margins are a judgement, not a source.
  public static let confidence = Confidence.A

  /// The margin in the metric's unit. A relative margin on a missing reference is zero.
  public func amount(reference: Double?) -> Double {
    switch self {
    case .absolute(let amount): amount
    case .relative(let share): share * abs(reference ?? 0)
    }
  }
}
