import Testing
import VerbundCore

@Suite struct DrawsBatchTests {
  private let draws = Draws(seed: 0xFEDC_BA98_7654_3210, night: 65_535)

  private func filled(_ count: Int, _ purpose: Purpose, from first: UInt32) -> [Double] {
    var values = [Double](repeating: -1, count: count)
    var span = values.mutableSpan
    draws.fillExponential(&span, purpose, stream: 0xDEAD_BEEF, visitsFrom: first)
    return values
  }

  private func oneByOne(_ count: Int, _ purpose: Purpose, from first: UInt32) -> [Double] {
    (0..<count).map {
      let subject = Subject(visit: first &+ UInt32(truncatingIfNeeded: $0))
      return Distribution.exponential.quantile(
        draws.uniform(purpose, stream: 0xDEAD_BEEF, subject))
    }
  }

  @Test(arguments: [0, 1, 2, 7, 255, 256, 257, 1_000]) func sameBitsOneByOne(count: Int) {
    for first in [0, 1, 0x7FFF_FFF0, .max - 100] as [UInt32] {
      let batch = filled(count, .arrival, from: first).map(\.bitPattern)
      #expect(batch == oneByOne(count, .arrival, from: first).map(\.bitPattern))
    }
  }

  @Test(arguments: Purpose.allCases) func everyPurpose(purpose: Purpose) {
    #expect(filled(20, purpose, from: 3) == oneByOne(20, purpose, from: 3))
  }

  @Test(arguments: [0, 3, 256, 600]) func withAWordOfTheSameBlock(count: Int) {
    var values = [Double](repeating: -1, count: count)
    var words = [UInt32](repeating: 0, count: count)
    var valueSpan = values.mutableSpan
    var wordSpan = words.mutableSpan
    draws.fillExponential(
      &valueSpan, words: &wordSpan, .arrival, stream: 0xDEAD_BEEF, visitsFrom: 41)
    #expect(values == oneByOne(count, .arrival, from: 41))
    let third = (0..<count).map {
      draws.block(.arrival, stream: 0xDEAD_BEEF, Subject(visit: 41 + UInt32($0))).z
    }
    #expect(words == third)
  }

  @Test func aPartOfAnArray() {
    var values = [Double](repeating: -1, count: 10)
    values.withUnsafeMutableBufferPointer { buffer in
      var span = UnsafeMutableBufferPointer(rebasing: buffer[3..<6]).mutableSpan
      draws.fillExponential(&span, .work, stream: 1, visitsFrom: 0)
    }
    #expect(values[..<3] == [-1, -1, -1])
    #expect(values[3..<6].allSatisfy { $0 > 0 })
    #expect(values[6...].allSatisfy { $0 == -1 })
  }
}
