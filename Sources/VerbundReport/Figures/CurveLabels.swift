/// Names at the ends of curves, moved apart, each with a piece of its line.
struct CurveLabels {
  let path: CurvePath
  let curves: [Figure.Curve]
  let steps: Int

  private static let gap = 34.0
  private static let longest = 20

  private struct Place {
    var curve: Figure.Curve
    /// Where the curve ends, and where its name stands.
    var end: Double
    var y: Double
  }

  var markup: Markup { .join(places.map(label)) }

  private var places: [Place] {
    var places = curves.map { curve -> Place in
      let last = curve.mean.prefix(steps).last { $0 != nil }.flatMap(\.self)
      let end = path.y(last ?? 0)
      return Place(curve: curve, end: end, y: end)
    }
    // Stable: equal ends keep the order of the variants.
    places = places.enumerated().sorted {
      ($0.element.end, $0.offset) < ($1.element.end, $1.offset)
    }
    .map(\.element)
    let room = (path.bottom - path.top) / Double(max(places.count - 1, 1))
    let gap = min(Self.gap, room)
    for index in places.indices.dropFirst() {
      places[index].y = max(places[index].y, places[index - 1].y + gap)
    }
    var limit = path.bottom
    for index in places.indices.reversed() {
      places[index].y = min(places[index].y, limit)
      limit = places[index].y - gap
    }
    return places
  }

  private func label(_ place: Place) -> Markup {
    let (x, y) = (wholeUnits(path.right), wholeUnits(place.y))
    return """
      <path class="lead-line" d="M\(x) \(wholeUnits(place.end))L\(x + 22) \(y)"/>\
      <path class="curve s\(place.curve.style)" d="M\(x + 26) \(y)h68"/>\
      <text x="\(x + 104)" y="\(y + 9)">\
      \(DrawingPieces.shortened(place.curve.title, to: Self.longest))</text>
      """
  }
}
