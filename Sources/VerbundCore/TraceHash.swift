/// A running 128-bit digest of an event sequence: cheap enough for every event of a night.
///
/// Two multiply-and-fold lanes in the manner of wyhash; the order of events matters. It finds a
/// first divergence and guards reproduction; it is no cryptographic hash.
public struct TraceHash: Sendable, BitwiseCopyable, Hashable {
  @usableFromInline var a: UInt64 = 0x2D35_8DCC_AA6C_78A5
  @usableFromInline var b: UInt64 = 0x8BB8_4B93_962E_ACC9

  public init() {}

  /// Takes up one event, given as two words.
  @inlinable @inline(__always)
  public mutating func add(_ x: UInt64, _ y: UInt64) {
    let p = (a ^ x).multipliedFullWidth(by: b ^ 0x4B33_A62E_D433_D4A3)
    a = p.high ^ p.low ^ y
    b = b &* 0xD134_2543_DE82_EF95 &+ (x ^ y &* 0x9E37_79B9_7F4A_7C15)
  }

  /// 32 hexadecimal digits.
  public var hex: String {
    [a, b].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
