import VerbundCore
import VerbundModel

/// A link as it is stated: under `links`, as the access of a site, or in the backbone.
struct Connection {
  var id: String
  var record: Record
  /// Two texts, unless there is an issue with them.
  var ends: [Tree]
  /// The key that names its ends.
  var endsKey = "ends"
}

extension CellBuilder {
  /// All links that take part; whatever they end at is in use.
  mutating func statedConnections(_ sites: [Site]) -> [Connection] {
    let links = root.records("links").map { id, record in
      Connection(id: id, record: record, ends: record.tree["ends"]?.items ?? [])
    }
    let stated = links + accesses()
    useEnds(of: stated, sites)
    let backbone = usedBackbone(sites, stated)
    useEnds(of: backbone, sites)
    let all = stated + backbone
    checkLinkIds(all)
    return all
  }

  /// The accesses of the sites; a link is named by its site and its own id.
  private func accesses() -> [Connection] {
    root.records("sites").flatMap { site, record in
      record.records("access").map { id, access in
        let own = Tree(
          content: .scalar(site, quoted: false), position: access.tree.position,
          path: access.tree.path)
        return Connection(
          id: "\(site)-\(id)", record: access, ends: [own] + (access.tree["to"].map { [$0] } ?? []),
          endsKey: "to")
      }
    }
  }

  /// The links of the backbone that lead somewhere.
  private mutating func usedBackbone(_ sites: [Site], _ stated: [Connection]) -> [Connection] {
    let all = root.records("backbone").map { id, record in
      Connection(id: id, record: record, ends: record.tree["ends"]?.items ?? [])
    }
    for connection in all { checkEnds(connection.ends, sites) }
    var inUse = Set(sites.map(\.id) + used.regions.map(\.id))
    for connection in stated { inUse.formUnion(connection.ends.compactMap(\.text)) }
    let sound = all.filter { $0.ends.count == 2 && $0.ends.allSatisfy { $0.text != nil } }
    let kept = Backbone.kept(sound.map { $0.ends.compactMap(\.text) }, around: inUse)
    return zip(sound, kept).filter(\.1).map { connection, _ in
      presets.use("backbone", connection.id)
      used.backbone.append(UsedEntries.Entry(id: connection.id, record: connection.record))
      return connection
    }
  }

  /// Ends that are no sites are regions or hubs; they are in use because a link has them.
  private mutating func useEnds(of connections: [Connection], _ sites: [Site]) {
    let siteIds = sites.map(\.id)
    for end in connections.flatMap(\.ends) {
      guard let id = end.text, !end.isNull, !siteIds.contains(id) else { continue }
      if root.tree["regions"]?.entry(id) != nil {
        _ = use(\.regions, "regions", id, NetworkTables.region, at: end)
      } else if root.tree["hubs"]?.entry(id) != nil {
        _ = use(\.hubs, "hubs", id, NetworkTables.hub, at: end)
      } else {
        checkEnds([end], sites)
      }
    }
  }

  private mutating func checkEnds(_ ends: [Tree], _ sites: [Site]) {
    let known = ["regions", "hubs"].flatMap { root.tree[$0]?.entries.map(\.key) ?? [] }
    for end in ends {
      guard let id = end.text, !end.isNull else { continue }
      _ = require(id, oneOf: sites.map(\.id) + known, what: "site, region or hub", at: end)
    }
  }

  private mutating func checkLinkIds(_ connections: [Connection]) {
    var seen: Set<String> = []
    for connection in connections where !seen.insert(connection.id).inserted {
      issues.append(
        Issue(
          at: connection.record.tree.position, path: connection.record.tree.path,
          "there are two links \"\(connection.id)\"",
          hint: "an access has the id of its site and its own"))
    }
  }
}
