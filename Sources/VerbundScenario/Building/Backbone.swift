/// Which links of a backbone take part: those that lie between nodes in use.
enum Backbone {
  /// For each link whether it is kept. A link that ends nowhere, or that nothing in use is joined
  /// to, can be on no route.
  /// - Complexity: O(links squared), a hundred at most.
  static func kept(_ links: [[String]], around inUse: Set<String>) -> [Bool] {
    var kept = [Bool](repeating: true, count: links.count)
    while true {
      var degree: [String: Int] = [:]
      for (link, ends) in links.enumerated() where kept[link] {
        for end in ends { degree[end, default: 0] += 1 }
      }
      let dead = links.indices.filter { link in
        kept[link] && links[link].contains { !inUse.contains($0) && degree[$0] == 1 }
      }
      guard !dead.isEmpty else { break }
      for link in dead { kept[link] = false }
    }
    var reached = inUse
    while true {
      let next = links.indices.filter { link in
        kept[link] && links[link].contains(where: reached.contains)
          && !links[link].allSatisfy(reached.contains)
      }
      guard !next.isEmpty else { break }
      for link in next { reached.formUnion(links[link]) }
    }
    return links.indices.map { kept[$0] && links[$0].allSatisfy(reached.contains) }
  }
}
