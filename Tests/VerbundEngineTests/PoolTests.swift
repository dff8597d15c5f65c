import Testing

@testable import VerbundEngine

private struct Guest: PooledRow, Equatable {
  var name: Int
  var generation: UInt32 = 0
}

@Suite struct PoolTests {
  @Test func anotherUseOfASlotIsKnownByItsGeneration() {
    var pool = Pool<Guest>()
    let guest = pool.insert(Guest(name: 1))
    let first = guest.row.generation
    pool.remove(guest)
    let again = pool.insert(Guest(name: 2))
    #expect(again.slot == guest.slot && again.row.generation != first)
    let name = pool[guest.slot].name
    #expect(name == 2)
  }

  /// A handle reads and writes its own row, however many there are; one from before the table grew
  /// leads to what the row was then, never outside.
  @Test func handlesLeadToTheirRows() {
    var pool = Pool<Guest>()
    let early = pool.insert(Guest(name: -1))
    for name in 1..<10_000 { #expect(pool.insert(Guest(name: name)).slot == name) }
    for slot in 0..<10_000 { pool.at(slot).row.name += 7 }
    for slot in 1..<10_000 { #expect(pool.at(slot).row.name == slot + 7) }
    #expect(early.row.name == -1)
    let first = pool[0].name
    #expect(first == 6)
  }

  /// Rows that are reserved never move, and there are no more of them.
  @Test func reservedRowsStay() async {
    var pool = Pool<Guest>(reserve: 10_000)
    let early = pool.insert(Guest(name: -1))
    for name in 1..<10_000 { _ = pool.insert(Guest(name: name)) }
    pool[0].name = 5
    #expect(early.row.name == 5)
    await #expect(processExitsWith: .failure) {
      var pool = Pool<Guest>(reserve: 1)
      _ = pool.insert(Guest(name: 0))
      _ = pool.insert(Guest(name: 1))
    }
  }

  /// The first of eight bytes is the lowest of their word.
  @Test func bytesAreReadAsWords() {
    let bytes = FixedStorage<16, UInt8>(repeating: 0)
    bytes[8] = 1
    bytes[15] = 2
    #expect(bytes.word(0) == 0 && bytes.word(1) == 0x0200_0000_0000_0001)
    bytes.setWord(1, 0)
    #expect(bytes[8] == 0 && bytes[15] == 0)
  }

  /// Against a set kept beside it, while a crowd comes, leaves, and comes again.
  @Test func whatIsInUseIsKnown() {
    var pool = Pool<Guest>()
    var known: [Int: Int] = [:]
    var present: [Int] = []
    var name = 0
    func come() {
      let slot = pool.insert(Guest(name: name)).slot
      known[slot] = name
      present.append(slot)
      name += 1
    }
    func leave() {
      let slot = present.removeFirst()
      pool.remove(pool.at(slot))
      known[slot] = nil
    }
    for (size, turns) in [(20_000, 0), (40, 3_000), (12_000, 0), (900, 2_000), (60_000, 0)] {
      while present.count < size { come() }
      while present.count > size { leave() }
      for turn in 0..<turns {
        if turn % 100 == 0 { pool.setAside() }
        leave()
        come()
      }
      let handles = pool.inUse
      // Whoever was there in the crowd has left: the few lie together.
      if turns > 0 { #expect(handles.allSatisfy { $0.slot < max(1_024, 4 * size) }) }
      #expect(handles.map(\.slot) == known.keys.sorted())
      #expect(handles.allSatisfy { known[$0.slot] == $0.row.name })
    }
    let slots = pool.indices.count
    #expect(slots == 60_000)
  }

  @Test func tablesKeepTheirRows() {
    var table = Table([3, 1, 2])
    table[1] = 5
    table.at(2).row *= 10
    let (count, sum) = (table.count, (0..<table.count).reduce(0) { $0 + table[$1] })
    #expect(count == 3 && sum == 28)
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
    await #expect(processExitsWith: .failure) {
      let table = Table([1, 2])
      _ = table.at(2)
    }
    await #expect(processExitsWith: .failure) {
      let table = Table([1, 2])
      _ = table.pointer(2)
    }
    await #expect(processExitsWith: .failure) {
      let pool = Pool<Guest>()
      _ = pool.at(0)
    }
    await #expect(processExitsWith: .failure) {
      let storage = FixedStorage<4, Int>(repeating: 0)
      _ = storage[4]
    }
    await #expect(processExitsWith: .failure) {
      let bytes = FixedStorage<16, UInt8>(repeating: 0)
      _ = bytes.word(2)
    }
  }

  @Test func ringsKeepOrderWhileTheyGrowAndWrap() {
    var rings = Rings<Int>(3)
    var expected = [[Int]](repeating: [], count: 3)
    for number in 0..<3_000 {
      let owner = number * 7 % 3
      rings.append(-1, to: rings.pointer(owner), if: false)
      rings.append(number, to: rings.pointer(owner), if: true)
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
