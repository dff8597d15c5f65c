import Testing

@testable import VerbundEngine

private struct Guest: PooledRow, Equatable {
  var name: Int
  var generation: UInt32 = 0
}

@Suite struct PoolTests {
  @Test func oldHandlesAreKnownAsOld() {
    var pool = Pool<Guest>()
    let slot = pool.insert(Guest(name: 1))
    let first = pool[slot].generation
    pool.remove(slot)
    let again = pool.insert(Guest(name: 2))
    let guest = pool[slot]
    #expect(guest.generation != first)
    #expect(again == slot && guest.name == 2)
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
    let last = storage.removeLast()
    #expect(last == -1)
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

  @Test func ringsKeepOrderWhileTheyGrowAndWrap() {
    var rings = Rings<Int>(3)
    var expected = [[Int]](repeating: [], count: 3)
    for number in 0..<3_000 {
      let owner = number * 7 % 3
      rings.append(number, to: owner)
      expected[owner].append(number)
      if number % 4 == 0 {
        let first = rings.first(owner)
        #expect(first == expected[owner].removeFirst())
        rings.removeFirst(owner)
      }
    }
    for owner in 0..<3 {
      while let first = rings.first(owner) {
        #expect(first == expected[owner].removeFirst())
        rings.removeFirst(owner)
      }
    }
    #expect(expected == [[], [], []])
  }
}
