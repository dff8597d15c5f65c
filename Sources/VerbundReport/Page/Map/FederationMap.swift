import VerbundMeasure
import VerbundModel

/// The Länder as tiles with sites, links and what was lent, for one case.
struct FederationMap {
  let section: SectionContext
  let view: CaseView
  /// Makes the ids unique on the page.
  let number: Int

  var voice: Voice { section.voice }
  var input: ReportInput { section.input }

  var markup: Markup {
    guard let scenario = view.scenario else { return "" }
    let layout = MapLayout(scenario)
    let label = voice.say("Karte, seitlich verschiebbar", "Map, scrolls sideways")
    return """
      <figure>
      <div class="scroll" role="region" tabindex="0" aria-label="\(label)">
      \(drawing(layout))
      </div>
      \(key)
      <figcaption>\(finding(layout)) <span class="note">\(legend)</span></figcaption>
      </figure>
      \(MapTable(map: self, layout: layout).markup)
      """
  }

  /// Loans of all variants, with the variant's number for its colour and dashes.
  var flows: [(variant: Int, loan: LoanSummary)] {
    view.columns.enumerated().flatMap { index, column in
      (input.loans.first { $0.variant == column.variant && $0.case == column.case }?.loans ?? [])
        .map { (index, $0) }
    }
  }

  // MARK: Drawing

  private func drawing(_ layout: MapLayout) -> Markup {
    let id = section.id("map-\(number)")
    let tiles = LandTile.all + layout.extra
    let title = voice.say("Standorte, Leitungen und Leihe", "Sites, links and loans")
    let box = "-8 -8 \(whole(MapLayout.width + 16)) \(whole(layout.total + 16))"
    return """
      <svg class="map" viewBox="\(box)" role="img" aria-labelledby="\(id)-title \(id)-desc">
      <title id="\(id)-title">\(title)</title>
      <desc id="\(id)-desc">\(finding(layout))</desc>
      \(Markup.join(tiles.map { tile($0, layout) }, ""))
      \(Markup.join(layout.lines.map { line($0, layout) }))
      \(Markup.join(MapFlow.all(flows, layout).map { flow($0, layout) }))
      \(Markup.join(tiles.map { label($0, layout) }, ""))
      \(Markup.join(layout.places.map(place)))
      </svg>
      """
  }

  private func tile(_ tile: LandTile, _ layout: MapLayout) -> Markup {
    let origin = layout.origin(tile)
    let (x, y) = (whole(origin.x), whole(origin.y))
    let isUsed = layout.places.contains { $0.tile == tile }
    let style: Markup = isUsed ? "tile used" : "tile"
    let (w, h) = (whole(MapLayout.size), whole(layout.height))
    return
      "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" width=\"\(w)\" height=\"\(h)\" rx=\"6\"/>"
  }

  private func label(_ tile: LandTile, _ layout: MapLayout) -> Markup {
    let origin = layout.origin(tile)
    return """
      <text class="land halo" x="\(whole(origin.x + 8))" y="\(whole(origin.y + 18))">\
      \(name(tile))</text>
      """
  }

  func name(_ tile: LandTile) -> String {
    switch tile.id {
    case "abroad": voice.say("Ausland", "abroad")
    case "outside": voice.say("außen", "outside")
    default: tile.id
    }
  }

  private func place(_ place: MapLayout.Place) -> Markup {
    let isHome = place.site.id == view.workload(view.focus)?.home
    let name = voice.say(place.site.name)
    let short = name.count > 11 ? name.prefix(9) + "…" : name
    let mark: Markup = isHome ? "site home" : "site"
    let (x, y) = (whole(place.x), whole(place.y))
    return """
      <g><title>\(name)</title><circle class="\(mark)" cx="\(x)" cy="\(y)" r="6"/>\
      <text class="halo" x="\(whole(place.x + 11))" y="\(whole(place.y + 4))">\(short)</text></g>
      """
  }

