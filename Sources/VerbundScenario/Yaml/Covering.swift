import VerbundCore
import VerbundModel

/// Gives every value its path and the confidence and source that cover it.
///
/// `confidence:` and `source:` leave the mappings, and `{ value: … }` becomes its value, so that
/// the key tables need not know of either.
struct Covering {
  private(set) var issues: [Issue] = []

  mutating func cover(_ root: Tree) -> Tree { cover(root, path: "", inherited: Cover()) }

  private mutating func cover(_ tree: Tree, path: String, inherited: Cover) -> Tree {
    var result = tree
    result.path = path
    result.cover = inherited
    switch tree.content {
    case .scalar:
      break
    case .list(let items):
      result.content = .list(
        items.enumerated().map { index, item in
          cover(item, path: dotted(path, String(index)), inherited: inherited)
        })
    case .mapping(let entries):
      let own = ownCover(tree, path: path, inherited: inherited)
      if let value = tree["value"] {
        refuseNeighbours(of: value, in: entries, path: path)
        return cover(value, path: path, inherited: own)
      }
      result.cover = own
      result.entries = tree.removing(["confidence", "source"]).entries.map { entry in
        var entry = entry
        entry.value = cover(entry.value, path: dotted(path, entry.key), inherited: own)
        return entry
      }
    }
    return result
  }

  private mutating func ownCover(_ tree: Tree, path: String, inherited: Cover) -> Cover {
    let code = tree["confidence"]
    let source = tree["source"]
    guard code != nil || source != nil else { return inherited }
    var cover = Cover()
    if let code {
      if let known = code.text.flatMap(Confidence.init(rawValue:)) {
        cover.confidence = known
      } else {
        let all = Confidence.allCases.map(\.rawValue).joined(separator: ", ")
        issues.append(
          Issue(
            at: code.position, path: dotted(path, "confidence"), "no confidence code",
            hint: "one of \(all)"))
      }
    }
    if let source {
      if code == nil {
        issues.append(
          Issue(
            at: source.position, path: dotted(path, "source"), "a source without \"confidence\"",
            hint: "say how well the figure is known"))
      }
      if let text = source.text {
        cover.source = source.isNull ? "" : text
      } else {
        issues.append(
          Issue(
            at: source.position, path: dotted(path, "source"),
            "must be a text, is \(source.kindName)"))
      }
    }
    return cover
  }

  private mutating func refuseNeighbours(of value: Tree, in entries: [Tree.Entry], path: String) {
    let known = ["value", "confidence", "source"]
    for entry in entries where !known.contains(entry.key) {
      let hint = nearestWord(to: entry.key, among: known).map { "did you mean \"\($0)\"?" }
      issues.append(
        Issue(
          at: entry.keyPosition, path: dotted(path, entry.key),
          "unknown key \"\(entry.key)\" beside \"value\"",
          hint: hint ?? "known keys: \(known.joined(separator: ", "))"))
    }
  }
}
