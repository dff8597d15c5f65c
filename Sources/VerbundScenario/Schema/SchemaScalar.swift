import VerbundCore

/// Kinds that are single values.
enum SchemaScalar {
  /// What YAML may make of the value as written: a number where it has no unit, else a text.
  static func alternatives(_ kind: Kind) -> [SchemaNode] {
    switch kind {
    case .quantity(let family, let range):
      let isBare = family.units.contains { $0.symbol.isEmpty }
      return (isBare ? [number(range)] : []) + [pattern(SchemaPattern.quantity(family, range))]
    case .wholeQuantity(let family, let range):
      return [pattern(SchemaPattern.quantity(family, range, isWhole: true))]
    case .integer(let range):
      return [whole(range), pattern(SchemaPattern.wholeNumber)]
    case .replicas(let range):
      let capacity = SchemaPattern.quantity(.capacity, 1...1e7, isWhole: true)
      return [whole(range), pattern(SchemaPattern.wholeNumber), pattern(capacity)]
    case .before(let range):
      return [pattern(SchemaPattern.quantity(.time, range, after: "( before)?"))]
    case .text(let rule): return [text(rule)]
    case .flag:
      let words: [SchemaNode] = [.flag(true), .flag(false), .text("true"), .text("false")]
      return [.object([("enum", .list(words))])]
    case .choice(let choices): return [.object([("enum", .texts(choices))])]
    case .time: return [pattern(SchemaPattern.timeOfDay)]
    case .instant: return [pattern(SchemaPattern.instant)]
    case .localized, .band, .table, .map, .timeMap, .shareMap, .list, .preset, .law, .overrides:
      return []
    }
  }

  private static func number(_ range: ClosedRange<Double>) -> SchemaNode {
    .object([
      ("type", .text("number")), ("minimum", .number(range.lowerBound)),
      ("maximum", .number(range.upperBound)),
    ])
  }

  private static func whole(_ range: ClosedRange<Int64>) -> SchemaNode {
    .object([
      ("type", .text("integer")), ("minimum", .whole(range.lowerBound)),
      ("maximum", .whole(range.upperBound)),
    ])
  }

  private static func pattern(_ pattern: String) -> SchemaNode {
    .object([("type", .text("string")), ("pattern", .text(pattern))])
  }

  /// YAML takes a name such as 2021 for a number; the reader does not mind.
  private static func text(_ rule: TextRule) -> SchemaNode {
    if let form = SchemaPattern.text(rule) {
      let types = ["string", "integer", "boolean"]
      return .object([("type", .texts(types)), ("pattern", .text(form)), ("minimum", .whole(0))])
    }
    let longest: Int64 = if case .plain = rule { 200 } else { 2_000 }
    return .object([
      ("type", .texts(["string", "number", "boolean"])), ("minLength", .whole(1)),
      ("maxLength", .whole(longest)),
    ])
  }
}

extension SchemaBuilder {
  /// The name of kinds that mean the same everywhere; nil for those that belong to a place.
  static func name(of kind: Kind) -> String? {
    func range(_ family: UnitFamily, _ range: ClosedRange<Double>) -> String {
      "\(family.describe(range.lowerBound)) to \(family.describe(range.upperBound))"
    }
    let name: String? =
      switch kind {
      case .quantity(let family, let ends): "\(family.rawValue), \(range(family, ends))"
      case .wholeQuantity(let family, let ends): "whole \(family.rawValue), \(range(family, ends))"
      case .integer(let ends): "integer, \(ends.lowerBound) to \(ends.upperBound)"
      case .replicas(let ends): "replicas, \(ends.lowerBound) to \(ends.upperBound)"
      case .before(let ends): "before, \(range(.time, ends))"
      case .band(let ends): "band, \(range(.bare, ends))"
      case .text(let rule): "text-\(rule)"
      case .localized: "localized"
      case .flag: "flag"
      case .time: "time-of-day"
      case .instant: "instant"
      case .preset(let section, _): "\(section).ID"
      case .law: "law"
      case .overrides: "overrides"
      case .choice, .table, .map, .timeMap, .shareMap, .list: nil
      }
    return name.map(slug)
  }

  /// Without signs that a reference would have to escape.
  private static func slug(_ text: String) -> String {
    text.replacing("%", with: "percent").replacing("/", with: "-per-")
      .replacing(", ", with: ".").replacing(" ", with: "-")
  }
}
