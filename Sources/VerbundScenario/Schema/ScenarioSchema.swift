/// The scenario format as a JSON Schema, for editors and for checks without this program.
///
/// It is made from the key tables: what they do not hold (references, sums, times within the
/// horizon) only the reader finds.
public enum ScenarioSchema {
  /// Names the schema, not a place: the version of the format is its last part.
  public static let id = "urn:verbund:scenario:1"

  /// The schema as JSON text, draft 2020-12.
  /// - Parameter meanings: what the values of choices mean, where something knows it.
  public static func text(_ meanings: [ChoiceMeaning] = []) -> String {
    root(SchemaWords(meanings: meanings)).written() + "\n"
  }

  private static func root(_ words: SchemaWords) -> SchemaNode {
    var builder = SchemaBuilder(words: words)
    var properties = files
    for key in RootTable.root.keys {
      properties.append((key.name, builder.property(key, in: "")))
    }
    properties += [
      ("confidence", SchemaBuilder.reference("confidence")),
      ("source", SchemaBuilder.reference("source")),
    ]
    return .object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("$id", .text(id)),
      ("title", .text("Verbund: a scenario, or a file that one includes")),
      (
        "description",
        .text(
          "Version 1 of the scenario format. A file with one of the keys that only a scenario has "
            + "is a scenario; any other one is a file of sections, such as a catalogue.")
      ),
      ("type", .text("object")), ("properties", .object(properties)),
      ("additionalProperties", .flag(false)),
      ("dependentRequired", SchemaBuilder.sourceNeedsCode),
      ("if", isScenario), ("then", whole),
      ("$defs", .object(builder.definitions.map { ($0.name, $0.node) })),
    ])
  }

  /// What the reader takes away before it looks at the keys.
  private static var files: [(String, SchemaNode)] {
    let file = SchemaNode.object([("type", .text("string")), ("minLength", .whole(1))])
    return [
      (
        "include",
        .object([
          ("description", .text("Files whose sections are added; relative to this file.")),
          ("type", .text("array")), ("items", file),
        ])
      ),
      (
        "extends",
        .object([
          ("description", .text("One file, the base: this file's values replace its own.")),
          ("type", .text("string")), ("minLength", .whole(1)),
        ])
      ),
    ]
  }

  /// Keys that no included file may have.
  private static var own: [Key] {
    RootTable.root.keys.filter { $0.name != "verbund" && !RootTable.sections.contains($0.name) }
  }

  /// With `extends` the other file may bring what is missing.
  private static var isScenario: SchemaNode {
    let one = own.map { SchemaNode.object([("required", .texts([$0.name]))]) }
    return .object([
      ("not", .object([("required", .texts(["extends"]))])), ("anyOf", .list(one)),
    ])
  }

  private static var whole: SchemaNode {
    let isRequired = { (key: Key) in if case .required = key.presence { true } else { false } }
    let names = ["verbund"] + own.filter(isRequired).map(\.name)
    let inner = own.compactMap { key -> (String, SchemaNode)? in
      switch key.kind {
      case .table(let table):
        (key.name, complete(table.keys.filter(isRequired).map(\.name)))
      case .localized: (key.name, complete(["de", "en"]))
      default: nil
      }
    }
    return .object([("required", .texts(names)), ("properties", .object(inner))])
  }

  /// A mapping must have these keys, unless its value stands one level below.
  private static func complete(_ names: [String]) -> SchemaNode {
    .object([
      (
        "anyOf",
        .list([
          .object([("not", .object([("type", .text("object"))]))]),
          .object([("required", .texts(names))]), .object([("required", .texts(["value"]))]),
        ])
      )
    ])
  }
}
