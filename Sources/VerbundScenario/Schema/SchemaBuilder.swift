import VerbundCore
import VerbundModel

/// Turns the key tables into definitions that refer to one another.
///
/// The schema never refuses what the reader accepts. So a key is required only where nothing else
/// can bring it: variants, cases, presets and base files complete mappings, but not the items of a
/// list or a law, which are replaced as a whole.
struct SchemaBuilder {
  let words: SchemaWords
  private(set) var definitions: [(name: String, node: SchemaNode)] = []
  private var names: Set<String> = []

  init(words: SchemaWords) {
    self.words = words
    define("confidence") { _ in
      .object([
        ("description", .text("How well the figure is known.")),
        ("enum", .texts(Confidence.allCases.map(\.rawValue))),
      ])
    }
    define("source") { _ in
      .object([
        ("description", .text("Where the figure was read, or how it was derived.")),
        ("type", .texts(["string", "number", "boolean", "null"])),
      ])
    }
  }

  static func reference(_ name: String) -> SchemaNode {
    .object([("$ref", .text("#/$defs/\(name)"))])
  }

  /// Makes a definition once; the place in the order is that of the first use.
  mutating func define(_ name: String, _ make: (inout SchemaBuilder) -> SchemaNode) {
    guard names.insert(name).inserted else { return }
    let place = definitions.count
    definitions.append((name, .object([])))
    let node = make(&self)
    definitions[place].node = node
  }

  /// A reference to the definition of a kind.
  /// - Parameter path: names what belongs to one place only.
  /// - Parameter isWhole: whether nothing else can complete a mapping.
  mutating func schema(_ kind: Kind, path: String, isWhole: Bool = false) -> SchemaNode {
    let name = Self.name(of: kind) ?? path
    define(name) { $0.node(kind, name: name, isWhole: isWhole) }
    return Self.reference(name)
  }

  /// The schema of a key: what it takes, and what an editor says about it.
  mutating func property(_ key: Key, in path: String, isWhole: Bool = false) -> SchemaNode {
    let own = path.isEmpty ? key.name : "\(path).\(key.name)"
    guard case .object(var fields) = schema(key.kind, path: own, isWhole: isWhole) else {
      return .object([])
    }
    fields.append(("description", .text(words.description(of: key))))
    if let standard = words.standard(of: key) { fields.append(("default", standard)) }
    return .object(fields)
  }

  private mutating func node(_ kind: Kind, name: String, isWhole: Bool) -> SchemaNode {
    switch kind {
    case .table(let table) where isWhole:
      return either([mapping(table, name: name, isWhole: true)], name)
    case .table(let table):
      return mapping(table, name: name)
    case .preset(_, let table):
      let id = schema(.text(.id), path: "")
      return Self.mapping(mapping(table, name: name, isPreset: true), or: id)
    case .map(let inner):
      let rule: TextRule = name == "margins" ? .metric : .id
      let value = schema(inner, path: "\(name).ID")
      return open(name, keys: SchemaPattern.unreserved(rule), value)
    case .timeMap(let inner):
      return open(name, keys: SchemaPattern.timeOfDay, schema(inner, path: "\(name).TIME"))
    case .shareMap(let inner):
      let pattern = SchemaPattern.quantity(.share, 0...1)
      return open(name, keys: pattern, schema(inner, path: "\(name).SHARE"))
    case .list(let inner, let count):
      let item = schema(inner, path: "\(name).ITEM", isWhole: true)
      let list = SchemaNode.object([
        ("type", .text("array")), ("minItems", .whole(Int64(count.lowerBound))),
        ("maxItems", .whole(Int64(count.upperBound))), ("items", item),
      ])
      return either([list], name)
    case .law(let table):
      return either([.object([("enum", .texts(LawTables.words))]), law(table, name: name)], name)
    case .overrides:
      let keys = [Key("name", .localized, .optional, "What reports call it.")]
      let parts = RootTable.overridable.compactMap { RootTable.root.key($0) }
      return mapping(KeyTable("Overrides on the base.", keys + parts), name: "")
    case .band(let range):
      let part = Kind.quantity(.bare, range)
      let keys = ["low", "middle", "high"].map { Key($0, part, .optional, "Of the band.") }
      let band = mapping(KeyTable("Drawn once per night.", keys), name: name)
      return Self.mapping(band, or: schema(part, path: ""))
    case .localized:
      let keys = ["de", "en"].map { Key($0, .text(.long), .optional, "The text in this language.") }
      let both = mapping(KeyTable("One text per language.", keys), name: name)
      return Self.mapping(both, or: schema(.text(.long), path: ""))
    default:
      return either(SchemaScalar.alternatives(kind), name)
    }
  }

