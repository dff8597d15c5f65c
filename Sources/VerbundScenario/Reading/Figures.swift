import VerbundCore
import VerbundModel

/// Numbers, times and texts out of scalars.
extension Kind {
  static func quantity(
    _ text: String, _ family: UnitFamily, _ range: ClosedRange<Double>
  ) throws(ValueFault) -> Double {
    let value: Double
    do {
      value = try family.parse(text)
    } catch {
      throw fault(error, in: text, family)
    }
    guard range.contains(value) else {
      throw ValueFault(
        "\"\(text)\" is out of range",
        hint: "\(family.describe(range.lowerBound)) to \(family.describe(range.upperBound))")
    }
    return value
  }

  static func wholeQuantity(
    _ text: String, _ family: UnitFamily, _ range: ClosedRange<Double>
  ) throws(ValueFault) -> Int64 {
    let value = try quantity(text, family, range)
    guard let whole = Int64(exactly: value) else {
      throw ValueFault("\"\(text)\" must be a whole number of \(family.units[0].symbol)")
    }
    return whole
  }

  static func integer(_ text: String, _ range: ClosedRange<Int64>) throws(ValueFault) -> Int64 {
    let body = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    guard !body.isEmpty, body.allSatisfy({ ("0"..."9").contains($0) }) else {
      let isNumber = (try? UnitFamily.bare.parse(text)) != nil
      throw ValueFault(
        isNumber ? "\"\(text)\" is no whole number" : "\"\(text)\" is no number",
        hint: "digits only, for example \"\(range.contains(12) ? 12 : range.lowerBound)\"")
    }
    guard let value = Int64(text), range.contains(value) else {
      throw ValueFault(
        "\"\(text)\" is out of range", hint: "\(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  static func choice(_ text: String, among choices: [String]) throws(ValueFault) -> String {
    guard choices.contains(text) else {
      let near = nearestWord(to: text, among: choices).map { "did you mean \"\($0)\"?" }
      throw ValueFault(
        "\"\(text)\" is not possible here",
        hint: near ?? "one of \(choices.joined(separator: ", "))")
    }
    return text
  }

  /// The fault of a law that is named without its figures.
  static func lacksFigures(_ law: Key) -> ValueFault {
    guard case .table(let table) = law.kind, let first = table.keys.first else {
      return ValueFault("\"\(law.name)\" needs figures")
    }
    return ValueFault(
      "\"\(law.name)\" needs its figures",
      hint: "for example { \(law.name): { \(first.name): … } }")
  }

  static func minuteOfDay(_ text: String) throws(ValueFault) -> Int {
    var rest = Substring(text)
    guard let hour = Instant.digits(2, &rest), rest.first == ":" else { throw noTime(text) }
    rest.removeFirst()
    guard let minute = Instant.digits(2, &rest), rest.isEmpty, minute < 60 else {
      throw noTime(text)
    }
    guard hour < 24 else {
      throw ValueFault("\"\(text)\" is no time of day", hint: "midnight is \"00:00\"")
    }
    return hour * 60 + minute
  }

  private static func noTime(_ text: String) -> ValueFault {
    ValueFault("\"\(text)\" is no time of day", hint: "quoted hours and minutes: \"18:00\"")
  }

  static func band(_ tree: Tree, _ range: ClosedRange<Double>) throws(ValueFault) -> Band {
    if let text = tree.text, !tree.isNull {
      return Band(try quantity(text, .bare, range))
    }
    guard tree.isMapping else {
      throw ValueFault("must be \(Kind.band(range).expectation), is \(tree.kindName)")
    }
    let names = ["low", "middle", "high"]
    try refuseOthers(tree, names)
    var figures: [Double] = []
    for name in names {
      guard let part = tree[name], let text = part.text, !part.isNull else {
        throw ValueFault("\"\(name)\" is missing in the band", at: tree[name]?.position)
      }
      do {
        figures.append(try quantity(text, .bare, range))
      } catch {
        throw ValueFault("\(name): \(error.message)", hint: error.hint, at: part.position)
      }
    }
    guard figures[0] <= figures[1], figures[1] <= figures[2] else {
      throw ValueFault("a band must rise: low <= middle <= high")
    }
    return Band(low: figures[0], middle: figures[1], high: figures[2])
  }

  static func localized(_ tree: Tree) throws(ValueFault) -> LocalizedText {
    if let text = tree.text, !tree.isNull { return LocalizedText(try long(text)) }
    guard tree.isMapping else {
      throw ValueFault("must be \(Kind.localized.expectation), is \(tree.kindName)")
    }
    try refuseOthers(tree, ["de", "en"])
    var texts: [String] = []
    for name in ["de", "en"] {
      guard let part = tree[name], let text = part.text, !part.isNull else {
        throw ValueFault("the text in \"\(name)\" is missing", at: tree[name]?.position)
      }
      texts.append(try long(text))
    }
    return LocalizedText(de: texts[0], en: texts[1])
  }

  private static func long(_ text: String) throws(ValueFault) -> String {
    if let fault = TextRule.long.fault(in: text) { throw ValueFault(fault) }
    return text
  }

  private static func refuseOthers(_ tree: Tree, _ names: [String]) throws(ValueFault) {
    guard let other = tree.entries.first(where: { !names.contains($0.key) }) else { return }
    let near = nearestWord(to: other.key, among: names).map { "did you mean \"\($0)\"?" }
    throw ValueFault(
      "unknown key \"\(other.key)\"", hint: near ?? "known keys: \(names.joined(separator: ", "))",
      at: other.keyPosition)
  }

  private static func fault(
    _ fault: QuantityFault, in text: String, _ family: UnitFamily
  ) -> ValueFault {
    let symbols = family.units.map(\.symbol).filter { !$0.isEmpty }
    let oneOf = symbols.isEmpty ? "a bare number" : "units: \(symbols.joined(separator: ", "))"
    switch fault {
    case .noNumber:
      let example = symbols.first.map { $0 == "%" ? "12 %" : "10 \($0)" } ?? "1.5"
      return ValueFault("\"\(text)\" is no number", hint: "for example \"\(example)\"")
    case .tooLarge: return ValueFault("\"\(text)\" is too large")
    case .decimalComma: return ValueFault("\"\(text)\" has a comma", hint: "write a decimal point")
    case .missingUnit: return ValueFault("\"\(text)\" has no unit", hint: oneOf)
    case .unknownUnit(let unit):
      return family == .bare
        ? ValueFault("\"\(text)\" must be a bare number", hint: "leave out \"\(unit)\"")
        : ValueFault("\"\(unit)\" is no unit of \(family.rawValue)", hint: oneOf)
    }
  }
}
