import VerbundCore

/// Curves with bands, one panel below the other.
struct VegaLiteEvening {
  let evening: Figure.Evening
  let voice: Voice

  /// Steps of one value.
  private var bucket: Int {
    max(1, (evening.steps + VegaLiteSpec.finest - 1) / VegaLiteSpec.finest)
  }

  var rows: JSONText {
    let names = evening.names
    return .array(
      evening.panels.enumerated().flatMap { panel, content in
        content.curves.map { curve in
          let key = names.firstIndex { $0.isOf(curve) } ?? 0
          return .object([
            ("p", .integer(panel)), ("k", .string("k\(key)")), ("s", .integer(curve.style)),
            ("m", means(curve.mean)), ("l", means(curve.low, digits: 3)),
            ("h", means(curve.high, digits: 3)),
          ])
        }
      })
  }

  /// Intervals are known less well than means.
  private func means(_ values: [Double?], digits: Int = 4) -> JSONText {
    let values = values.prefix(evening.steps)
    return .array(
      stride(from: 0, to: values.count, by: bucket).map { first in
        let part = values[first..<min(first + bucket, values.count)].compactMap(\.self)
        return .rounded(part.isEmpty ? nil : part.reduce(0, +) / Double(part.count), digits: digits)
      })
  }

  var fields: [(String, JSONText)] {
    [
      ("transform", .array(transform)),
      ("vconcat", .array(evening.panels.indices.map(panel))),
    ]
  }

  /// Length of one value in milliseconds; times are those of the local clock, taken as UTC.
  private var millis: Int64 { evening.step / 1_000_000 &* Int64(bucket) }
  private var start: Int64 { (evening.start &+ Int64(evening.utcOffset)) &* 1_000 }

  private var transform: [JSONText] {
    let names = evening.names.enumerated().map { index, name in
      JSONText.object([("k", .string("k\(index)")), ("v", Vega.text(name.title))])
    }
    let count = JSONText.object([("op", .string("row_number")), ("as", .string("i"))])
    let clock = evening.spansDays ? voice.say("%d.%m. %H:%M", "%m-%d %H:%M") : "%H:%M"
    return [
      Vega.onlyShown, Vega.lookup(names, ["v"]),
      .object([("flatten", .array(["m", "l", "h"].map { .string($0) }))]),
      .object([
        ("window", .array([count])), ("groupby", .array([.string("p"), .string("k")])),
      ]),
      // A value stands in the middle of its time and is named by its beginning.
      Vega.calculate("\(start) + (datum.i - 0.5) * \(millis)", as: "t"),
      Vega.calculate("datum.t - \(millis / 2)", as: "a"),
      Vega.calculate("datum.t + \(millis / 2)", as: "z"),
      Vega.calculate("utcFormat(datum.a, '\(clock)')", as: "c"),
    ]
  }

  // MARK: Panels

  private func panel(_ index: Int) -> JSONText {
    let panel = evening.panels[index]
    let title = AxisText(unit: panel.unit, voice: voice).title(panel.title)
    let words = Vega.words(unit: panel.unit, voice: voice)
    let isLast = index == evening.panels.count - 1
    return .object([
      ("title", Vega.text(title)), ("height", .integer(evening.panels.count > 2 ? 120 : 160)),
      ("width", .integer(600)),
      (
        "transform",
        .array([
          .object([("filter", .string("datum.p == \(index)"))]),
          Vega.calculate("isValid(datum.m) ? \(words) : null", as: "w"),
        ])
      ),
      ("encoding", .object([("x", x(labels: isLast))])),
      ("layer", .array(layers(panel, index))),
    ])
  }

  private func x(labels: Bool) -> JSONText {
    let end = start &+ millis &* Int64((evening.steps + bucket - 1) / bucket)
    func instant(_ millis: Int64) -> JSONText { .object([("expr", .string("\(millis)"))]) }
    let scale = JSONText.object([
      ("type", .string("utc")), ("domainMin", instant(start)), ("domainMax", instant(end)),
      ("nice", .truth(false)),
    ])
    var axis: [(String, JSONText)] = [
      ("title", .string(labels ? voice.say("Uhrzeit am Ort", "Local time") : "")),
      ("labelOverlap", .truth(true)),
    ]
    axis.append(
      evening.spansDays ? ("labels", .truth(labels)) : ("format", .string("%H:%M")))
    if !labels, !evening.spansDays { axis.append(("labels", .truth(false))) }
    return Vega.field("t", "temporal", [("scale", scale), ("axis", .object(axis))])
  }

