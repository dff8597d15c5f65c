import Testing
import VerbundCore

@Suite struct TimeTests {
  @Test(
    arguments: [
      (0.0, 0), (0.4, 0), (0.5, 0), (0.6, 1), (1.5, 2), (2.5, 2), (3.5, 4), (1e9, 1_000_000_000),
      (123_456_789.5, 123_456_790), (0x1p52 - 1, 4_503_599_627_370_495),
    ] as [(Double, Int64)])
  func wholeNanosecondsTieToEven(value: Double, expected: Int64) {
    #expect(wholeNanoseconds(value) == expected)
  }

  @Test func wholeNanosecondsLikeTheStandardLibrary() {
    let draws = Draws(seed: 2, night: 0)
    for i in 0..<20_000 as Range<UInt32> {
      let scale = Double(sign: .plus, exponent: Int(i % 52), significand: 1)
      let x = draws.uniform(.work, stream: 0, Subject(visit: i)) * scale
      #expect(wholeNanoseconds(x) == Int64(x.rounded(.toNearestOrEven)))
    }
  }

  @Test func units() {
    #expect(Nanoseconds.hour == 3_600_000_000_000)
    #expect(Nanoseconds.minute == 60 * .second)
  }
}
