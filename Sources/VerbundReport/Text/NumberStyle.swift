import VerbundModel

/// How figures are written: decimal comma and thin spaces in German, point and commas in English.
///
/// Needs no locale data, so that a bare machine writes the same bytes.
public struct NumberStyle: Sendable, Hashable {
  public var language: Language

  public init(_ language: Language) { self.language = language }

  /// What stands where there is no figure.
  public static let none = "–"

  /// A figure with a fixed number of decimals (0 to 9), grouped in thousands.
  public func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return Self.none }
    let decimals = min(max(decimals, 0), 9)
    let scaled = (abs(value) * powerOfTen(decimals)).rounded()
    guard scaled < 1e15 else { return exponential(value) }
    let whole = Int64(scaled)
    let unit = Int64(powerOfTen(decimals))
    let sign = value < 0 && whole > 0 ? "−" : ""
    guard decimals > 0 else { return sign + grouped(whole) }
    let fraction = String(whole % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return sign + grouped(whole / unit) + point + zeros + fraction
  }

  /// A figure with about `digits` significant digits; whole numbers lose none.
  public func significant(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return Self.none }
    if value == value.rounded(), abs(value) < 1e15 { return fixed(value, decimals: 0) }
    return fixed(value, decimals: max(0, digits - 1 - decade(of: value)))
  }

  /// A whole number.
  public func whole(_ value: Int) -> String { fixed(Double(value), decimals: 0) }

  /// A figure already written, and its unit: a no-break space between them.
  ///
  /// English sets the percent sign without a space.
  public func join(_ figure: String, _ unit: String) -> String {
    if unit.isEmpty { return figure }
    return unit == "%" && language == .en ? figure + unit : figure + "\u{A0}" + unit
  }

  private var point: String { language == .de ? "," : "." }

  private func grouped(_ value: Int64) -> String {
    let digits = Array(String(value))
    let gap = language == .de ? "\u{202F}" : ","
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += gap }
      text.append(digit)
    }
    return text
  }

  /// For figures beyond any group of thousands: `1,23e18`.
  private func exponential(_ value: Double) -> String {
    var mantissa = abs(value)
    var exponent = 0
    while mantissa >= 9.995 {
      mantissa /= 10
      exponent += 1
    }
    return (value < 0 ? "−" : "") + fixed(mantissa, decimals: 2) + "e\(exponent)"
  }
}

/// 10 to a whole power from 0 to 18, exact.
func powerOfTen(_ exponent: Int) -> Double {
  var power = 1.0
  for _ in 0..<min(max(exponent, 0), 18) { power *= 10 }
  return power
}

/// The power of ten of the first digit: 0 for 1 to 9.99, -1 for 0.1 to 0.999; 0 for nothing.
func decade(of value: Double) -> Int {
  var rest = abs(value)
  guard rest.isFinite, rest > 0 else { return 0 }
  var decade = 0
  while rest >= 10 {
    rest /= 10
    decade += 1
  }
  while rest < 1, decade > -30 {
    rest *= 10
    decade -= 1
  }
  return decade
}

extension Double {
  /// Rounded to so many significant digits, where that takes digits before the decimal point.
  func rounded(toDigits digits: Int) -> Double {
    let power = decade(of: self) - digits + 1
    guard isFinite, power > 0 else { return self }
    let unit = powerOfTen(power)
    return (self / unit).rounded() * unit
  }
}
