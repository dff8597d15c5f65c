import Testing
import VerbundCore
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

/// What is drawn together for a page view is what is drawn one by one.
@Suite struct PageDrawsTests {
  @Test(arguments: [0, 1, 0x0123_4567_89AB_CDEF, UInt64.max])
  func agreeWithSingleDraws(seed: UInt64) throws {
    let laws: [Distribution] = [.exponential, .lognormal(cv: 2), .deterministic]
    for (first, second) in laws.flatMap({ first in laws.map { (first, $0) } }) {
      let plan = try Plan.compile(twoCalls(first, second).scenario)
      for night in [0, 65_535] {
        var federation = Federation(plan, demand: plainDemand(plan), seed: seed, night: night)
        expectSingleDraws(&federation, Draws(seed: seed, night: night), first, second)
      }
    }
  }

  /// A page view makes one call, half of the times.
  private func twoCalls(_ first: Distribution, _ second: Distribution) -> SmallFederation {
    var federation = SmallFederation()
    federation.law = second
    var back = federation.front
    back.id = "back"
    federation.law = first
    federation.extraComponents = [back]
    federation.calls = [
      Call(
        from: "front", to: "back", probability: 0.5, requestBytes: 0, responseBytes: 0,
        holds: false)
    ]
    return federation
  }

  private func expectSingleDraws(
    _ federation: inout Federation, _ draws: Draws, _ first: Distribution, _ second: Distribution
  ) {
    let stream = federation.streams.at(0)
    var random = SystemLikeGenerator(state: UInt64(draws.key.x))
    var made = 0
    for round in 0..<200 {
      let visit = round == 0 ? 0xFFF_FFFF : UInt32(truncatingIfNeeded: random.next()) >> 4
      let page = UInt8(truncatingIfNeeded: random.next())
      let drawn = federation.pageSource.draws(
        FederationEvent.key(stream: 0, serial: visit, page: page), of: stream)
      func block(_ node: UInt8) -> SIMD4<UInt32> {
        draws.block(
          .call, stream: stream.row.key, Subject(visit: visit, page: page, node: node))
      }
      #expect(drawn.root == CallDraw(block(0), first))
      #expect(drawn.pause == Distribution.exponential.quantile(Draws.unit(word: block(0).w)))
      #expect(drawn.second.chance == block(1).w)
      if Draws.unit(word: block(1).w) < 0.5 {
        made += 1
        #expect(drawn.second == CallDraw(block(1), second))
      }
    }
    #expect((50...150).contains(made))
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
