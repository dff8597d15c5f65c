/// Groups of horizontal bars.
struct VegaLiteBars {
  let bars: Figure.Bars
  let voice: Voice

  var names: [Figure.Name] { Figure.names(bars.bars.map { ($0.title, $0.style) }) }

  var rows: JSONText {
    .array(
      bars.bars.enumerated().map { index, bar in
        .object([
          ("k", .string("k\(index)")), ("s", .integer(bar.style)),
          ("m", .rounded(bar.value, digits: 7)), ("l", .rounded(bar.low, digits: 7)),
          ("h", .rounded(bar.high, digits: 7)),
        ])
      })
  }

  var fields: [(String, JSONText)] {
    let names = bars.bars.enumerated().map { index, bar in
      JSONText.object([
        ("k", .string("k\(index)")), ("g", Vega.text(bar.group)), ("v", Vega.text(name(bar))),
        ("b", Vega.text(AxisText(unit: bars.unit, voice: voice).full(bar.value))),
      ])
    }
    let words = Vega.words(unit: bars.unit, voice: voice)
    let header = JSONText.object([
      ("title", .null), ("labelOrient", .string("top")), ("labelAnchor", .string("start")),
      ("labelAngle", .integer(0)), ("labelFontWeight", .string("bold")),
    ])
    let row = Vega.field(
      "g", "nominal",
      [("header", header), ("sort", .array(bars.groups.map { Vega.text($0.title) }))])
    return [
      (
        "transform",
        .array([
          Vega.onlyShown, Vega.lookup(names, ["g", "v", "b"]),
          Vega.calculate("isValid(datum.m) ? \(words) : '\(NumberStyle.none)'", as: "w"),
          Vega.calculate(JSONText.number(bars.mark?.value).text, as: "g0"),
          Vega.calculate("isValid(datum.h) ? datum.h : datum.m", as: "e"),
        ])
      ),
      ("title", Vega.text(AxisText(unit: bars.unit, voice: voice).title(bars.title))),
      ("facet", .object([("row", row)])), ("spec", spec),
    ] + (haveAllVariants ? [] : [independentRows])
  }

  private func name(_ bar: Figure.Bar) -> String {
    names.first { $0.source == bar.title && $0.style == bar.style }?.title ?? bar.title
  }

  private var spec: JSONText {
    .object([
      ("width", .integer(400)), ("height", .object([("step", .integer(26))])),
      ("encoding", .object([("y", y)])),
      (
        "layer",
        .array(
          mark + [
            layer(
              [("type", .string("bar")), ("height", .integer(14))],
              [
                ("x", x("m")), ("color", colour),
                (
                  "tooltip",
                  .array([
                    Vega.field(
                      "v", "nominal", [("title", .string(voice.say("Variante", "Variant")))]),
                    Vega.field("w", "nominal", [("title", Vega.text(bars.title))]),
                  ])
                ),
              ]),
            layer(
              [("type", .string("rule")), ("strokeWidth", .number(1.5))],
              [("x", x("l")), ("x2", .object([("field", .string("h"))]))]),
            layer(
              [("type", .string("text")), ("align", .string("left")), ("dx", .integer(6))],
              [("x", x("e")), ("text", Vega.field("b", "nominal"))]),
          ])
      ),
    ])
  }

  private func layer(
    _ mark: [(String, JSONText)], _ encoding: [(String, JSONText)]
  ) -> JSONText {
    // Nothing is filtered here: forks of the data would have scales of their own.
    .object([
      ("mark", .object(mark + [("invalid", .null)])), ("encoding", .object(encoding)),
    ])
  }

  private func x(_ field: String) -> JSONText {
    let ticks = JSONText.array(bars.ticks.map { .number($0) })
    let axis = JSONText.object(
      [("title", .null), ("values", ticks), ("tickCount", .integer(bars.ticks.count))]
        + Vega.percent(bars.unit, voice))
    return Vega.field(
      field, "quantitative", [("scale", Vega.scale(0, bars.full)), ("axis", axis)])
  }

  /// Groups of the same variants have the same rows.
  private var haveAllVariants: Bool {
    let titles = names.map(\.title)
    return bars.groups.allSatisfy { $0.bars.map(name) == titles }
  }

  private var independentRows: (String, JSONText) {
    ("resolve", .object([("scale", .object([("y", .string("independent"))]))]))
  }

  private var y: JSONText {
    var fields = [("sort", JSONText.null), ("axis", .object([("title", .null)]))]
    if haveAllVariants {
      let domain = JSONText.array(names.map { Vega.text($0.title) })
      fields.append(("scale", .object([("domain", domain)])))
    }
    return Vega.field("v", "nominal", fields)
  }

  private var colour: JSONText {
    let scale = JSONText.object([
      ("domain", .array(names.map { Vega.text($0.title) })), ("range", .string("category")),
    ])
    return Vega.field("v", "nominal", [("scale", scale), ("legend", .null)])
  }

  /// A piece of the target's line in every row.
  private var mark: [JSONText] {
    guard bars.mark != nil else { return [] }
    return [
      layer(
        [("type", .string("tick")), ("size", .integer(26)), ("thickness", .number(1.5))],
        [("x", x("g0"))])
    ]
  }
}