  /// As wide as the largest mean load in any variant asks for.
  private func line(_ line: MapLayout.Line, _ layout: MapLayout) -> Markup {
    let (a, b) = (layout.centre(line.from), layout.centre(line.to))
    let width = 1 + 5 * min(1, ((peakLoad(line.links) ?? 0) / 10_000).squareRoot())
    return """
      <line class="wire" x1="\(whole(a.x))" y1="\(whole(a.y))" x2="\(whole(b.x))" \
      y2="\(whole(b.y))" stroke-width="\(tenth(width))"/>
      """
  }

  /// Mbit/s in the busiest step of any variant, over the links taken together; nil without series.
  func peakLoad(_ links: [String]) -> Double? {
    view.columns.flatMap { column in
      links.compactMap { id -> Double? in
        let link = view.scenario?.links.first { $0.id == id }
        return input.series("utilisation", scope: "link:" + id, column)?.mean.compactMap(\.self)
          .max().map { $0 * (link?.bandwidth ?? 0) / 1e6 }
      }
    }.max()
  }

  private func flow(_ flow: MapFlow, _ layout: MapLayout) -> Markup {
    let arrow = MapArrow(
      from: (flow.from.x, flow.from.y), to: (flow.to.x, flow.to.y),
      bend: 0.12 + 0.1 * Double(flow.variant % 4))
    let largest = MapFlow.all(flows, layout).map(\.hours).max() ?? flow.hours
    let style = input.style(of: view.columns[flow.variant].variant)
    let width = tenth(1.5 + 3 * (flow.hours / largest).squareRoot())
    return """
      <g><path class="flow s\(style)" d="\(arrow.path)" stroke-width="\(width)"/>\
      <path class="f\(style)" d="\(arrow.head)"/></g>
      """
  }

  /// Which arrow belongs to which variant.
  private var key: Markup {
    let used = view.columns.indices.filter { index in flows.contains { $0.variant == index } }
    guard !used.isEmpty else { return "" }
    let items = used.map { index -> Markup in
      let column = view.columns[index]
      let style = input.style(of: column.variant)
      return """
        <li><svg viewBox="0 0 44 10" width="44" height="10" aria-hidden="true" focusable="false">\
        <path class="flow s\(style)" d="M0 5H40" stroke-width="3"/></svg> \
        \(voice.say(column.title))</li>
        """
    }
    return "<ul class=\"key\">\n\(Markup.join(items))\n</ul>"
  }

  // MARK: Words

  /// Who lent most, in vCPU-h per night.
  func finding(_ layout: MapLayout) -> String {
    let count = voice.numbers.whole(layout.places.count)
    let sites =
      layout.places.count == 1
      ? voice.say("1\u{A0}Standort.", "1\u{A0}site.")
      : voice.say("\(count)\u{A0}Standorte.", "\(count)\u{A0}sites.")
    guard let most = MapFlow.all(flows, layout).max(by: { $0.hours < $1.hours }) else {
      return sites
        + voice.say(" Nichts wird geliehen oder gemietet.", " Nothing is lent or rented.")
    }
    let amount = voice.numbers.join(voice.numbers.significant(most.hours, digits: 2), "vCPU-h")
    let from = voice.quote(voice.say(most.from.site.name))
    let variant = section.name(view.columns[most.variant])
    return sites
      + voice.say(
        " Am meisten kommt von \(from): \(amount) je Nacht mit \(variant).",
        " The most comes from \(from): \(amount) per night with \(variant).")
  }

  private var legend: String {
    voice.say(
      """
      Kacheln sind Länder, schematisch; der gefüllte Punkt ist der Standort des Dienstes; graue \
      Linien sind Leitungen, breiter mit der höchsten Last; \
      Pfeile gehen vom Verleiher zum Entleiher, Farbe und Strich nach Variante, breiter mit den \
      vCPU-h. Standorte stehen im Land ihrer Stadt.
      """,
      """
      Tiles are Länder, schematic; the filled dot is the service's own site; grey lines are links, \
      wider with their highest load; arrows go \
      from lender to borrower, colour and dashes by variant, wider with vCPU-h. Sites stand in the \
      Land of their city.
      """)
  }
}

func whole(_ value: Double) -> String { String(Int(value.rounded())) }

func tenth(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(abs(tenths % 10))"
}
