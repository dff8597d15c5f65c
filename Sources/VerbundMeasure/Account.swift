/// An exact integer sum, wide enough for a federation's year in mW·ns.
///
/// Written as a decimal string, so that no reader rounds it.
public struct Account: Sendable, Hashable, Codable, AdditiveArithmetic, Comparable {
  public var value: Int128

  @inlinable public init(_ value: Int128 = 0) { self.value = value }

  public static var zero: Account { Account(0) }
  @inlinable public static func + (a: Account, b: Account) -> Account { Account(a.value + b.value) }
  @inlinable public static func - (a: Account, b: Account) -> Account { Account(a.value - b.value) }
  public static func < (a: Account, b: Account) -> Bool { a.value < b.value }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Int128(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no whole number: \(text)"))
    }
    self.init(value)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(String(value))
  }

  /// mW·ns as kWh (1 kWh = 3.6e18 mW·ns).
  public var kilowattHours: Double { Double(value) / 3.6e18 }
  /// core-ns as core-hours.
  public var coreHours: Double { Double(value) / 3.6e12 }
}