  /// The keys of a table, and those of any mapping.
  private mutating func mapping(
    _ table: KeyTable, name: String, isPreset: Bool = false, isWhole: Bool = false
  ) -> SchemaNode {
    var properties: [(String, SchemaNode)] = []
    if isPreset {
      let like = Key("like", .text(.id), .optional, "All that is not here is as in this entry.")
      properties.append((like.name, property(like, in: "")))
    }
    for key in table.keys { properties.append((key.name, property(key, in: name))) }
    let required = table.keys.filter { if case .required = $0.presence { true } else { false } }
    var fields: [(String, SchemaNode)] = [
      ("type", .text("object")), ("description", .text(table.doc)),
      ("properties", .object(properties + cover(name, hasValue: !isWhole && !name.isEmpty))),
      ("additionalProperties", .flag(false)), ("dependentRequired", Self.sourceNeedsCode),
    ]
    if isWhole, !required.isEmpty { fields.append(("required", .texts(required.map(\.name)))) }
    if !isWhole, !name.isEmpty { fields.append(("dependentSchemas", Self.valueStandsAlone)) }
    return .object(fields)
  }

  /// A mapping whose keys follow a pattern.
  private func open(_ name: String, keys: String, _ value: SchemaNode) -> SchemaNode {
    .object([
      ("type", .text("object")), ("properties", .object(cover(name, hasValue: true))),
      ("patternProperties", .object([(keys, value)])),
      ("additionalProperties", .flag(false)), ("dependentRequired", Self.sourceNeedsCode),
      ("dependentSchemas", Self.valueStandsAlone),
    ])
  }

  /// Exactly one law of the table.
  private mutating func law(_ table: KeyTable, name: String) -> SchemaNode {
    var properties: [(String, SchemaNode)] = []
    for key in table.keys {
      properties.append((key.name, property(key, in: name, isWhole: true)))
    }
    let one = table.keys.map { SchemaNode.object([("required", .texts([$0.name]))]) }
    return .object([
      ("type", .text("object")), ("description", .text(table.doc)),
      ("properties", .object(properties + cover(name, hasValue: false))),
      ("additionalProperties", .flag(false)), ("dependentRequired", Self.sourceNeedsCode),
      ("oneOf", .list(one)),
    ])
  }

  /// One of the alternatives, or a mapping that gives it with confidence and source.
  ///
  /// A condition says more of what is wrong than one more alternative would.
  private func either(_ alternatives: [SchemaNode], _ name: String) -> SchemaNode {
    let isCovered = SchemaNode.object([
      ("type", .text("object")), ("required", .texts(["value"])),
    ])
    let covered = SchemaNode.object([
      ("properties", .object(cover(name, hasValue: true))), ("additionalProperties", .flag(false)),
      ("dependentRequired", Self.sourceNeedsCode),
    ])
    let plain =
      alternatives.count == 1 ? alternatives[0] : .object([("anyOf", .list(alternatives))])
    return .object([("if", isCovered), ("then", covered), ("else", plain)])
  }

  private static func mapping(_ mapping: SchemaNode, or scalar: SchemaNode) -> SchemaNode {
    let isMapping = SchemaNode.object([("type", .text("object"))])
    return .object([("if", isMapping), ("then", mapping), ("else", scalar)])
  }

  private func cover(_ name: String, hasValue: Bool) -> [(String, SchemaNode)] {
    (hasValue ? [("value", Self.reference(name))] : []) + [
      ("confidence", Self.reference("confidence")), ("source", Self.reference("source")),
    ]
  }

  static let sourceNeedsCode = SchemaNode.object([("source", .texts(["confidence"]))])
  private static let valueStandsAlone = SchemaNode.object([
    (
      "value",
      .object([("propertyNames", .object([("enum", .texts(["value", "confidence", "source"]))]))])
    )
  ])
}
