import VerbundCore

/// Puts entries of preset sections where something refers to them.
struct Presets {
  private let root: Tree
  private(set) var issues: [Issue] = []
  /// `section.id` of all entries that something refers to.
  private(set) var used: Set<String> = []
  /// Entries being resolved, outermost first.
  private var chain: [String] = []

  init(root: Tree) { self.root = root }

  /// The entry of a section with all that it is like; nil and an issue where it is missing.
  mutating func entry(_ section: String, _ id: String, for tree: Tree) -> Tree? {
    let name = "\(section).\(id)"
    guard let found = root[section]?[id] else {
      let ids = root[section]?.entries.map(\.key) ?? []
      let near = nearestWord(to: id, among: ids).map { "did you mean \"\($0)\"?" }
      let known = ids.isEmpty ? nil : "known: \(ids.prefix(8).joined(separator: ", "))"
      issues.append(
        Issue(
          at: tree.position, path: tree.path, "there is no \"\(id)\" in \"\(section)\"",
          hint: near ?? known))
      return nil
    }
    used.insert(name)
    guard !chain.contains(name) else {
      let circle = (chain + [name]).joined(separator: " -> ")
      issues.append(
        Issue(at: tree.position, path: tree.path, "presets are like one another: \(circle)"))
      return nil
    }
    chain.append(name)
    defer { chain.removeLast() }
    return resolve(found, section: section)
  }

  /// Says that an entry takes part though nothing names it.
  mutating func use(_ section: String, _ id: String) { used.insert("\(section).\(id)") }

  /// An entry with all that it is like, but with the names of other presets as they stand.
  mutating func merged(_ tree: Tree, section: String) -> Tree {
    resolve(tree, section: section) ?? tree
  }

  /// A copy of the tree in which no preset is referred to any more.
  mutating func expand(_ tree: Tree, _ kind: Kind) -> Tree {
    var result = tree
    switch kind {
    case .preset(let section, let table):
      guard let resolved = resolve(tree, section: section) else {
        result.isBroken = true
        return result
      }
      return expand(resolved, .table(table))
    case .table(let table):
      result.entries = tree.entries.map { entry in
        var entry = entry
        if let key = table.key(entry.key) { entry.value = expand(entry.value, key.kind) }
        return entry
      }
      return tree.isMapping ? result : tree
    case .map(let inner):
      guard tree.isMapping else { return tree }
      result.entries = tree.entries.map { entry in
        var entry = entry
        entry.value = expand(entry.value, inner)
        return entry
      }
      return result
    case .list(let inner, _):
      guard case .list(let items) = tree.content else { return tree }
      result.content = .list(items.map { expand($0, inner) })
      return result
    default:
      return tree
    }
  }

  private mutating func resolve(_ tree: Tree, section: String) -> Tree? {
    if let id = tree.text, !tree.isNull { return entry(section, id, for: tree) }
    guard let like = tree["like"] else { return tree }
    guard let id = like.text, !like.isNull else {
      issues.append(
        Issue(at: like.position, path: like.path, "must be an id, is \(like.kindName)"))
      return nil
    }
    let own = tree.removing(["like"])
    guard let base = entry(section, id, for: like) else { return nil }
    var merged = base.merged(with: own)
    // What is missing in it is missing here, not in the preset.
    merged.path = tree.path
    merged.position = tree.position
    return merged
  }
}
