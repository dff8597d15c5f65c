/// Makes the tree that stands for a scenario for good.
enum Freezer {
  /// Without presets that nothing uses, and with the start's offset written out.
  static func freeze(_ tree: Tree, used: Set<String>, start: Instant) -> Tree {
    var result = tree
    let sections = Set(RootTable.presets.map(\.name))
    result.entries = tree.entries.compactMap { entry in
      var entry = entry
      if sections.contains(entry.key) {
        entry.value.entries = entry.value.entries.filter {
          used.contains("\(entry.key).\($0.key)")
        }
        if entry.value.entries.isEmpty { return nil }
      }
      if entry.key == "horizon" {
        entry.value.entries = entry.value.entries.map { inner in
          var inner = inner
          if inner.key == "start" { inner.value.content = .scalar(start.text, quoted: true) }
          return inner
        }
      }
      return entry
    }
    return result
  }
}
