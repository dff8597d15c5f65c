import VerbundCore
import VerbundModel

/// Holds a tree against the key tables: all that is wrong with it, all figures, all positions.
struct Walk {
  private(set) var issues: [Issue] = []
  private(set) var assumptions: [Assumption] = []
  /// Position of each value by its path in the cell.
  private(set) var positions: [String: SourcePosition] = [:]
  /// Path at which each figure is written, by its path in the cell.
  private(set) var origins: [String: String] = [:]
  /// Presets that nothing refers to may be incomplete, and their figures are not listed.
  private let isPartial: Bool
  private let ids: (String, String) -> Bool

  init(isPartial: Bool = false, has ids: @escaping (String, String) -> Bool = { _, _ in true }) {
    self.isPartial = isPartial
    self.ids = ids
  }

  /// Looks at the value of a key and all that is in it.
  mutating func walk(_ tree: Tree, _ kind: Kind, at path: String) {
    guard !tree.isBroken else { return }
    positions[path] = tree.position
    switch kind {
    case .table(let table): walkTable(tree, table, path, kind)
    case .preset(let section, let table): walkPreset(tree, section, table, path, kind)
    case .map(let inner): walkMap(tree, inner, path, kind)
    case .timeMap(let inner): walkPoints(tree, keys: .time, inner, path, kind)
    case .shareMap(let inner): walkPoints(tree, keys: .shareKey, inner, path, kind)
    case .law(let table) where tree.isMapping: walkLaw(tree, table, path)
    case .list(let inner, let count): walkList(tree, inner, count, path, kind)
    case .overrides: walkOverrides(tree, path, kind)
    default:
      do {
        _ = try kind.value(of: tree)
        if kind.isFigure { note(tree, Self.text(of: tree), of: path) }
      } catch {
        add(error, tree)
      }
    }
  }

  private mutating func walkTable(_ tree: Tree, _ table: KeyTable, _ path: String, _ kind: Kind) {
    guard isMapping(tree, kind) else { return }
    for entry in tree.entries {
      if let key = table.key(entry.key) {
        walk(entry.value, key.kind, at: dotted(path, key.name))
      } else {
        addUnknown(entry, in: tree, among: table.keys.map(\.name))
      }
    }
    guard !isPartial else { return }
    for key in table.keys where tree[key.name] == nil {
      switch key.presence {
      case .required: addMissing(key.name, in: tree)
      case .optional: walkAbsent(key, tree, path)
      case .standard: addStandard(key, tree, in: path)
      }
    }
  }

  /// A mapping that is missing still has the defaults of its keys.
  private mutating func walkAbsent(_ key: Key, _ tree: Tree, _ path: String) {
    guard case .table(let inner) = key.kind else { return }
    let empty = Tree(
      content: .mapping([]), position: tree.position, path: dotted(tree.path, key.name))
    for inner in inner.keys { addStandard(inner, empty, in: dotted(path, key.name)) }
  }

  /// Lists the default of a key, if it has one; `path` is that of its mapping in the cell.
  mutating func addStandard(_ key: Key, _ tree: Tree, in path: String) {
    guard case .standard(let text, let confidence, let source) = key.presence else { return }
    origins[dotted(path, key.name)] = dotted(tree.path, key.name)
    assumptions.append(
      Assumption(
        path: dotted(tree.path, key.name), value: text, confidence: confidence,
        source: source.isEmpty ? "default of the format" : "default of the format: \(source)"))
  }

  private mutating func walkPreset(
    _ tree: Tree, _ section: String, _ table: KeyTable, _ path: String, _ kind: Kind
  ) {
    if let id = tree.text, !tree.isNull {
      checkId(id, section, tree)
      return
    }
    var own = tree
    if let like = tree["like"] {
      if let id = like.text, !like.isNull { checkId(id, section, like) }
      own = tree.removing(["like"])
    }
    walkTable(own, table, path, kind)
  }

  private mutating func checkId(_ id: String, _ section: String, _ tree: Tree) {
    guard !ids(section, id) else { return }
    issues.append(
      Issue(at: tree.position, path: tree.path, "there is no \"\(id)\" in \"\(section)\""))
  }

  private mutating func walkMap(_ tree: Tree, _ inner: Kind, _ path: String, _ kind: Kind) {
    guard isMapping(tree, kind) else { return }
    for entry in tree.entries {
      let rule: TextRule = path == "margins" ? .metric : .id
      if let fault = rule.fault(in: entry.key) {
        issues.append(
          Issue(
            at: entry.keyPosition, path: entry.value.path, "the id \"\(entry.key)\" \(fault)"))
      }
      walk(entry.value, inner, at: dotted(path, entry.key))
    }
  }

  private mutating func walkLaw(_ tree: Tree, _ table: KeyTable, _ path: String) {
    for entry in tree.entries {
      if let key = table.key(entry.key) {
        walk(entry.value, key.kind, at: dotted(path, key.name))
      } else if LawTables.words.contains(entry.key) {
        issues.append(
          Issue(
            at: entry.keyPosition, path: entry.value.path, "\"\(entry.key)\" has no figures",
            hint: "write the word alone"))
      } else {
        addUnknown(entry, in: tree, among: table.keys.map(\.name))
      }
    }
    guard tree.entries.count != 1 else { return }
    issues.append(
      Issue(
        at: tree.position, path: tree.path, "must name one law, not \(tree.entries.count)",
        hint: "one of \(table.keys.map(\.name).joined(separator: ", "))"))
  }

