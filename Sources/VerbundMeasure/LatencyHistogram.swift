import VerbundCore

/// Counts of durations in log-linear buckets: mergeable, relative error at most 1/128.
///
/// Values below 256 ns have buckets of their own; above, every doubling is cut into 128 equal
/// parts, as in HdrHistogram (Tene). Count and sum are exact; a quantile is its bucket's middle.
public struct LatencyHistogram: Sendable, Hashable {
  /// log2 of the parts of a doubling.
  @usableFromInline static let bits = 7
  @usableFromInline static let buckets = (63 - bits + 1) << bits

  @usableFromInline var counts: [UInt32]
  public private(set) var count: Int64 = 0
  /// ns.
  public private(set) var sum: Int128 = 0
  public private(set) var max: Int64 = 0

  public init() { counts = [] }

  /// Number of buckets: enough for every non-negative 64-bit duration.
  @inlinable public static var bucketCount: Int { buckets }

  /// A histogram counted elsewhere: by `bucket(_:)`, with the exact sum and greatest value in ns.
  public init(counts: [UInt32], sum: Int128, max: Int64) {
    // Without the empty end, as if the values had been recorded one by one.
    let end = (counts.lastIndex { $0 > 0 } ?? -1) + 1
    self.counts = end == counts.count ? counts : Array(counts.prefix(end))
    self.sum = sum
    self.max = max
    count = counts.reduce(0) { $0 + Int64($1) }
  }

  /// Index of the bucket that counts a non-negative duration in ns.
  @inlinable @inline(__always)
  public static func bucket(_ value: Int64) -> Int {
    let v = UInt64(bitPattern: value)
    let shift = Swift.max(0, 63 - Self.bits - v.leadingZeroBitCount)
    return shift << Self.bits + Int(truncatingIfNeeded: v >> UInt64(shift))
  }

  /// Largest value of a bucket plus smallest, halved.
  static func middle(_ bucket: Int) -> Int64 {
    let shift = Swift.max(0, bucket >> bits - 1)
    let low = Int64(bucket - shift << bits) << Int64(shift)
    return low + (Int64(1) << Int64(shift) - 1) / 2
  }

  /// Adds one non-negative duration in ns. - Complexity: O(1).
  public mutating func record(_ value: Int64) {
    let index = Self.bucket(value)
    if index >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: index + 1 - counts.count))
    }
    counts[index] &+= 1
    count += 1
    sum += Int128(value)
    if value > max { max = value }
  }

  /// Adds all values of another histogram. Saturates rather than traps: either may come from a
  /// damaged file. - Complexity: O(buckets).
  public mutating func merge(_ other: LatencyHistogram) {
    if other.counts.count > counts.count {
      counts.append(contentsOf: repeatElement(0, count: other.counts.count - counts.count))
    }
    // Short times are rare: most buckets are empty, below all others.
    let first = other.counts.firstIndex { $0 > 0 } ?? other.counts.endIndex
    for i in first..<other.counts.endIndex { counts[i] = saturated(counts[i], other.counts[i]) }
    count = saturated(count, other.count)
    sum = saturated(sum, other.sum)
    max = Swift.max(max, other.max)
  }

  /// Forgets the values and keeps the memory.
  public mutating func removeAll() {
    for i in counts.indices { counts[i] = 0 }
    (count, sum, max) = (0, 0, 0)
  }

  /// ns; nil without samples.
  public var mean: Double? { count == 0 ? nil : Double(nearest: sum) / Double(count) }

  /// The smallest bucket that `share` of the values do not exceed, in ns; nil without samples.
  public func quantile(_ share: Double) -> Int64? {
    guard count > 0 else { return nil }
    let rank = Swift.max(1, Int64((share * Double(count)).rounded(.up)))
    // From the top: below, most buckets are empty, and it is mostly the tail that is asked for.
    var above: Int64 = 0
    var lowest = max
    for index in counts.indices.reversed() where counts[index] > 0 {
      above += Int64(counts[index])
      lowest = Swift.min(Self.middle(index), max)
      if above > count - rank { return lowest }
    }
    // Only where counts were saturated.
    return lowest
  }

  /// Non-empty buckets as (middle in ns, count), in rising order.
  public var entries: [(value: Int64, count: Int64)] {
    counts.enumerated().compactMap { $1 > 0 ? (Self.middle($0), Int64($1)) : nil }
  }
}

extension LatencyHistogram: Codable {
  private enum Keys: String, CodingKey { case indices, counts, sum, max }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Keys.self)
    let indices = try box.decode([Int].self, forKey: .indices)
    let values = try box.decode([UInt32].self, forKey: .counts)
    sum = try box.decode(Account.self, forKey: .sum).value
    max = try box.decode(Int64.self, forKey: .max)
    let rising = zip(indices, indices.dropFirst()).allSatisfy(<)
    guard indices.count == values.count, rising, sum >= 0, max >= 0,
      indices.allSatisfy((0..<Self.buckets).contains)
    else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no histogram"))
    }
    counts = [UInt32](repeating: 0, count: (indices.last ?? -1) + 1)
    for (index, value) in zip(indices, values) {
      counts[index] = value
      count += Int64(value)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Keys.self)
    let filled = counts.indices.filter { counts[$0] > 0 }
    try box.encode(filled, forKey: .indices)
    try box.encode(filled.map { counts[$0] }, forKey: .counts)
    try box.encode(Account(sum), forKey: .sum)
    try box.encode(max, forKey: .max)
  }
}

private func saturated<Number: FixedWidthInteger>(_ a: Number, _ b: Number) -> Number {
  let (total, overflow) = a.addingReportingOverflow(b)
  return overflow ? .max : total
}
