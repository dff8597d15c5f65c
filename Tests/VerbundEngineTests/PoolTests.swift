import Testing

@testable import VerbundEngine

@Suite struct PoolTests {
  @Test func oldHandlesAreKnownAsOld() {
    var pool = Pool<Int>()
    let slot = pool.insert(1)
    let generation = pool.generations[slot]
    #expect(pool.isCurrent(slot, generation))
    pool.remove(slot)
    #expect(!pool.isCurrent(slot, generation))
    #expect(pool.insert(2) == slot)
    #expect(pool[slot] == 2)
    #expect(!pool.isCurrent(slot, generation))
    #expect(pool.count == 1)
  }

  @Test func ringKeepsOrderWhileItGrowsAndWraps() {
    var ring = Ring<Int>()
    var expected: [Int] = []
    for number in 0..<1_000 {
      ring.append(number)
      expected.append(number)
      if number % 3 == 0 {
        #expect(ring.first == expected.removeFirst())
        ring.removeFirst()
      }
    }
    while let first = ring.first {
      #expect(first == expected.removeFirst())
      ring.removeFirst()
    }
    #expect(expected.isEmpty)
  }
}
