import VerbundCore
import Yams

/// Copies Yams' nodes into a tree, expanding aliases under the limits.
struct NodeConverter {
  let keys: DuplicateKeys
  private(set) var issues: [Issue] = []
  private var count = 0
  private var isOver = false

  init(keys: DuplicateKeys) { self.keys = keys }

  mutating func convert(_ node: Node) -> Tree? {
    let tree = convert(node, depth: 1)
    return isOver ? nil : tree
  }

  private mutating func convert(_ node: Node, depth: Int) -> Tree {
    let position = keys.position(node.mark)
    let nothing = Tree(content: .scalar("", quoted: false), position: position)
    count += 1
    guard !isOver else { return nothing }
    if count > Limits.nodes {
      stop(Issue(at: position, TreeParser.tooManyNodes))
      return nothing
    }
    if depth > Limits.depth {
      stop(Issue(at: position, "nested deeper than \(Limits.depth)"))
      return nothing
    }
    switch node {
    case .scalar(let scalar):
      let quoted = scalar.style != .plain
      return Tree(content: .scalar(scalar.string, quoted: quoted), position: position)
    case .sequence(let sequence):
      var items: [Tree] = []
      for item in sequence where !isOver { items.append(convert(item, depth: depth + 1)) }
      return Tree(content: .list(items), position: position)
    case .mapping(let mapping):
      return Tree(content: .mapping(convertEntries(mapping, depth)), position: position)
    case .alias:
      issues.append(Issue(at: position, "an alias that cannot be resolved"))
      return nothing
    }
  }

  private mutating func convertEntries(_ mapping: Node.Mapping, _ depth: Int) -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    for (key, value) in mapping where !isOver {
      count += 1
      let position = keys.position(key.mark)
      guard case .scalar(let scalar) = key else {
        issues.append(Issue(at: position, "a key must be plain text"))
        continue
      }
      if scalar.string.first == DuplicateKeys.sign { continue }
      if scalar.string == "<<", scalar.style == .plain {
        issues.append(
          Issue(
            at: position, "merge keys (<<) are not part of the format",
            hint: "use \"like\" for presets or \"extends\" for files"))
        continue
      }
      entries.append(
        Tree.Entry(
          key: scalar.string, keyIsQuoted: scalar.style != .plain, keyPosition: position,
          value: convert(value, depth: depth + 1)))
    }
    return entries
  }

  private mutating func stop(_ issue: Issue) {
    isOver = true
    issues.append(issue)
  }
}
