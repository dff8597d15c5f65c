import Testing
import VerbundCore
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

/// What is drawn together for a page view is what is drawn one by one.
@Suite struct PageDrawsTests {
  /// Probabilities of the calls in the order of their nodes.
  private static let trees: [[Double]] = [
    [], [1], [0.5], [1, 1, 1, 1, 1], [1, 1, 1, 0.5], [0.5, 1, 0.25, 0.75, 0, 0.5, 1],
  ]

  @Test(arguments: [0, 1, 0x0123_4567_89AB_CDEF, UInt64.max], [false, true])
  func agreeWithSingleDraws(seed: UInt64, isChain: Bool) throws {
    let laws: [Distribution] = [.exponential, .lognormal(cv: 2), .deterministic]
    for (first, second) in laws.flatMap({ first in laws.map { (first, $0) } }) {
      for chances in Self.trees + (isChain ? [] : [[Double](repeating: 0.5, count: 13)]) {
        let federation = calls(first, second, chances, isChain: isChain)
        let plan = try Plan.compile(federation.scenario)
        for night in [0, 65_535] {
          var federation = Federation(plan, demand: plainDemand(plan), seed: seed, night: night)
          expectSingleDraws(
            &federation, Draws(seed: seed, night: night), first, second, chances)
        }
      }
    }
  }

  /// A component that calls others, each with its probability; or each of which calls the next.
  private func calls(
    _ first: Distribution, _ second: Distribution, _ chances: [Double], isChain: Bool
  ) -> SmallFederation {
    var federation = SmallFederation()
    federation.law = second
    federation.setAside = 1
    for (number, chance) in chances.enumerated() {
      var back = federation.front
      back.id = "back\(number)"
      federation.extraComponents.append(back)
      let caller = isChain && number > 0 ? "back\(number - 1)" : "front"
      federation.calls.append(
        Call(
          from: caller, to: back.id, probability: chance, requestBytes: 0, responseBytes: 0,
          holds: false))
    }
    federation.law = first
    return federation
  }

  private func expectSingleDraws(
    _ federation: inout Federation, _ draws: Draws, _ first: Distribution, _ second: Distribution,
    _ chances: [Double]
  ) {
    let stream = federation.streams.at(0)
    let isCertain = chances.allSatisfy { $0 == 1 }
    var random = SystemLikeGenerator(state: UInt64(draws.key.x))
    var made = [Int](repeating: 0, count: chances.count)
    for round in 0..<100 {
      let visit = round == 0 ? 0xFFF_FFFF : UInt32(truncatingIfNeeded: random.next()) >> 4
      let page = UInt8(truncatingIfNeeded: random.next())
      let key = FederationEvent.key(stream: 0, serial: visit, page: page)
      let drawn = federation.pageSource.draws(key, of: stream)
      func block(_ purpose: Purpose, _ node: Int) -> SIMD4<UInt32> {
        draws.block(
          purpose, stream: stream.row.key, Subject(visit: visit, page: page, node: UInt8(node)))
      }
      #expect(drawn.root == CallDraw(block(.call, 0), first))
      let pause = Draws.unit(word: block(.call, 0).w)
      #expect(drawn.pause == Distribution.exponential.quantile(pause))
      let request = federation.request(key, drawn)
      for (number, chance) in zip(1..., chances) {
        let node = federation.nodes.pointer(number)
        let word = block(.callsMade, number & ~3)[number & 3]
        let isMade = isCertain || Draws.unit(word: word) < chance
        #expect(federation.isMade(request, node) == isMade)
        made[number - 1] += isMade ? 1 : 0
        #expect(federation.draw(request, node) == CallDraw(block(.call, number), second))
      }
    }
    for (count, chance) in zip(made, chances) {
      let deviation = (100 * chance * (1 - chance)).squareRoot()
      #expect(abs(Double(count) - 100 * chance) < 5 * deviation + 1)
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

extension Federation {
  /// A page view that has just come.
  fileprivate mutating func request(_ key: UInt64, _ drawn: PageDraws) -> Request {
    requests.insert(
      RequestRow(
        key: key, offeredAt: 0, node: nodes.pointer(0), offeredSlot: 0, pages: 1,
        hasFailed: false, isConnected: false, made: drawn.made, second: drawn.second,
        pause: drawn.pause))
  }
}
