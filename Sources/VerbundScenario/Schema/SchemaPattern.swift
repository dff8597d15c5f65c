import VerbundCore

/// Regular expressions for texts with a form, in what all engines have in common.
enum SchemaPattern {
  private static let fraction = #"[0-9]+(\.[0-9]+)?"#
  /// With an exponent any number may become whole, or small enough.
  private static let scientific = #"[0-9]+(\.[0-9]+)?[eE][-+]?[0-9]+"#

  /// A number with a unit of the family, as text. A range from 0 on refuses the minus sign; a share
  /// up to 1 refuses more than 100 %. Other ends of ranges are no matter of a pattern.
  static func quantity(
    _ family: UnitFamily, _ range: ClosedRange<Double>, isWhole: Bool = false, after: String = ""
  ) -> String {
    let sign = range.lowerBound < 0 ? "[-+]?" : #"\+?"#
    if family == .share, range.upperBound == 1 { return "^\(sign)(\(upToOne))\(after)$" }
    let symbols = family.units.map(\.symbol).filter { !$0.isEmpty }
    // In families of several units a fraction of one may be a whole number of another.
    let isDigits = isWhole && symbols.count == 1
    let number = "(" + (isDigits ? #"[0-9]+(\.0+)?"# : fraction) + "|\(scientific))"
    guard !symbols.isEmpty else { return "^\(sign)\(number) *\(after)$" }
    let isOptional = symbols.count < family.units.count
    let startsWithDigit = symbols.contains { $0.first?.isNumber ?? false }
    let unit = "\(startsWithDigit ? " +" : " *")(\(symbols.joined(separator: "|")))"
    return "^\(sign)\(number)\(isOptional ? "(\(unit)| *)" : unit)\(after)$"
  }

  private static var upToOne: String {
    let perCent = #"0*(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?) *%"#
    let bare = #"(0*1(\.0+)?|0+(\.[0-9]+)?) *"#
    return "\(perCent)|\(bare)|\(scientific) *%?"
  }

  static let wholeNumber = "^-?[0-9]+$"
  static let timeOfDay = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
  private static let year = "(199[6-9]|20[0-9]{2}|21[0-9]{2})"
  private static let day = "\(year)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
  static let instant =
    "^\(day)[ T]([01][0-9]|2[0-3]):[0-5][0-9](:00)?(Z|[-+](0[0-9]|1[0-4]):[0-5][0-9])?$"

  /// The form of an id that is none of the words that every mapping may have.
  static func unreserved(_ rule: TextRule) -> String {
    "^(?!(value|confidence|source)$)" + (text(rule) ?? "^").dropFirst()
  }

  /// The form of a text; nil where only its length counts.
  static func text(_ rule: TextRule) -> String? {
    switch rule {
    case .plain, .long: nil
    case .id: "^[A-Za-z0-9-]{1,64}$"
    case .fileName: "^[a-z0-9-]{1,64}$"
    case .metric: "^[a-z0-9.-]{1,100}$"
    case .date: "^(\(day)|(spring|summer|autumn|winter) \(year))$"
    }
  }
}
