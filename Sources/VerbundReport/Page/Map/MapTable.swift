import VerbundModel

/// What the map shows, as tables: sites, and links with their highest load.
struct MapTable {
  let map: FederationMap
  let layout: MapLayout

  private var voice: Voice { map.voice }
  private var section: SectionContext { map.section }

  var markup: Markup {
    let summary = voice.say("Die Karte als Tabelle", "The map as a table")
    return "<details><summary>\(summary)</summary>\n\(sites)\n\(links)\n</details>"
  }

  private var sites: Markup {
    let heads: [Markup] = [
      "\(voice.say("Standort", "Site"))", "\(voice.say("Land", "Land"))",
      "\(voice.say("vCPU, angenommen", "vCPU, assumed"))",
    ]
    let given = voice.say("verliehen, vCPU-h je Nacht", "lent, vCPU-h per night")
    let columns = map.view.columns.indices.filter { index in
      map.flows.contains { $0.variant == index }
    }
    let rows = layout.places.map { place -> (head: Markup, cells: [Markup]) in
      let fixed: [Markup] = ["\(map.name(place.tile))", "\(voice.numbers.whole(vCPU(place.site)))"]
      return ("\(voice.say(place.site.name))", fixed + columns.map { "\(lent(place, $0))" })
    }
    let lends = columns.map { index -> Markup in
      "\(voice.say(map.view.columns[index].title))<br><small>\(given)</small>"
    }
    return section.table(
      voice.say("Standorte und was sie verleihen", "Sites and what they lend"), style: "data",
      heads: heads + lends, rows: rows)
  }

  private func lent(_ place: MapLayout.Place, _ variant: Int) -> String {
    let hours = map.flows.filter { $0.variant == variant && $0.loan.lender == place.site.id }
      .compactMap(\.loan.vCPUHours.mean)
    return hours.isEmpty
      ? NumberStyle.none : voice.numbers.significant(hours.reduce(0, +), digits: 3)
  }

  private func vCPU(_ site: Site) -> Int {
    site.hosts.reduce(0) { sum, group in
      let each = map.view.scenario?.hostClasses.first { $0.id == group.hostClass }?.vCPU ?? 0
      return sum &+ group.count.multipliedReportingOverflow(by: each).partialValue
    }
  }

  private var links: Markup {
    guard let all = map.view.scenario?.links, !all.isEmpty else { return "" }
    let heads = [
      voice.say("Leitung", "Link"), voice.say("von", "from"), voice.say("nach", "to"),
      voice.say("Gbit/s, angenommen", "Gbit/s, assumed"),
      voice.say("höchste Last, Mbit/s", "highest load, Mbit/s"),
    ].map { "\($0)" as Markup }
    let rows = all.map { link -> (head: Markup, cells: [Markup]) in
      let load = map.peakLoad([link.id]).map { voice.numbers.significant($0, digits: 3) }
      return (
        "\(link.id)",
        [
          "\(node(link.ends.first))", "\(node(link.ends.last))",
          "\(voice.numbers.significant(link.bandwidth / 1e9, digits: 2))",
          "\(load ?? NumberStyle.none)",
        ]
      )
    }
    return section.table(
      voice.say(
        "Leitungen und ihre höchste Last in einer Variante",
        "Links and their highest load in any variant"),
      style: "data", heads: heads, rows: rows)
  }

  private func node(_ id: String?) -> String {
    guard let id, let scenario = map.view.scenario else { return NumberStyle.none }
    if let site = scenario.sites.first(where: { $0.id == id }) { return voice.say(site.name) }
    if let hub = scenario.hubs.first(where: { $0.id == id }) { return hub.name }
    return scenario.regions.first { $0.id == id }?.name ?? id
  }
}
