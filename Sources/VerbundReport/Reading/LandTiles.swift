import VerbundCore

/// The sixteen Länder as tiles on a grid of our own: a schema, no map. Neighbours are near.
struct LandTile: Sendable, Hashable {
  var id: String
  var column: Int
  var row: Int

  static let all: [LandTile] = [
    LandTile(id: "SH", column: 2, row: 0),
    LandTile(id: "HB", column: 1, row: 1), LandTile(id: "HH", column: 2, row: 1),
    LandTile(id: "MV", column: 3, row: 1),
    LandTile(id: "NW", column: 0, row: 2), LandTile(id: "NI", column: 1, row: 2),
    LandTile(id: "ST", column: 2, row: 2), LandTile(id: "BB", column: 3, row: 2),
    LandTile(id: "BE", column: 4, row: 2),
    LandTile(id: "RP", column: 0, row: 3), LandTile(id: "HE", column: 1, row: 3),
    LandTile(id: "TH", column: 2, row: 3), LandTile(id: "SN", column: 3, row: 3),
    LandTile(id: "SL", column: 0, row: 4), LandTile(id: "BW", column: 1, row: 4),
    LandTile(id: "BY", column: 2, row: 4),
  ]
  /// Partners abroad, and suppliers outside the administration.
  static let abroad = LandTile(id: "abroad", column: 3, row: 4)
  static let outside = LandTile(id: "outside", column: 4, row: 4)

  /// The Land of a place: that of the nearest city below, or abroad beyond 150 km of all of them.
  static func of(_ place: Location) -> LandTile {
    let nearest = cities.map { ($0.land, place.kilometres(to: $0.place)) }
      .min { $0.1 < $1.1 }
    guard let (land, distance) = nearest, distance <= 150 else { return abroad }
    return all.first { $0.id == land } ?? abroad
  }

  /// Centres of cities: the capitals, and where providers of the catalogue sit.
  private static let cities: [(land: String, place: Location)] = [
    ("SH", 54.32, 10.14), ("HH", 53.55, 9.99), ("HB", 53.08, 8.80), ("NI", 52.37, 9.74),
    ("MV", 53.63, 11.41), ("NW", 51.23, 6.78), ("NW", 50.73, 7.10), ("NW", 50.91, 6.81),
    ("NW", 51.50, 6.53), ("NW", 51.96, 7.63), ("NW", 50.87, 8.02), ("NW", 51.39, 7.77),
    ("HE", 50.08, 8.24), ("HE", 50.11, 8.68), ("HE", 50.58, 8.68), ("RP", 50.00, 8.27),
    ("BW", 48.78, 9.18), ("BW", 49.01, 8.40), ("BW", 49.19, 9.22), ("BY", 48.14, 11.58),
    ("BY", 49.45, 11.08), ("SL", 49.23, 7.00), ("BE", 52.52, 13.40), ("BB", 52.40, 13.06),
    ("SN", 51.05, 13.74), ("ST", 52.13, 11.63), ("TH", 50.98, 11.03),
  ].map { ($0.0, Location(latitude: $0.1, longitude: $0.2)) }
}
