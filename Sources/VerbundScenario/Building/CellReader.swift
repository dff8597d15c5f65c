import VerbundCore
import VerbundModel

/// What was found in one cell of an experiment.
struct CellReading {
  var scenario: Scenario
  var issues: [Issue]
  var assumptions: [Assumption]
  var positions: [String: SourcePosition]
  /// Path at which each figure is written, by its path in the cell.
  var origins: [String: String]
  /// `section.id` of the presets in use.
  var used: Set<String>
}

/// Reads one cell: expands its presets, walks it, builds it.
enum CellReader {
  /// Where hosts are stated, the size class of the provider says nothing.
  private static func withoutIdleSizes(_ sites: Tree) -> Tree {
    guard sites.isMapping else { return sites }
    var result = sites
    result.entries = sites.entries.map { entry in
      var entry = entry
      if entry.value["hosts"] != nil { entry.value = entry.value.removing(["size"]) }
      return entry
    }
    return result
  }

  static func read(_ tree: Tree, frame: TimeFrame) -> CellReading {
    var presets = Presets(root: tree)
    let kept = ["control-period"] + RootTable.parts.map(\.name)
    var expanded = tree
    expanded.entries = tree.entries.map { entry in
      var entry = entry
      if kept.contains(entry.key), let key = RootTable.root.key(entry.key) {
        entry.value = presets.expand(entry.value, key.kind)
        if entry.key == "sites" { entry.value = withoutIdleSizes(entry.value) }
      }
      return entry
    }
    var builder = CellBuilder(root: expanded, frame: frame, presets: presets)
    let scenario = builder.build()

    var walk = Walk()
    for entry in expanded.entries where kept.contains(entry.key) {
      if let key = RootTable.root.key(entry.key) {
        walk.walk(entry.value, key.kind, at: entry.key)
      }
    }
    if let key = RootTable.root.key("control-period"), expanded[key.name] == nil {
      walk.addStandard(key, expanded, in: "")
    }
    for (section, entry) in builder.used.all {
      let kind = Kind.table(entry.record.table)
      walk.walk(entry.record.tree, kind, at: "\(section).\(entry.id)")
    }
    return CellReading(
      scenario: scenario, issues: builder.presets.issues + walk.issues + builder.issues,
      assumptions: walk.assumptions, positions: walk.positions, origins: walk.origins,
      used: builder.presets.used)
  }
}
