import Testing
import VerbundCore

@Suite struct TraceHashTests {
  private func hash(_ events: [(UInt64, UInt64)]) -> TraceHash {
    var hash = TraceHash()
    for event in events { hash.add(event.0, event.1) }
    return hash
  }

  @Test func orderMatters() {
    #expect(hash([(1, 2), (3, 4)]) != hash([(3, 4), (1, 2)]))
    #expect(hash([(1, 2)]) != hash([(2, 1)]))
    #expect(hash([]) != hash([(0, 0)]))
    #expect(hash([(1, 2), (3, 4)]) == hash([(1, 2), (3, 4)]))
  }

  @Test func everyBitMatters() {
    var seen: Set<TraceHash> = [hash([(0, 0), (9, 9)])]
    for bit in 0..<64 as Range<UInt64> {
      seen.insert(hash([(1 << bit, 0), (9, 9)]))
      seen.insert(hash([(0, 1 << bit), (9, 9)]))
    }
    #expect(seen.count == 129)
  }

  @Test func hexHasItsZeros() {
    #expect(TraceHash().hex == "2d358dccaa6c78a58bb84b93962eacc9")
    #expect(hash([(1, 1)]).hex.count == 32)
  }
}
