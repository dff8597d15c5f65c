import VerbundCore
import VerbundModel

extension CellBuilder {
  func buildUncertainty() -> Uncertainty {
    let record = root.record("uncertain")
    let known = Band(1)
    return Uncertainty(
      volume: record.band("volume") ?? known, burst: record.band("burst") ?? known,
      pagesPerVisit: record.band("pages-per-visit") ?? known, work: record.band("work") ?? known,
      baseLoad: record.band("base-load") ?? known, forecast: record.band("forecast") ?? known,
      correlation: record.number("correlation") ?? 1)
  }

  mutating func buildLending(_ sites: [Site]) -> Lending {
    let record = root.record("lending")
    let order = record.text("order").flatMap(OrderKind.init(rawValue:)) ?? .none
    let arrival = instant(record, "arrival") ?? 0
    let until = instant(record, "until", after: arrival)
    return Lending(
      order: order, offers: buildOffers(record, sites, external: false),
      keepFree: record.number("keep-free") ?? 0, leadTime: record.time("lead-time") ?? 0,
      arrival: arrival, until: until ?? frame.horizon.length, placed: record.time("placed") ?? 0)
  }

  mutating func buildOverflow(_ sites: [Site]) -> Overflow {
    let record = root.record("overflow")
    return Overflow(
      offers: buildOffers(record, sites, external: true), leadTime: record.time("lead-time") ?? 0)
  }

  private mutating func buildOffers(
    _ record: Record, _ sites: [Site], external: Bool
  ) -> [Offer] {
    record.amounts("offers").compactMap { entry, value in
      var tree = entry.value
      tree.position = entry.keyPosition
      guard case .whole(let vCPU) = value,
        require(entry.key, oneOf: sites.map(\.id), what: "site", at: tree)
      else { return nil }
      if sites.contains(where: { $0.id == entry.key && $0.isExternal != external }) {
        issues.append(
          Issue(
            at: tree.position, path: tree.path,
            external
              ? "\"\(entry.key)\" is not external" : "\"\(entry.key)\" is an external site",
            hint: external ? "sites of the administration lend" : "external sites are an overflow"))
      }
      return Offer(site: entry.key, vCPU: Int(vCPU))
    }
  }
}
