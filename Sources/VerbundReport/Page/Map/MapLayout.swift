import VerbundCore
import VerbundModel

/// Where everything of one case stands on the tiles.
struct MapLayout {
  struct Place: Sendable {
    var site: Site
    var tile: LandTile
    var x: Double
    var y: Double
  }

  /// A connection between two tiles: all links that run so, taken together.
  struct Line: Sendable {
    var from: LandTile
    var to: LandTile
    var links: [String]
  }

  static let size = 104.0
  static let gap = 22.0
  static let width = 5 * size + 4 * gap
  /// Of a tile: room for the sites of the fullest one.
  let height: Double
  var total: Double { 5 * height + 4 * Self.gap }

  let places: [Place]
  let lines: [Line]
  /// Tiles beside the Länder that something stands on.
  let extra: [LandTile]

  init(_ scenario: Scenario) {
    var counts: [String: Int] = [:]
    let tiles = scenario.sites.map { $0.isExternal ? LandTile.outside : LandTile.of($0.location) }
    var totals: [String: Int] = [:]
    for tile in tiles { totals[tile.id, default: 0] += 1 }
    let fullest = min(totals.values.max() ?? 0, 12)
    let height = max(82, 36 + 18 * Double(fullest))
    self.height = height
    places = zip(scenario.sites, tiles).map { site, tile in
      let index = counts[tile.id, default: 0]
      counts[tile.id] = index + 1
      let origin = Self.origin(tile, height)
      let step = min(22, (height - 34) / Double(max(totals[tile.id, default: 1], 1)))
      return Place(
        site: site, tile: tile, x: origin.x + 14, y: origin.y + 34 + Double(index) * step)
    }
    extra = [LandTile.abroad, .outside].filter { tile in tiles.contains(tile) }
    lines = Self.lines(scenario)
  }

  private static func origin(_ tile: LandTile, _ height: Double) -> (x: Double, y: Double) {
    (Double(tile.column) * (size + gap), Double(tile.row) * (height + gap))
  }

  func origin(_ tile: LandTile) -> (x: Double, y: Double) { Self.origin(tile, height) }

  func centre(_ tile: LandTile) -> (x: Double, y: Double) {
    let origin = origin(tile)
    return (origin.x + Self.size / 2, origin.y + height / 2)
  }

  func place(_ site: String) -> Place? { places.first { $0.site.id == site } }

  private static func lines(_ scenario: Scenario) -> [Line] {
    func tile(_ node: String) -> LandTile? {
      if let site = scenario.sites.first(where: { $0.id == node }) {
        return site.isExternal ? .outside : LandTile.of(site.location)
      }
      if let hub = scenario.hubs.first(where: { $0.id == node }) { return .of(hub.location) }
      return scenario.regions.first { $0.id == node }.map { .of($0.location) }
    }
    var lines: [Line] = []
    for link in scenario.links where link.ends.count == 2 {
      guard let a = tile(link.ends[0]), let b = tile(link.ends[1]), a != b else { continue }
      let (from, to) = a.id < b.id ? (a, b) : (b, a)
      if let index = lines.firstIndex(where: { $0.from == from && $0.to == to }) {
        lines[index].links.append(link.id)
      } else {
        lines.append(Line(from: from, to: to, links: [link.id]))
      }
    }
    return lines
  }
}
