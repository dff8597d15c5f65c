import VerbundCore
import VerbundModel

extension CellBuilder {
  mutating func buildNetwork(_ sites: [Site]) -> (regions: [Region], hubs: [Hub], links: [Link]) {
    let connections = statedConnections(sites)
    statedLinks = connections.count
    let regions = used.regions.map { entry in
      Region(
        id: entry.id, name: entry.record.text("name") ?? entry.id,
        location: location(entry.record), people: Double(entry.record.whole("people") ?? 0))
    }
    let hubs = used.hubs.map { entry in
      Hub(
        id: entry.id, name: entry.record.text("name") ?? entry.id,
        location: location(entry.record), carriesTransit: entry.record.flag("transit") ?? true)
    }
    checkIds(sites)
    var places: [String: Location] = [:]
    for site in sites { places[site.id] = site.location }
    for region in regions { places[region.id] = region.location }
    for hub in hubs { places[hub.id] = hub.location }
    let links = connections.compactMap { buildLink($0, places) }
    return (regions, hubs, links)
  }

  func buildLinkClass(_ id: String, _ record: Record) -> LinkClass {
    LinkClass(
      id: id, name: record.text("name") ?? id, bandwidth: record.number("bandwidth") ?? 1e9,
      hops: record.whole("hops") ?? 0)
  }

  /// Links name nodes of three sections by one id.
  private mutating func checkIds(_ sites: [Site]) {
    let siteIds = sites.map(\.id)
    for entry in used.regions where siteIds.contains(entry.id) {
      issues.append(idClash(entry, "a region and a site"))
    }
    for entry in used.hubs where used.regions.contains(where: { $0.id == entry.id }) {
      issues.append(idClash(entry, "a hub and a region"))
    }
    for name in ["hubs", "regions"] {
      for entry in root.tree[name]?.entries ?? [] where siteIds.contains(entry.key) {
        issues.append(
          Issue(
            at: entry.keyPosition, path: entry.value.path,
            "\"\(entry.key)\" is the id of a site too"))
      }
    }
  }

  private func idClash(_ entry: UsedEntries.Entry, _ what: String) -> Issue {
    Issue(
      at: entry.record.tree.position, path: entry.record.tree.path,
      "\"\(entry.id)\" is the id of \(what)")
  }

  private mutating func buildLink(
    _ connection: Connection, _ places: [String: Location]
  ) -> Link? {
    let record = connection.record
    guard let name = record.text("class"), let classTree = record.tree["class"],
      let linkClass = use(
        \.linkClasses, "link-classes", name, NetworkTables.linkClass, at: classTree)
    else { return nil }
    let ends = connection.ends.compactMap(\.text)
    guard ends.count == 2, let a = places[ends[0]], let b = places[ends[1]] else { return nil }
    if ends[0] == ends[1] {
      issues.append(record.issue(connection.endsKey, "a link must have two different ends"))
      return nil
    }
    let bandwidth = record.number("bandwidth") ?? linkClass.number("bandwidth")
    let hops = record.whole("hops") ?? linkClass.whole("hops")
    return Link(
      id: connection.id, linkClass: name, ends: ends,
      kilometres: record.whole("distance") ?? a.kilometres(to: b), bandwidth: bandwidth ?? 1e9,
      hops: hops ?? 0)
  }
}
