import Foundation
import Testing
import VerbundCore

@Suite struct GeographyTests {
  private static let cities: [String: Location] = [
    "Berlin": Location(latitude: 52.53, longitude: 13.34),
    "Bonn": Location(latitude: 50.73, longitude: 7.10),
    "Düsseldorf": Location(latitude: 51.23, longitude: 6.78),
    "Hamburg": Location(latitude: 53.55, longitude: 9.99),
    "München": Location(latitude: 48.14, longitude: 11.58),
    "Schwerin": Location(latitude: 53.63, longitude: 11.41),
    "Stuttgart": Location(latitude: 48.78, longitude: 9.18),
    "Wien": Location(latitude: 48.21, longitude: 16.37),
  ]

  /// Air distances between city centres; one kilometre for the rounding of the places.
  @Test(arguments: [
    ("Düsseldorf", "Bonn", 59), ("Schwerin", "Hamburg", 93), ("Düsseldorf", "Stuttgart", 322),
    ("München", "Wien", 355), ("Düsseldorf", "Schwerin", 412), ("Düsseldorf", "Berlin", 473),
    ("Düsseldorf", "München", 487), ("Düsseldorf", "Wien", 766),
  ])
  func knownDistances(from: String, to: String, kilometres: Int) throws {
    let a = try #require(Self.cities[from])
    let b = try #require(Self.cities[to])
    #expect(abs(a.kilometres(to: b) - kilometres) <= 1)
    #expect(a.kilometres(to: b) == b.kilometres(to: a))
  }

  /// The haversine formula with the C library's functions, over the whole globe.
  @Test func againstHaversine() {
    let draws = Draws(seed: 9, night: 0)
    for i in 0..<2000 as Range<UInt32> {
      let u = (0..<4 as Range<UInt8>).map {
        draws.uniform(.work, stream: 0, Subject(visit: i, page: $0))
      }
      let a = Location(latitude: u[0] * 180 - 90, longitude: u[1] * 360 - 180)
      let b = Location(latitude: u[2] * 180 - 90, longitude: u[3] * 360 - 180)
      #expect(abs(Double(a.kilometres(to: b)) - haversine(a, b)) <= 0.5001)
    }
  }

  private func haversine(_ a: Location, _ b: Location) -> Double {
    let r = Double.pi / 180
    let x = sin((b.latitude - a.latitude) * r / 2)
    let y = sin((b.longitude - a.longitude) * r / 2)
    let h = x * x + cos(a.latitude * r) * cos(b.latitude * r) * y * y
    return 2 * 6_371 * asin(min(1, h.squareRoot()))
  }

  @Test func ends() {
    let here = Location(latitude: 51.23, longitude: 6.78)
    #expect(here.kilometres(to: here) == 0)
    let pole = Location(latitude: 90, longitude: 0)
    let other = Location(latitude: -90, longitude: 0)
    #expect(pole.kilometres(to: other) == 20_015)
  }
}
