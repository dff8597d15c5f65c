import VerbundCore
import VerbundModel

extension CellBuilder {
  /// Every site and every region in use must be linked, over any way, to every workload's home.
  mutating func checkReach(_ scenario: Scenario) {
    // A link with an issue of its own would make everything behind it unreachable too.
    guard scenario.links.count == statedLinks else { return }
    var asked: Set<String> = []
    for workload in scenario.workloads where asked.insert(workload.home).inserted {
      guard scenario.sites.contains(where: { $0.id == workload.home }) else { continue }
      let reached = nodes(reachedFrom: workload.home, over: scenario.links)
      for site in scenario.sites where !reached.contains(site.id) {
        guard let tree = root.tree["sites"]?.entry(site.id) else { continue }
        addUnreached(
          "site", site.id, from: workload.home, at: tree.keyPosition, tree.value.path)
      }
      for entry in used.regions where !reached.contains(entry.id) {
        let tree = entry.record.tree
        addUnreached("region", entry.id, from: workload.home, at: tree.position, tree.path)
      }
    }
  }

  private mutating func addUnreached(
    _ what: String, _ id: String, from home: String, at position: SourcePosition, _ path: String
  ) {
    issues.append(
      Issue(
        at: position, path: path, "the \(what) \"\(id)\" cannot be reached from \"\(home)\"",
        hint: "add a link"))
  }

  private func nodes(reachedFrom home: String, over links: [Link]) -> Set<String> {
    var neighbours: [String: [String]] = [:]
    for link in links {
      neighbours[link.ends[0], default: []].append(link.ends[1])
      neighbours[link.ends[1], default: []].append(link.ends[0])
    }
    var reached: Set<String> = [home]
    var waiting = [home]
    while let node = waiting.popLast() {
      for next in neighbours[node] ?? [] where reached.insert(next).inserted {
        waiting.append(next)
      }
    }
    return reached
  }
}
