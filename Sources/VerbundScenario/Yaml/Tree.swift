import VerbundCore
import VerbundModel

/// A YAML value with its place in the files, free of aliases.
struct Tree: Sendable {
  indirect enum Content: Sendable {
    case scalar(String, quoted: Bool)
    case list([Tree])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    var key: String
    var keyIsQuoted: Bool
    var keyPosition: SourcePosition
    var value: Tree

    /// A law replaces another one as a whole: two laws, or one by `cv` and by `shape`, are none.
    var isLaw: Bool {
      key == "law" && value.entries.contains { LawTables.laws.key($0.key) != nil }
    }
  }

  var content: Content
  var position: SourcePosition
  /// Dotted path at which it is written, such as `variants.portal.lending.placed`.
  var path = ""
  /// Confidence and source that hold for this value.
  var cover = Cover()
  /// An issue was found for it already; nothing more can be said of it.
  var isBroken = false

  /// Entries of a mapping; empty for anything else.
  var entries: [Entry] {
    get {
      if case .mapping(let entries) = content { return entries }
      return []
    }
    set { content = .mapping(newValue) }
  }

  var items: [Tree] {
    if case .list(let items) = content { return items }
    return []
  }

  var isList: Bool {
    if case .list = content { return true }
    return false
  }

  var isMapping: Bool {
    if case .mapping = content { return true }
    return false
  }

  /// The text of a scalar, without regard to quotes.
  var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  var isQuoted: Bool {
    if case .scalar(_, quoted: true) = content { return true }
    return false
  }

  /// An empty value, `~` or `null`.
  var isNull: Bool {
    if case .scalar(let text, quoted: false) = content {
      return ["", "~", "null", "Null", "NULL"].contains(text)
    }
    return false
  }

  subscript(_ key: String) -> Tree? { entries.first { $0.key == key }?.value }

  func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  /// What it is, for messages.
  var kindName: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a single value"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Mappings merge key by key, laws aside; of anything else `other` wins.
  func merged(with other: Tree) -> Tree {
    guard isMapping, other.isMapping else { return other }
    var result = self
    var all = entries
    var places: [String: Int] = [:]
    for (index, entry) in all.enumerated() { places[entry.key] = index }
    for entry in other.entries {
      if let index = places[entry.key] {
        let value = entry.isLaw ? entry.value : all[index].value.merged(with: entry.value)
        if !value.isMapping || entry.isLaw {
          all[index].keyPosition = entry.keyPosition
          all[index].keyIsQuoted = entry.keyIsQuoted
        }
        all[index].value = value
      } else {
        places[entry.key] = all.count
        all.append(entry)
      }
    }
    result.entries = all
    return result
  }

  func removing(_ keys: Set<String>) -> Tree {
    var result = self
    result.entries = entries.filter { !keys.contains($0.key) }
    return result
  }
}

/// Confidence and source of a figure; an unmarked figure is an assumption without source.
struct Cover: Sendable, Hashable {
  var confidence = Confidence.A
  var source = ""
}

/// Joins two parts of a dotted path.
func dotted(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
