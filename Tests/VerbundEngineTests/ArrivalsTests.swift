import Testing
import VerbundCore

@testable import VerbundEngine

@Suite struct ArrivalsTests {
  /// Visits are drawn ahead by eights; these are the steps and words of single draws.
  @Test func visitsAreThoseOfSingleDraws() {
    let draws = Draws(seed: 3, night: 7)
    let (visits, length) = (1_000.0, Nanoseconds.hour)
    var arrivals = Arrivals(keys: [11, 12], expected: [visits, 0], slots: 1, slotLength: length)
    var sum = 0.0
    var count: UInt32 = 0
    while let time = arrivals.next(0, draws) {
      let block = draws.block(.arrival, stream: 11, Subject(visit: count))
      sum += Distribution.exponential.quantile(Draws.unit(block))
      #expect(time == wholeNanoseconds(sum / visits * Double(length)))
      #expect(arrivals[0].serial == count)
      #expect(arrivals[0].word == block.z)
      count += 1
    }
    let next = draws.uniform(.arrival, stream: 11, Subject(visit: count))
    #expect(sum < visits && sum + Distribution.exponential.quantile(next) >= visits)
    #expect((900...1_100).contains(count))
    let other = arrivals.next(1, draws)
    #expect(other == nil, "nobody is expected in the other stream")
  }

  /// The digest tells the visits that nobody has seen yet, too.
  @Test func theDigestDoesNotDependOnWhoHasCome() {
    let draws = Draws(seed: 1, night: 0)
    func arrivals() -> Arrivals {
      Arrivals(
        keys: [1, 2], expected: [50, 0, 3, 40, 9, 0], slots: 3, slotLength: .minute)
    }
    let fresh = arrivals()
    var seen = arrivals()
    for _ in 0..<20 { _ = seen.next(0, draws) }
    #expect(fresh.digest(draws) == seen.digest(draws))
    #expect(fresh.digest(draws) != fresh.digest(Draws(seed: 2, night: 0)))
  }
}
