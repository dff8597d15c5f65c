import Testing

@testable import VerbundEngine

@Suite struct PoolTests {
  @Test func oldHandlesAreKnownAsOld() {
    var pool = Pool<Int>()
    let slot = pool.insert(1)
    let generation = pool.generation(slot)
    let fresh = pool.isCurrent(slot, generation)
    pool.remove(slot)
    let removed = pool.isCurrent(slot, generation)
    let again = pool.insert(2)
    let value = pool[slot]
    let reused = pool.isCurrent(slot, generation)
    let count = pool.count
    #expect(fresh && !removed && !reused)
    #expect(again == slot && value == 2 && count == 1)
  }

  @Test func storageGrowsAndKeepsItsValues() {
    var storage = Storage<Int>(capacity: 1)
    for number in 0..<1_000 { storage.append(number * 7) }
    storage.append(repeating: -1, count: 500)
    storage[3] += 1
    let (count, capacity) = (storage.count, storage.capacity)
    #expect(count == 1_500 && capacity >= 1_500)
    for index in [0, 3, 999, 1_000, 1_499] {
      let value = storage[index]
      #expect(value == (index >= 1_000 ? -1 : index * 7 + (index == 3 ? 1 : 0)))
    }
    storage.sort(by: >)
    let largest = storage[0]
    let last = storage.removeLast()
    #expect(largest == 999 * 7 && last == -1)
    storage.removeAll()
    let isEmpty = storage.isEmpty
    #expect(isEmpty)
  }

  /// Reading outside ends the process, in release builds too.
  @Test func storageIsChecked() async {
    await #expect(processExitsWith: .failure) {
      let storage = Storage<Int>(capacity: 8)
      _ = storage[0]
    }
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
