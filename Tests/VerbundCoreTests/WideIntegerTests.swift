import Testing
import VerbundCore

@Suite struct WideIntegerTests {
  /// Around every power of two and at ties between two doubles, which go to the even one.
  @Test func isTheNearestDouble() {
    var values: [Int128] = [.min, .max, 0]
    for bit in 0..<127 {
      let power = Int128(1) << bit
      for step in 0..<127 where step <= bit {
        let small = Int128(1) << step
        values += [
          power - small, power &+ (small - 1), power &+ small, power &+ (small &+ 1),
          power &+ 3 &* small,
        ]
      }
    }
    for value in values {
      #expect(Double(nearest: value) == Double(value), "\(value)")
      #expect(Double(nearest: 0 &- value) == Double(0 &- value), "\(value)")
    }
  }

  @Test func randomBitsOfEveryLength() {
    let draws = Draws(seed: 9, night: 0)
    for visit in 0..<20_000 as Range<UInt32> {
      let block = draws.block(.work, stream: 0, Subject(visit: visit))
      let high = Int128(block.x) << 96 | Int128(block.y) << 64
      let value = (high | Int128(block.z) << 32 | Int128(block.w)) >> Int128(visit % 127)
      #expect(Double(nearest: value) == Double(value), "\(value)")
    }
  }
}
