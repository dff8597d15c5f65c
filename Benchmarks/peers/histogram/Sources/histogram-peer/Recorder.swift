import Foundation
import Histogram
import VerbundMeasure

/// What is asked of a histogram of latencies in ns.
protocol Recorder {
  init()
  mutating func record(_ nanoseconds: Int64)
  mutating func merge(_ other: Self)
  /// ns; what the histogram says, exact or not.
  var sum: Double { get }
  func quantile(_ share: Double) -> Int64
  /// Non-empty buckets as (value, count).
  var filled: [[Int64]] { get }
  /// In line and on the heap.
  var bytes: Int { get }
  /// As it is stored in a file.
  var json: Data { get }
}

/// Of a value with one array in it, found by looking inside, since neither histogram tells.
private func bytes<Value, Count>(of value: Value, array: [Count].Type) -> Int {
  let arrays = Mirror(reflecting: value).children.compactMap { $0.value as? [Count] }
  let header = 32
  return MemoryLayout<Value>.size
    + arrays.reduce(0) { $0 + header + $1.capacity * MemoryLayout<Count>.stride }
}

struct Ours: Recorder {
  private var histogram = LatencyHistogram()

  mutating func record(_ nanoseconds: Int64) { histogram.record(nanoseconds) }
  mutating func merge(_ other: Ours) { histogram.merge(other.histogram) }
  var sum: Double { Double(histogram.sum) }
  func quantile(_ share: Double) -> Int64 { histogram.quantile(share) ?? 0 }
  var filled: [[Int64]] { histogram.entries.map { [$0.value, $0.count] } }
  var bytes: Int { histogram_peer.bytes(of: histogram, array: [UInt32].self) }
  var json: Data { (try? JSONEncoder().encode(histogram)) ?? Data() }
}

/// hdrhistogram-swift, growing as it needs, with a number of significant digits.
protocol Digits { static var digits: SignificantDigits { get } }
enum Two: Digits { static let digits = SignificantDigits.two }
enum Three: Digits { static let digits = SignificantDigits.three }

struct Peer<D: Digits, Count: FixedWidthInteger & Codable & Sendable>: Recorder {
  private var histogram = Histogram<Count>(numberOfSignificantValueDigits: D.digits)

  mutating func record(_ nanoseconds: Int64) { histogram.record(UInt64(nanoseconds)) }
  mutating func merge(_ other: Peer) { histogram.add(other.histogram) }
  var sum: Double { histogram.mean * Double(histogram.totalCount) }
  func quantile(_ share: Double) -> Int64 {
    Int64(histogram.valueAtPercentile(share * 100))
  }
  var filled: [[Int64]] {
    histogram.recordedValues().map { [Int64($0.value), Int64($0.count)] }
  }
  var bytes: Int { histogram_peer.bytes(of: histogram, array: [Count].self) }
  var json: Data { (try? JSONEncoder().encode(histogram)) ?? Data() }
}

/// No histogram: what reading the latencies and adding them up costs by itself.
struct Nothing: Recorder {
  private var total: Int64 = 0

  mutating func record(_ nanoseconds: Int64) { total &+= nanoseconds }
  mutating func merge(_ other: Nothing) { total &+= other.total }
  var sum: Double { Double(total) }
  func quantile(_ share: Double) -> Int64 { 0 }
  var filled: [[Int64]] { [[total, 1]] }
  var bytes: Int { 0 }
  var json: Data { Data() }
}
