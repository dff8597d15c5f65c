/// All keys of the format with their places, for explanations.
public enum KeyPaths {
  /// A key where it may stand.
  public struct Place: Sendable {
    /// Dotted; `ID` stands for any id.
    public let path: String
    public let key: Key
    /// What tells a key that tables have in common from another one of the same name.
    fileprivate let identity: String
  }

  /// The places at which a dotted path may end, such as `scaling.set-aside` or `sites.west.pue`. A
  /// table that several sections share is named once, by its shortest path.
  public static func matching(_ path: String) -> [Place] {
    var wanted = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if wanted.count > 2, ["variants", "cases"].contains(wanted[0]) { wanted.removeFirst(2) }
    let found = all.filter { place in
      let parts = place.path.split(separator: ".").map(String.init)
      guard parts.count >= wanted.count else { return false }
      return zip(parts.suffix(wanted.count), wanted).enumerated().allSatisfy { index, pair in
        pair.0 == pair.1 || pair.0 == "ID" && index < wanted.count - 1
      }
    }
    let whole = found.filter { depth($0) == wanted.count }
    var seen: Set<String> = []
    return (whole.isEmpty ? found : whole).enumerated()
      .sorted { (depth($0.element), $0.offset) < (depth($1.element), $1.offset) }
      .map(\.element).filter { seen.insert($0.identity).inserted }
  }

  private static func depth(_ place: Place) -> Int {
    place.path.count { $0 == "." } + 1
  }

  /// Every key at every place, in the order of the tables, but for the overrides of a variant.
  public static let all: [Place] = {
    var places: [Place] = []
    let presets = Set(RootTable.presets.map(\.name))
    let root = RootTable.root
    // What takes part comes first: workloads before the services that they are like.
    for isPreset in [false, true] {
      let keys = root.keys.filter { presets.contains($0.name) == isPreset }
      add(KeyTable(root.doc, keys), below: "", &places)
    }
    return places
  }()

  private static func add(_ table: KeyTable, below path: String, _ places: inout [Place]) {
    for key in table.keys {
      let place = dotted(path, key.name)
      places.append(Place(path: place, key: key, identity: "\(table.doc) \(key.name)"))
      descend(key.kind, below: place, &places)
    }
  }

  private static func descend(_ kind: Kind, below path: String, _ places: inout [Place]) {
    switch kind {
    case .table(let table), .preset(_, let table), .law(let table):
      add(table, below: path, &places)
    case .map(let inner), .timeMap(let inner), .shareMap(let inner):
      descend(inner, below: dotted(path, "ID"), &places)
    case .list(let inner, _): descend(inner, below: path, &places)
    default: break
    }
  }
}

extension Key {
  /// What it takes and what holds where it is missing, in a few words.
  public var summary: String {
    switch presence {
    case .required: "\(kind.expectation); required"
    case .optional: "\(kind.expectation); optional"
    case .standard(let text, let confidence, let source):
      "\(kind.expectation); default \(text) (\(confidence.rawValue)"
        + (source.isEmpty ? ")" : ": \(source))")
    }
  }
}
