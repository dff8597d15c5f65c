import VerbundCore
import VerbundModel

extension CellBuilder {
  mutating func buildNetwork(_ sites: [Site]) -> (regions: [Region], hubs: [Hub], links: [Link]) {
    let records = root.records("links")
    useHubs(records.map(\.record), sites)
    let regions = used.regions.map { entry in
      Region(
        id: entry.id, name: entry.record.text("name") ?? entry.id,
        location: location(entry.record), people: Double(entry.record.whole("people") ?? 0))
    }
    let hubs = used.hubs.map { entry in
      Hub(
        id: entry.id, name: entry.record.text("name") ?? entry.id,
        location: location(entry.record))
    }
    checkIds(sites)
    var places: [String: Location] = [:]
    for site in sites { places[site.id] = site.location }
    for region in regions { places[region.id] = region.location }
    for hub in hubs { places[hub.id] = hub.location }
    let links = records.compactMap { buildLink($0.id, $0.record, places) }
    return (regions, hubs, links)
  }

  func buildLinkClass(_ id: String, _ record: Record) -> LinkClass {
    LinkClass(
      id: id, name: record.text("name") ?? id, bandwidth: record.number("bandwidth") ?? 1e9,
      hops: record.whole("hops") ?? 0)
  }

  /// Ends that are no sites are regions or hubs; they are in use because a link has them.
  private mutating func useHubs(_ links: [Record], _ sites: [Site]) {
    let siteIds = sites.map(\.id)
    let regionIds = root.tree["regions"]?.entries.map(\.key) ?? []
    let hubIds = root.tree["hubs"]?.entries.map(\.key) ?? []
    for link in links {
      for end in link.tree["ends"]?.items ?? [] {
        guard let id = end.text, !end.isNull, !siteIds.contains(id) else { continue }
        if regionIds.contains(id) {
          _ = use(\.regions, "regions", id, NetworkTables.region, at: end)
        } else if hubIds.contains(id) {
          _ = use(\.hubs, "hubs", id, NetworkTables.hub, at: end)
        } else {
          _ = require(
            id, oneOf: siteIds + regionIds + hubIds, what: "site, region or hub", at: end)
        }
      }
    }
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
    _ id: String, _ record: Record, _ places: [String: Location]
  ) -> Link? {
    guard let name = record.text("class"), let classTree = record.tree["class"],
      let linkClass = use(
        \.linkClasses, "link-classes", name, NetworkTables.linkClass, at: classTree)
    else { return nil }
    let ends = record.tree["ends"]?.items.compactMap(\.text) ?? []
    guard ends.count == 2, let a = places[ends[0]], let b = places[ends[1]] else { return nil }
    if ends[0] == ends[1] {
      issues.append(record.issue("ends", "a link must have two different ends"))
      return nil
    }
    let bandwidth = record.number("bandwidth") ?? linkClass.number("bandwidth")
    let hops = record.whole("hops") ?? linkClass.whole("hops")
    return Link(
      id: id, linkClass: name, ends: ends,
      kilometres: record.whole("distance") ?? a.kilometres(to: b), bandwidth: bandwidth ?? 1e9,
      hops: hops ?? 0)
  }
}
