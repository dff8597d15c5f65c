/// A family of units that can be converted into one another, and its base unit.
public enum UnitFamily: String, Sendable, Hashable, CaseIterable {
  /// Base unit: nanoseconds.
  case time
  /// Base unit: bytes.
  case data
  /// Base unit: bits per second.
  case bandwidth
  /// Base unit: the bare fraction.
  case share
  case hitRate = "hit rate"
  case connectionRate = "connection rate"
  case capacity
  /// Base unit: watts.
  case power
  /// Base unit: g/kWh.
  case carbonIntensity = "carbon intensity"
  /// Base unit: EUR per vCPU and hour.
  case capacityPrice = "price of capacity"
  /// Base unit: EUR per GB.
  case trafficPrice = "price of traffic"
  /// Base unit: kilometres.
  case distance
  /// Counts, factors, degrees: no unit at all.
  case bare = "bare number"

  /// The units of the family; the first one serves as the example in messages.
  public var units: [Unit] {
    switch self {
    case .time:
      [
        Unit("s", 1e9), Unit("ns", 1), Unit("us", 1e3), Unit("ms", 1e6), Unit("min", 60e9),
        Unit("h", 3_600e9), Unit("d", 86_400e9),
      ]
    case .data:
      [
        Unit("kB", 1e3), Unit("B", 1), Unit("MB", 1e6), Unit("GB", 1e9), Unit("TB", 1e12),
        Unit("KiB", 0x1p10), Unit("MiB", 0x1p20), Unit("GiB", 0x1p30),
      ]
    case .bandwidth:
      [
        Unit("Gbit/s", 1e9), Unit("bit/s", 1), Unit("kbit/s", 1e3), Unit("Mbit/s", 1e6),
        Unit("Tbit/s", 1e12),
      ]
    case .share: [Unit("%", 1, over: 100), Unit("", 1)]
    case .hitRate: [Unit("hits/s", 1)]
    case .connectionRate: [Unit("1/s", 1)]
    case .capacity: [Unit("vCPU", 1)]
    case .power: [Unit("W", 1), Unit("kW", 1e3)]
    case .carbonIntensity: [Unit("g/kWh", 1), Unit("kg/kWh", 1e3)]
    case .capacityPrice: [Unit("EUR/vCPUh", 1), Unit("ct/vCPUh", 1, over: 100)]
    case .trafficPrice: [Unit("EUR/GB", 1), Unit("ct/GB", 1, over: 100)]
    case .distance: [Unit("km", 1)]
    case .bare: [Unit("", 1)]
    }
  }

  /// A value of the base unit as text, for messages: `2 h`, `12 %`, `300 MB`.
  public func describe(_ value: Double) -> String {
    let fitting = units.filter {
      !$0.symbol.isEmpty && !$0.symbol.hasSuffix("iB") && abs($0.inUnit(value)) >= 1
    }
    let unit = fitting.min { abs($0.inUnit(value)) < abs($1.inUnit(value)) } ?? units[0]
    let number = unit.inUnit(value)
    let isWhole = number == number.rounded() && abs(number) < 1e15
    let text = isWhole ? String(Int64(number)) : String(number)
    return unit.symbol.isEmpty ? text : "\(text) \(unit.symbol)"
  }
}

/// A unit by its symbol: one of it is `factor / divisor` base units.
///
/// Division keeps per cent exact where a multiplication by 0.01 would not.
public struct Unit: Sendable, Hashable {
  public let symbol: String
  let factor: Double
  let divisor: Double

  init(_ symbol: String, _ factor: Double, over divisor: Double = 1) {
    self.symbol = symbol
    self.factor = factor
    self.divisor = divisor
  }

  /// A number of this unit in the family's base unit.
  public func inBase(_ number: Double) -> Double { number * factor / divisor }

  func inUnit(_ base: Double) -> Double { base * divisor / factor }
}

/// Why a text is no quantity of a family.
public enum QuantityFault: Error, Sendable, Hashable {
  /// It does not begin with a number such as `12`, `0.5` or `1e6`.
  case noNumber
  /// It is a number too large for arithmetic, such as `1e400`.
  case tooLarge
  case decimalComma
  case missingUnit
  case unknownUnit(String)
}

extension UnitFamily {
  /// Reads `10 h` or `12%` in base units: always a finite number.
  public func parse(_ text: String) throws(QuantityFault) -> Double {
    let scalars = Array(text.unicodeScalars)
    let length = numberLength(scalars)
    guard length > 0 else { throw .noNumber }
    if length + 1 < scalars.count, scalars[length] == ",", isDigit(scalars[length + 1]) {
      throw .decimalComma
    }
    var number = ""
    number.unicodeScalars.append(contentsOf: scalars[..<length])
    guard let value = Double(number), value.isFinite else { throw .tooLarge }
    var symbol = ""
    symbol.unicodeScalars.append(contentsOf: scalars[length...].drop { $0 == " " })
    guard let unit = units.first(where: { $0.symbol == symbol }) else {
      throw symbol.isEmpty ? .missingUnit : .unknownUnit(symbol)
    }
    let base = unit.inBase(value)
    guard base.isFinite else { throw .tooLarge }
    return base
  }

  /// Scalars of the leading decimal number: sign, digits, fraction, exponent; 0 if there is none.
  private func numberLength(_ text: [UnicodeScalar]) -> Int {
    var index = 0
    if index < text.count, text[index] == "-" || text[index] == "+" { index += 1 }
    let whole = digits(text, from: index)
    guard whole > index else { return 0 }
    index = whole
    if index + 1 < text.count, text[index] == ".", isDigit(text[index + 1]) {
      index = digits(text, from: index + 1)
    }
    if index < text.count, text[index] == "e" || text[index] == "E" {
      var exponent = index + 1
      if exponent < text.count, text[exponent] == "-" || text[exponent] == "+" { exponent += 1 }
      let end = digits(text, from: exponent)
      if end > exponent { index = end }
    }
    return index
  }

  private func digits(_ text: [UnicodeScalar], from start: Int) -> Int {
    var index = start
    while index < text.count, isDigit(text[index]) { index += 1 }
    return index
  }

  private func isDigit(_ scalar: UnicodeScalar) -> Bool { ("0"..."9").contains(scalar) }
}
