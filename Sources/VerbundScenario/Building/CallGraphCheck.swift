import VerbundCore
import VerbundModel

extension CellBuilder {
  mutating func buildCall(_ record: Record, _ ids: [String]) -> Call? {
    var ends: [String] = []
    for key in ["from", "to"] {
      guard let id = record.text(key), let tree = record.tree[key],
        require(id, oneOf: ids, what: "component", at: tree)
      else { continue }
      ends.append(id)
    }
    guard ends.count == 2 else { return nil }
    return Call(
      from: ends[0], to: ends[1], probability: record.number("probability") ?? 1,
      requestBytes: record.bytes("request") ?? 0, responseBytes: record.bytes("response") ?? 0,
      holds: record.flag("holds") ?? false)
  }

  /// A call graph has no cycle, and every component is called.
  mutating func checkCallGraph(
    _ record: Record, ids: [String], entry: String, calls: [Call]
  ) {
    if let cycle = cycle(ids, calls) {
      issues.append(
        record.issue(
          "calls", "components call one another in a circle: \(cycle.joined(separator: " -> "))"))
      return
    }
    let stated = record.tree["calls"]
    guard stated.map({ $0.isList && $0.items.count == calls.count }) ?? true,
      record.text("entry").map({ $0 == entry }) ?? true
    else { return }
    var reached: Set<String> = [entry]
    var waiting = [entry]
    while let node = waiting.popLast() {
      for call in calls where call.from == node && reached.insert(call.to).inserted {
        waiting.append(call.to)
      }
    }
    for part in record.tree["components"]?.entries ?? [] where !reached.contains(part.key) {
      issues.append(
        Issue(
          at: part.keyPosition, path: part.value.path,
          "the component is never called from the entry \"\(entry)\"",
          hint: "add a call or leave it out"))
    }
  }

  /// A cycle by repeated removal of components that call nothing that is left.
  private func cycle(_ ids: [String], _ calls: [Call]) -> [String]? {
    var left = ids
    while true {
      let kept = left.filter { id in calls.contains { $0.from == id && left.contains($0.to) } }
      if kept.count == left.count { break }
      left = kept
    }
    guard var node = left.first else { return nil }
    var way = [node]
    while let next = calls.first(where: { $0.from == node && left.contains($0.to) })?.to {
      if let index = way.firstIndex(of: next) { return Array(way[index...]) + [next] }
      way.append(next)
      node = next
    }
    return nil
  }
}
