import VerbundCore

/// One tree out of a scenario file and all that it includes and extends.
struct Composition {
  private(set) var issues: [Issue] = []
  /// Below it files may be read; nil where a text has no folder.
  private let root: String?
  private var filesRead = 0
  /// Files being read, outermost first: the chain of an include cycle.
  private var chain: [String] = []
  /// Included files that already have given their sections.
  private var included: Set<String> = []

  init(root: String?) { self.root = root }

  /// The tree of a file's text, with everything that it names.
  mutating func compose(_ text: String, file: String, resolved: String) -> Tree? {
    chain.append(resolved)
    filesRead += 1
    defer { chain.removeLast() }
    var found: [Issue] = []
    let parsed = TreeParser.parse(text, file: file, issues: &found)
    issues += found
    guard let parsed else { return nil }
    guard parsed.isMapping else {
      issues.append(Issue(at: parsed.position, "must be a mapping, is \(parsed.kindName)"))
      return nil
    }
    var covering = Covering()
    let covered = covering.cover(parsed)
    issues += covering.issues
    var tree = covered.removing(["include", "extends"])
    if let list = covered["include"] { tree = adding(list, to: tree, of: file) }
    if let base = covered["extends"] { tree = extending(base, with: tree, of: file) }
    return tree
  }

  private mutating func extending(_ base: Tree, with tree: Tree, of file: String) -> Tree {
    guard let name = base.text, !base.isNull else {
      issues.append(
        Issue(at: base.position, path: "extends", "must be one file, is \(base.kindName)"))
      return tree
    }
    guard let below = load(name, at: base, of: file) else { return tree }
    return below.merged(with: tree)
  }

  private mutating func adding(_ list: Tree, to tree: Tree, of file: String) -> Tree {
    guard case .list(let items) = list.content else {
      issues.append(
        Issue(at: list.position, path: "include", "must be a list of files, is \(list.kindName)"))
      return tree
    }
    var tree = tree
    for item in items {
      guard let name = item.text, !item.isNull else {
        issues.append(
          Issue(at: item.position, path: item.path, "must be a file, is \(item.kindName)"))
        continue
      }
      let path = place(name, of: file).flatMap(TextFile.resolve)
      if let path, !chain.contains(path), !included.insert(path).inserted { continue }
      guard let part = load(name, at: item, of: file) else { continue }
      add(part, to: &tree)
    }
    return tree
  }

  /// Takes over the sections of an included file; nothing may stand twice.
  private mutating func add(_ part: Tree, to tree: inout Tree) {
    for entry in part.entries where entry.key != "verbund" {
      guard RootTable.sections.contains(entry.key) else {
        let known = RootTable.root.keys.contains { $0.name == entry.key }
        let hint =
          known
          ? "it belongs into the scenario itself"
          : nearestWord(to: entry.key, among: RootTable.sections).map { "did you mean \"\($0)\"?" }
        issues.append(
          Issue(
            at: entry.keyPosition, path: entry.key,
            "an included file cannot have the key \"\(entry.key)\"", hint: hint))
        continue
      }
      guard let index = tree.entries.firstIndex(where: { $0.key == entry.key }) else {
        tree.entries.append(entry)
        continue
      }
      guard tree.entries[index].value.isMapping, entry.value.isMapping else { continue }
      for inner in entry.value.entries {
        if let first = tree.entries[index].value.entry(inner.key) {
          let place = first.keyPosition
          issues.append(
            Issue(
              at: inner.keyPosition, path: dotted(entry.key, inner.key),
              "stands twice", hint: "first in \(place.file):\(place.line)"))
        } else {
          tree.entries[index].value.entries.append(inner)
        }
      }
    }
  }

  private func place(_ name: String, of file: String) -> String? {
    root == nil ? nil : IncludeRoot.join(FilePath.parent(file), name)
  }

  /// Reads a file that another one names.
  private mutating func load(_ name: String, at tree: Tree, of file: String) -> Tree? {
    func refuse(_ message: String, hint: String? = nil) {
      issues.append(Issue(at: tree.position, path: tree.path, message, hint: hint))
    }
    guard let root, let path = place(name, of: file) else {
      refuse("a text without a folder cannot name other files")
      return nil
    }
    guard let resolved = TextFile.resolve(path) else {
      refuse("no such file: \(name)")
      return nil
    }
    guard IncludeRoot.contains(root, resolved) else {
      refuse("\(name) lies outside the folder that may be read", hint: "below \(root)")
      return nil
    }
    if let index = chain.firstIndex(of: resolved) {
      let names = (chain[index...] + [resolved]).map { $0.dropFirst(root.count + 1) }
      refuse("files name one another in a circle: \(names.joined(separator: " -> "))")
      return nil
    }
    guard filesRead < Limits.files else {
      refuse("more than \(Limits.files) files")
      return nil
    }
    do {
      return compose(try TextFile.read(path), file: path, resolved: resolved)
    } catch {
      switch error {
      case .missing: refuse("no such file: \(name)")
      case .folder: refuse("\(name) is a folder")
      case .irregular, .denied: refuse("\(name) cannot be read")
      case .unfit(let message, let hint): refuse("\(name): \(message)", hint: hint)
      }
      return nil
    }
  }
}
