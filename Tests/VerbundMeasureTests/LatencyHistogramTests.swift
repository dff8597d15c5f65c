import Foundation
import Testing
import VerbundCore

@testable import VerbundMeasure

@Suite struct LatencyHistogramTests {
  private func histogram(_ values: [Int64]) -> LatencyHistogram {
    var h = LatencyHistogram()
    for value in values { h.record(value) }
    return h
  }

  /// Skewed over nine decades, as latencies are.
  private func sample(_ count: UInt32, seed: UInt64) -> [Int64] {
    let draws = Draws(seed: seed, night: 0)
    return (0..<count).map {
      let u = draws.uniform(.work, stream: 0, Subject(visit: $0))
      return Int64(Elementary.exp(u * 22))
    }
  }

  /// Counted elsewhere or recorded one by one: the same histogram.
  @Test func countsFromElsewhere() {
    let values: [Int64] = [0, 5, 5, 300, 1_000_000, 7_000_000_000]
    var recorded = LatencyHistogram()
    var counts = [UInt32](repeating: 0, count: LatencyHistogram.bucketCount)
    for value in values {
      recorded.record(value)
      counts[LatencyHistogram.bucket(value)] += 1
    }
    let sum = values.reduce(Int128(0)) { $0 + Int128($1) }
    #expect(LatencyHistogram(counts: counts, sum: sum, max: 7_000_000_000) == recorded)
    #expect(
      LatencyHistogram(counts: counts.map { _ in 0 }, sum: 0, max: 0) == LatencyHistogram())
  }

  @Test func errorBoundAtEveryMagnitude() {
    var worst = 0.0
    for shift in 0..<63 as Range<Int64> {
      for step in 0..<300 as Range<Int64> {
        let base = Int64(1) << shift
        let value = base + base / 300 * step + min(step, base - 1) / 2
        let middle = LatencyHistogram.middle(LatencyHistogram.bucket(value))
        worst = max(worst, abs(Double(middle - value)) / Double(value))
      }
    }
    #expect(worst <= 1.0 / 256)  // the middle of a bucket as wide as 1/128
    #expect(histogram([.max]).quantile(0.5).map { Double($0) >= 0x1p63 * 127 / 128 } == true)
  }

  @Test func bucketsRiseWithoutGap() {
    for shift in 1..<63 as Range<Int64> {
      for offset in [-1, 0, 1] as [Int64] {
        let value = Int64(1) << shift + offset
        let step = LatencyHistogram.bucket(value + 1) - LatencyHistogram.bucket(value)
        #expect(step == 0 || step == 1)
      }
    }
    #expect(LatencyHistogram.bucket(0) == 0)
    #expect(LatencyHistogram.bucket(.max) == LatencyHistogram.buckets - 1)
  }

  @Test func smallValuesAreExact() {
    for value in 0..<256 as Range<Int64> {
      #expect(histogram([value, 1_000_000]).quantile(0.5) == value)
    }
  }

  @Test func countSumAndMaxAreExact() {
    let values = sample(5_000, seed: 3)
    let h = histogram(values)
    #expect(h.count == 5_000)
    #expect(h.sum == values.reduce(0, +))
    #expect(h.max == values.max())
    #expect(h.mean == Double(values.reduce(0, +)) / 5_000)
    #expect(h.entries.reduce(0) { $0 + $1.count } == 5_000)
  }

  @Test(arguments: [0.001, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1]) func quantiles(share: Double)
    throws
  {
    let values = sample(5_000, seed: 4).sorted()
    let exact = values[max(0, Int((share * 5_000).rounded(.up)) - 1)]
    let found = try #require(histogram(values).quantile(share))
    #expect(abs(Double(found - exact)) <= Double(exact) / 128)
  }

  @Test func mergeIsUnion() {
    let a = sample(900, seed: 5)
    let b = sample(1_100, seed: 6).map { $0 / 1_000 }
    var merged = histogram(a)
    merged.merge(histogram(b))
    #expect(merged == histogram(a + b))
    var other = histogram(b)
    other.merge(histogram(a))
    #expect(other == merged)
    other.merge(LatencyHistogram())
    #expect(other == merged)
  }

  @Test func empty() {
    let h = LatencyHistogram()
    #expect(h.mean == nil)
    #expect(h.quantile(0.5) == nil)
    #expect(h.entries.isEmpty)
  }

  @Test func quantileStaysBelowTheMaximum() {
    #expect(histogram([1_000_000]).quantile(1) == 1_000_000)
  }

  @Test func roundTrip() throws {
    for values in [[], [0], [7, 7, 300, 1 << 40], sample(2_000, seed: 7)] as [[Int64]] {
      let h = histogram(values)
      let data = try JSONEncoder().encode(h)
      #expect(try JSONDecoder().decode(LatencyHistogram.self, from: data) == h)
    }
  }

  @Test(arguments: [
    #"{"indices":[1,2],"counts":[1],"sum":"0","max":0}"#,
    #"{"indices":[2,1],"counts":[1,1],"sum":"0","max":0}"#,
    #"{"indices":[-1],"counts":[1],"sum":"0","max":0}"#,
    #"{"indices":[999999],"counts":[1],"sum":"0","max":0}"#,
    #"{"indices":[1],"counts":[1],"sum":"-1","max":0}"#,
    #"{"indices":[1],"counts":[-1],"sum":"0","max":0}"#,
  ])
  func damagedFile(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LatencyHistogram.self, from: Data(text.utf8))
    }
  }

  @Test func mergeSaturates() throws {
    let text = #"{"indices":[1],"counts":[4294967295],"sum":"\#(Int128.max)","max":1}"#
    var h = try JSONDecoder().decode(LatencyHistogram.self, from: Data(text.utf8))
    h.merge(h)
    #expect(h.sum == .max)
    #expect(h.count == 2 * 4_294_967_295)
  }

  /// Then fewer values lie in the buckets than are counted; low quantiles stay low.
  @Test func quantilesOfSaturatedCounts() throws {
    let text = #"{"indices":[1,3],"counts":[4294967295,1],"sum":"4294967298","max":3}"#
    var h = try JSONDecoder().decode(LatencyHistogram.self, from: Data(text.utf8))
    h.merge(h)
    #expect(h.quantile(0.1) == 1 && h.quantile(0.9) == 1 && h.quantile(1) == 3)
  }
}