  private func layers(_ panel: Figure.Panel, _ index: Int) -> [JSONText] {
    func y(_ field: String) -> JSONText { self.y(field, panel) }
    let band = layer(
      [("type", .string("area")), ("opacity", .number(0.16)), ("clip", .truth(true))],
      [
        ("y", Vega.field("l", "quantitative", [("title", .null)])),
        ("y2", .object([("field", .string("h"))])),
        ("color", Vega.field("v", "nominal", [("title", legend)])),
      ])
    let line = layer(
      [("type", .string("line")), ("strokeWidth", .number(2))],
      [("y", y("m")), ("color", colour), ("strokeDash", dash)])
    let hasBands = panel.curves.contains { !$0.low.isEmpty }
    return (hasBands ? [band] : []) + [line] + mark(panel) + [hover(panel, index)]
  }

  private func y(_ field: String, _ panel: Figure.Panel) -> JSONText {
    let ticks = JSONText.array(panel.ticks.map { .number($0) })
    let axis = JSONText.object(
      [
        ("title", .null), ("values", ticks), ("tickCount", .integer(panel.ticks.count)),
        ("labelOverlap", .truth(false)),
      ]
        + Vega.percent(panel.unit, voice))
    return Vega.field(
      field, "quantitative", [("scale", Vega.scale(0, panel.full)), ("axis", axis)])
  }

  private func layer(
    _ mark: [(String, JSONText)], _ encoding: [(String, JSONText)],
    _ more: [(String, JSONText)] = []
  ) -> JSONText {
    .object([("mark", .object(mark)), ("encoding", .object(encoding))] + more)
  }

  /// Colour and dash have one field, one domain and one title, so that they make one legend.
  private var colour: JSONText {
    encoding(range: .string("category"))
  }

  private var dash: JSONText {
    encoding(range: .array(evening.names.map { Vega.dashes($0.style) }))
  }

  private func encoding(range: JSONText) -> JSONText {
    let scale = JSONText.object([
      ("domain", .array(evening.names.map { Vega.text($0.title) })), ("range", range),
    ])
    return Vega.field("v", "nominal", [("scale", scale), ("title", legend)])
  }

  private var legend: JSONText { .string(voice.say("Variante", "Variant")) }

  private func mark(_ panel: Figure.Panel) -> [JSONText] {
    guard let mark = panel.mark else { return [] }
    let data = JSONText.object([
      ("values", .array([.object([("y", .number(mark.value)), ("w", Vega.text(mark.title))])]))
    ])
    let y = y("y", panel)
    func layer(_ mark: [(String, JSONText)], _ more: [(String, JSONText)]) -> JSONText {
      .object([
        ("data", data), ("mark", .object(mark)),
        ("encoding", .object([("x", .object([("value", .integer(0))])), ("y", y)] + more)),
      ])
    }
    let across = JSONText.object([("value", .string("width"))])
    return [
      layer(
        [("type", .string("rule")), ("strokeDash", .array([.integer(1), .integer(4)]))],
        [("x2", across)]),
      layer(
        [
          ("type", .string("text")), ("align", .string("left")), ("dx", .integer(4)),
          ("dy", .integer(10)),
        ], [("text", Vega.field("w", "nominal"))]),
    ]
  }

  /// The time at the pointer, and what all curves say there.
  private func hover(_ panel: Figure.Panel, _ index: Int) -> JSONText {
    let names = evening.names
    let keys = panel.curves.map { curve in names.firstIndex { $0.isOf(curve) } ?? 0 }
    let lines = keys.map { key in
      Vega.field("k\(key)", "nominal", [("title", Vega.text(names[key].title))])
    }
    let clock = Vega.field("c", "nominal", [("title", .string(voice.say("ab", "from")))])
    let select = JSONText.object([
      ("type", .string("point")), ("fields", .array([.string("a")])),
      ("on", .string("pointerover")), ("clear", .string("pointerout")),
    ])
    let pivot = JSONText.object([
      ("pivot", .string("k")), ("value", .string("w")), ("op", .string("max")),
      ("groupby", .array(["a", "z", "c"].map { .string($0) })),
    ])
    let isHit = JSONText.object([
      ("param", .string("hover\(index)")), ("empty", .truth(false)), ("value", .number(0.2)),
    ])
    return layer(
      [("type", .string("rect"))],
      [
        ("x", Vega.field("a", "temporal")), ("x2", .object([("field", .string("z"))])),
        ("opacity", .object([("condition", isHit), ("value", .integer(0))])),
        ("tooltip", .array([clock] + lines)),
      ],
      [
        ("transform", .array([pivot])),
        (
          "params",
          .array([.object([("name", .string("hover\(index)")), ("select", select)])])
        ),
      ])
  }
}