  /// A figure by time of day or by share.
  private mutating func walkPoints(
    _ tree: Tree, keys: Kind, _ inner: Kind, _ path: String, _ kind: Kind
  ) {
    guard isMapping(tree, kind) else { return }
    var isSound = true
    for entry in tree.entries {
      let key = Tree(
        content: .scalar(entry.key, quoted: entry.keyIsQuoted), position: entry.keyPosition,
        path: entry.value.path)
      do { _ = try keys.value(of: key) } catch {
        add(error, key)
        isSound = false
      }
      do { _ = try inner.value(of: entry.value) } catch {
        add(error, entry.value)
        isSound = false
      }
      positions[dotted(path, entry.key)] = entry.value.position
    }
    guard isSound, let first = tree.entries.first else { return }
    let text = tree.entries.map { "\($0.key) \(Self.text(of: $0.value))" }
    note(first.value, text.joined(separator: ", "), at: tree.path, of: path)
  }

  private mutating func walkList(
    _ tree: Tree, _ inner: Kind, _ count: ClosedRange<Int>, _ path: String, _ kind: Kind
  ) {
    guard case .list(let items) = tree.content else {
      issues.append(
        Issue(at: tree.position, path: tree.path, "must be a list, is \(tree.kindName)"))
      return
    }
    if !count.contains(items.count) {
      let wanted =
        count.lowerBound == count.upperBound
        ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
      issues.append(
        Issue(at: tree.position, path: tree.path, "must have \(wanted) items, has \(items.count)"))
    }
    guard inner.isFigure else {
      for (index, item) in items.enumerated() { walk(item, inner, at: dotted(path, "\(index)")) }
      return
    }
    for item in items {
      do { _ = try inner.value(of: item) } catch { add(error, item) }
    }
    note(items.first ?? tree, items.map(Self.text).joined(separator: ", "), at: tree.path, of: path)
  }

  private mutating func walkOverrides(_ tree: Tree, _ path: String, _ kind: Kind) {
    guard isMapping(tree, kind) else { return }
    for entry in tree.entries where !RootTable.overridable.contains(entry.key) {
      if entry.key == "name" {
        walk(entry.value, .localized, at: dotted(path, "name"))
      } else if RootTable.root.key(entry.key) != nil {
        issues.append(
          Issue(
            at: entry.keyPosition, path: entry.value.path,
            "\"\(entry.key)\" is the same in every variant and case"))
      } else {
        addUnknown(entry, in: tree, among: ["name"] + RootTable.overridable)
      }
    }
  }

  private mutating func isMapping(_ tree: Tree, _ kind: Kind) -> Bool {
    if tree.isMapping { return true }
    issues.append(
      Issue(
        at: tree.position, path: tree.path, "must be \(kind.expectation), is \(tree.kindName)",
        hint: tree.isNull ? "an empty mapping is written {}" : nil))
    return false
  }

  mutating func addUnknown(_ entry: Tree.Entry, in tree: Tree, among known: [String]) {
    let near = nearestWord(to: entry.key, among: known).map { "did you mean \"\($0)\"?" }
    issues.append(
      Issue(
        at: entry.keyPosition, path: dotted(tree.path, entry.key), "unknown key \"\(entry.key)\"",
        hint: near ?? "known keys: \(known.joined(separator: ", "))"))
  }

  mutating func addMissing(_ key: String, in tree: Tree) {
    issues.append(
      Issue(at: tree.position, path: tree.path, "the key \"\(key)\" is missing"))
  }

  private mutating func add(_ fault: ValueFault, _ tree: Tree) {
    issues.append(
      Issue(at: fault.position ?? tree.position, path: tree.path, fault.message, hint: fault.hint))
  }

  /// Lists a figure, written at `path` for `place` in the cell, and asks one of a catalogue where
  /// it comes from.
  private mutating func note(
    _ tree: Tree, _ text: String, at path: String? = nil, of place: String
  ) {
    let path = path ?? tree.path
    origins[place] = path
    if tree.cover.source.isEmpty, isCatalogue(tree.position.file) {
      issues.append(
        Issue(
          at: tree.position, path: path, "a figure of a catalogue needs its source",
          hint: "give \"confidence\" and \"source\" here or in a mapping around it"))
    }
    guard !isPartial, !["verbund", "seed", "nights"].contains(path) else { return }
    assumptions.append(
      Assumption(
        path: path, value: text, confidence: tree.cover.confidence, source: tree.cover.source))
  }

  private func isCatalogue(_ file: String) -> Bool {
    file.split(separator: "/").dropLast().contains("catalogue")
  }

  private static func text(of tree: Tree) -> String {
    if let text = tree.text { return text }
    return tree.entries.compactMap(\.value.text).joined(separator: " … ")
  }
}
