import Testing
import VerbundCore

@testable import VerbundEngine

/// Blocks that are drawn side by side are those that are drawn one by one.
@Suite struct PageDrawsTests {
  @Test(arguments: [0, 1, 0x0123_4567_89AB_CDEF, UInt64.max])
  func agreeWithSingleBlocks(seed: UInt64) {
    var random = SystemLikeGenerator(state: seed)
    for night in [0, 1, 65_535] {
      let draws = Draws(seed: seed, night: night)
      var source = PageSource(draws)
      for round in 0..<200 {
        let stream = UInt32(truncatingIfNeeded: round == 0 ? .max : random.next())
        let visit = UInt32(truncatingIfNeeded: round == 0 ? .max : random.next())
        let page = UInt8(truncatingIfNeeded: random.next())
        let subject = Subject(visit: visit, page: page)
        let drawn = source.draws(stream: stream, subject)
        let call = Subject(visit: visit, page: page, node: 1)
        #expect(drawn.root == draws.block(.call, stream: stream, subject))
        #expect(drawn.second == draws.block(.call, stream: stream, call))
      }
    }
  }

  /// A call is made where its word, as a number in (0, 1), is below its probability.
  @Test(arguments: [0, 0x1p-33, 0x1p-32, 1e-9, 0.2, 0.5, 1 - 0x1p-32, 1 - 0x1p-33, 1])
  func wordsBelowAProbability(probability: Double) {
    let limit = NodeRow.words(below: probability)
    for word in (limit < 3 ? 0 : limit - 3)..<min(limit + 3, 1 << 32) {
      let number = Draws.unit(word: UInt32(word))
      #expect((word < limit) == (number < probability))
    }
    #expect(limit <= 1 << 32)
  }
}
