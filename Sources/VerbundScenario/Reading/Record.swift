import VerbundCore
import VerbundModel

/// A mapping read by its table: typed values, or nil where the walk has found an issue.
struct Record {
  let tree: Tree
  let table: KeyTable

  init(_ tree: Tree, _ table: KeyTable) {
    self.tree = tree
    self.table = table
  }

  /// The value that stands there, or the default.
  private func value(_ name: String) -> Value? {
    guard let key = table.key(name) else { return nil }
    if let child = tree[name] { return child.isBroken ? nil : try? key.kind.value(of: child) }
    if case .standard(let text, _, _) = key.presence { return try? key.kind.value(of: text) }
    return nil
  }

  func number(_ name: String) -> Double? {
    if case .number(let number) = value(name) { return number }
    return nil
  }

  func whole(_ name: String) -> Int? {
    if case .whole(let whole) = value(name) { return Int(whole) }
    return nil
  }

  /// A time in whole nanoseconds; its range keeps it far below 2^63.
  func time(_ name: String) -> Nanoseconds? { number(name).map { Nanoseconds($0.rounded()) } }

  /// An amount of data in whole bytes.
  func bytes(_ name: String) -> Int64? { number(name).map { Int64($0.rounded()) } }

  func text(_ name: String) -> String? {
    if case .text(let text) = value(name) { return text }
    return nil
  }

  func localized(_ name: String) -> LocalizedText? {
    if case .localized(let text) = value(name) { return text }
    return nil
  }

  func flag(_ name: String) -> Bool? {
    if case .flag(let flag) = value(name) { return flag }
    return nil
  }

  func minuteOfDay(_ name: String) -> Int? {
    if case .minuteOfDay(let minute) = value(name) { return minute }
    return nil
  }

  func instant(_ name: String) -> Instant? {
    if case .instant(let instant) = value(name) { return instant }
    return nil
  }

  func band(_ name: String) -> Band? {
    if case .band(let band) = value(name) { return band }
    return nil
  }

  /// Replicas, also where they are written as the vCPUs they take.
  func replicas(_ name: String) -> (count: Int64, isCapacity: Bool)? {
    switch value(name) {
    case .whole(let count): (count, false)
    case .capacity(let vCPU): (vCPU, true)
    default: nil
    }
  }

  /// The numbers of a list, or of its default; nil unless all of them are there.
  func numbers(_ name: String) -> [Double]? {
    guard let key = table.key(name), case .list(let inner, let count) = key.kind else { return nil }
    var texts: [String] = []
    if let child = tree[name] {
      texts = child.items.compactMap(\.text)
      guard texts.count == child.items.count else { return nil }
    } else if case .standard(let text, _, _) = key.presence {
      let parts = text.dropFirst().dropLast().split(separator: ",")
      texts = parts.map { String($0.drop { $0 == " " }) }
    }
    let numbers = texts.compactMap { text -> Double? in
      if case .number(let number) = try? inner.value(of: text) { return number }
      return nil
    }
    return numbers.count == texts.count && count.contains(numbers.count) ? numbers : nil
  }

  /// A mapping below the key; empty, with all defaults, where it is missing.
  func record(_ name: String) -> Record {
    let table: KeyTable
    switch self.table.key(name)?.kind {
    case .table(let inner), .preset(_, let inner), .law(let inner): table = inner
    default: table = KeyTable("", [])
    }
    if let child = tree[name], !child.isBroken { return Record(child, table) }
    let path = dotted(tree.path, name)
    return Record(Tree(content: .mapping([]), position: tree.position, path: path), table)
  }

  /// Mappings by their id, in the order of the file.
  func records(_ name: String) -> [(id: String, record: Record)] {
    let inner: KeyTable
    switch table.key(name)?.kind {
    case .map(.table(let table)), .map(.preset(_, let table)): inner = table
    default: return []
    }
    return (tree[name]?.entries ?? []).filter { !$0.value.isBroken }
      .map { ($0.key, Record($0.value, inner)) }
  }

  /// Mappings of a list.
  func list(_ name: String) -> [Record] {
    guard case .list(.table(let inner), _) = table.key(name)?.kind else { return [] }
    return (tree[name]?.items ?? []).map { Record($0, inner) }
  }

  /// Quantities by their id, in the order of the file.
  func amounts(_ name: String) -> [(entry: Tree.Entry, value: Value)] {
    guard case .map(let inner) = table.key(name)?.kind else { return [] }
    return (tree[name]?.entries ?? []).compactMap { entry in
      (try? inner.value(of: entry.value)).map { (entry, $0) }
    }
  }

  /// A share, the value that belongs to it, and where both stand.
  struct ShareOfCalls {
    let share: Double
    let value: Double
    let entry: Tree.Entry
  }

  /// Values by share, in the order of the file, without those that have an issue.
  func shares(_ name: String) -> [ShareOfCalls] {
    guard let kind = table.key(name)?.kind, case .shareMap(let inner) = kind else { return [] }
    return (tree[name]?.entries ?? []).compactMap { entry in
      guard case .number(let share) = try? Kind.shareKey.value(of: entry.key),
        case .number(let value) = try? inner.value(of: entry.value)
      else { return nil }
      return ShareOfCalls(share: share, value: value, entry: entry)
    }
  }

  /// An issue at the value of a key, or at the mapping where it is missing.
  func issue(_ name: String, _ message: String, hint: String? = nil) -> Issue {
    let child = tree[name]
    return Issue(
      at: child?.position ?? tree.position, path: child?.path ?? dotted(tree.path, name), message,
      hint: hint)
  }
}
