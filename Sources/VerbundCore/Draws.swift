/// What a draw is for. A new purpose takes a new number: the old draws stay what they were.
public enum Purpose: UInt8, Sendable, CaseIterable {
  /// The gap before a visit, and how many pages it views.
  case arrival = 0
  /// Whether a citizen leaves who has got no page.
  case thinkTime = 2
  /// A call: its work and its replica; for a page's first one, how long the citizen pauses after
  /// the page.
  case call = 4
  case nightFigure = 7
  case noise = 8
  /// Which calls are made: a word for each node, four nodes to a block, which is drawn for the
  /// first of them.
  case callsMade = 10
  // For models of one's own; the federation has no use for them since model version 2.
  case pages = 1
  case work = 3
  case routing = 5
  case giveUp = 6
  case baseLoad = 9
}

/// The citizen to whom a draw belongs: never a station's counter, so that no policy shifts it.
public struct Subject: Sendable, BitwiseCopyable {
  /// Number of the visit within its stream.
  public var visit: UInt32
  public var page: UInt8
  /// Node of the call graph.
  public var node: UInt8
  /// 0 for the first try; a reload or retry counts up and shifts no other draw.
  public var attempt: UInt8

  @inlinable @inline(__always)
  public init(visit: UInt32, page: UInt8 = 0, node: UInt8 = 0, attempt: UInt8 = 0) {
    self.visit = visit
    self.page = page
    self.node = node
    self.attempt = attempt
  }
}

/// Random numbers as a pure function of (seed, night, stream, purpose, subject).
///
/// There is no state: any order, any thread, drawn twice or never, the value is the same. The
/// counter block of Philox holds visit, then page, node, attempt and purpose, then night, then the
/// stream's key. The key comes from the stream's name (`streamKey`), so that a service added to a
/// scenario shifts no other stream.
public struct Draws: Sendable, BitwiseCopyable {
  public let key: SIMD2<UInt32>
  public let night: UInt16

  public init(seed: UInt64, night: Int) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.night = UInt16(night)
  }

  /// 128 random bits.
  @inlinable @inline(__always)
  public func block(_ purpose: Purpose, stream: UInt32, _ subject: Subject) -> SIMD4<UInt32> {
    let detail = Self.detail(purpose, subject)
    return Philox.block(counter: SIMD4(subject.visit, detail, UInt32(night), stream), key: key)
  }

  /// The second word of a counter.
  @inlinable @inline(__always)
  public static func detail(_ purpose: Purpose, _ subject: Subject) -> UInt32 {
    UInt32(subject.page) | UInt32(subject.node) << 8 | UInt32(subject.attempt) << 16
      | UInt32(purpose.rawValue) << 24
  }

  /// The key of a named stream, such as `portal-nw/NW`: the first 32 bits of the name's SHA-256.
  public static func streamKey(_ name: String) -> UInt32 { SHA256.digest(name).words[0] }

  /// A uniform number in the open interval (0, 1): 52 random bits and a half.
  @inlinable @inline(__always)
  public func uniform(_ purpose: Purpose, stream: UInt32, _ subject: Subject) -> Double {
    Self.unit(block(purpose, stream: stream, subject))
  }

  /// A 32-bit word as a number in the open interval (0, 1).
  @inlinable @inline(__always)
  public static func unit(word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

  /// The first 52 bits of a block as a number in the open interval (0, 1).
  @inlinable @inline(__always)
  public static func unit(_ block: SIMD4<UInt32>) -> Double {
    let bits = (UInt64(block.x) << 32 | UInt64(block.y)) >> 12
    return (Double(bitPattern: 0x3FF0_0000_0000_0000 | bits) - 1) + 0x1p-53
  }
}
