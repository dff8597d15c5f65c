/// Names at the ends of lines, moved apart, each with a piece of its line.
struct ChartLabels {
  let lines: [EveningChart.Line]
  let top: Double
  let bottom: Double
  /// The value at the top of the panel.
  let full: Double
  let voice: Voice

  private static let gap = 17.0
  private static let longest = 15

  private struct Place {
    var line: EveningChart.Line
    /// Where the line ends, and where its name stands.
    var end: Double
    var y: Double
  }

  var markup: Markup { .join(places.map(label)) }

  private var places: [Place] {
    let path = ChartPath(left: 0, right: 1, top: top, bottom: bottom, full: full, steps: 1)
    var places = lines.map { line -> Place in
      let end = path.y(line.mean.last { $0 != nil }.flatMap(\.self) ?? 0)
      return Place(line: line, end: end, y: end)
    }
    // Stable: equal ends keep the order of the variants.
    places = places.enumerated().sorted {
      ($0.element.end, $0.offset) < ($1.element.end, $1.offset)
    }
    .map(\.element)
    for index in places.indices.dropFirst() {
      places[index].y = max(places[index].y, places[index - 1].y + Self.gap)
    }
    let over = (places.last?.y ?? bottom) - bottom
    guard over > 0 else { return places }
    var limit = bottom
    for index in places.indices.reversed() {
      places[index].y = min(places[index].y, limit)
      limit = places[index].y - Self.gap
    }
    return places
  }

  private func label(_ place: Place) -> Markup {
    let x = EveningChart.right
    let y = coordinate(place.y)
    let name = voice.say(place.line.title)
    let short = name.count > Self.longest ? name.prefix(Self.longest - 1) + "…" : name[...]
    return """
      <path class="lead-line" d="M\(coordinate(x)) \(coordinate(place.end))\
      L\(coordinate(x + 12)) \(y)"/>\
      <path class="curve s\(place.line.style)" d="M\(coordinate(x + 14)) \(y)\
      L\(coordinate(x + 50)) \(y)"/>\
      <text x="\(coordinate(x + 56))" y="\(coordinate(place.y + 4.5))">\(String(short))</text>
      """
  }
}
