import VerbundCore

/// A figure in the language of Vega-Lite. Names stand apart from the data, so that both languages
/// of a page draw from the same values.
struct VegaLiteSpec {
  let figure: Figure
  let voice: Voice

  /// Steps of a curve at most; more are means over several.
  static let finest = CurvePath.finest

  /// As it lies in the page: its data come by the name `rows`.
  var inPage: JSONText { .object(fields(data: .object([("name", .string("rows"))]))) }

  /// With its data, as other programs of Vega-Lite read it.
  var full: JSONText {
    let schema = JSONText.string("https://vega.github.io/schema/vega-lite/v6.json")
    let colours = styles.map { JSONText.string(FigureStyle.light(style: $0)) }
    return .object(
      [("$schema", schema)] + fields(data: .object([("values", data)])) + [
        (
          "config",
          .object([("range", .object([("category", .array(colours))]))])
        )
      ])
  }

  /// One row per curve, or per bar.
  var data: JSONText {
    switch figure.shape {
    case .evening(let evening): VegaLiteEvening(evening: evening, voice: voice).rows
    case .bars(let bars): VegaLiteBars(bars: bars, voice: voice).rows
    }
  }

  private var styles: [Int] {
    switch figure.shape {
    case .evening(let evening): evening.names.map(\.style)
    case .bars(let bars): VegaLiteBars(bars: bars, voice: voice).names.map(\.style)
    }
  }

  private func fields(data: JSONText) -> [(String, JSONText)] {
    let text = Vega.text("\(figure.title). \(figure.finding)")
    // Colours of the page, light or dark, are put in by its script.
    let meta = JSONText.object([("styles", .array(styles.map { .integer($0) }))])
    let shown = JSONText.object([
      ("name", .string("shown")), ("value", .array((0..<8).map { .integer($0) })),
    ])
    let content =
      switch figure.shape {
      case .evening(let evening): VegaLiteEvening(evening: evening, voice: voice).fields
      case .bars(let bars): VegaLiteBars(bars: bars, voice: voice).fields
      }
    return [
      ("description", text), ("usermeta", meta), ("params", .array([shown])), ("data", data),
    ] + content
  }
}

/// Pieces of a specification.
enum Vega {
  /// Untrusted text without control and direction characters.
  static func text(_ value: String) -> JSONText { .string(TerminalText.clean(value)) }

  static func calculate(_ expression: String, as name: String) -> JSONText {
    .object([("calculate", .string(expression)), ("as", .string(name))])
  }

  /// Common values (style 8) are always shown.
  static let onlyShown = JSONText.object([
    (
      "filter",
      .string("datum.s == \(VariantStyle.common) || indexof(shown, datum.s) >= 0")
    )
  ])

  /// Names by the key of their row.
  static func lookup(_ names: [JSONText], _ fields: [String]) -> JSONText {
    .object([
      ("lookup", .string("k")),
      (
        "from",
        .object([
          ("data", .object([("values", .array(names))])), ("key", .string("k")),
          ("fields", .array(fields.map { .string($0) })),
        ])
      ),
    ])
  }

  /// A value with its interval, as tooltips and labels say it.
  static func words(unit: String, voice: Voice) -> String {
    """
    \(amount("m", unit: unit, voice: voice)) + (isValid(datum.l) && isValid(datum.h) ? \
    ' (' + \(amount("l", unit: unit)) + ' – ' + \(amount("h", unit: unit)) + ')' : '')
    """
  }

  /// With its unit where there is a voice to say it.
  static func amount(_ field: String, unit: String, voice: Voice? = nil) -> String {
    let format = unit == "%" ? ",.1f" : ",.4~r"
    let behind = voice.map { " + '\($0.numbers.join("", unit))'" } ?? ""
    return "format(datum.\(field), '\(format)')\(behind)"
  }

  static func field(
    _ name: String, _ type: String, _ more: [(String, JSONText)] = []
  ) -> JSONText {
    .object([("field", .string(name)), ("type", .string(type))] + more)
  }

  static func scale(_ low: Double, _ high: Double) -> JSONText {
    .object([("domain", .array([.number(low), .number(high)])), ("nice", .truth(false))])
  }

  /// Axis labels of shares carry their sign.
  static func percent(_ unit: String, _ voice: Voice) -> [(String, JSONText)] {
    guard unit == "%" else { return [] }
    return [("labelExpr", .string("datum.label + '\(voice.numbers.join("", "%"))'"))]
  }

  /// Dashes of the eight styles and of the common one.
  static func dashes(_ style: Int) -> JSONText {
    let dashes: [[Int]] = [
      [1, 0], [9, 4], [3, 3], [11, 3, 2, 3], [6, 2], [2, 5], [14, 5], [9, 2, 2, 2, 2, 2], [1, 0],
    ]
    return .array(dashes[min(max(style, 0), dashes.count - 1)].map { .integer($0) })
  }
}
