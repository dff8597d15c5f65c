import Testing
import VerbundCore
import VerbundEngine

/// How a customer was served.
struct Served: Equatable {
  var worker: Int
  var start: Nanoseconds
  var end: Nanoseconds
}

/// A customer of a test: when, and for how long.
struct Customer {
  var time: Nanoseconds
  var work: Nanoseconds
}

/// The same station by events: explicit departures, one line, the longest idle worker first and of
/// equals the lowest index. At one instant departures precede arrivals.
struct StationByEvents: SimulationModel {
  struct Event: PlainEvent {
    var time: Nanoseconds
    var isArrival: Bool
    /// The customer who arrives, or the worker who is free again.
    var number: Int

    static func precedes(_ a: Event, _ b: Event) -> Bool {
      (a.time, a.isArrival ? 1 : 0, a.number) < (b.time, b.isArrival ? 1 : 0, b.number)
    }
  }

  let customers: [Customer]
  let places: Int
  /// Idle workers, rising by (time since, index).
  var idle: [(since: Nanoseconds, worker: Int)]
  var line: [Int] = []
  var served: [Served?]
  /// The length of the line that each customer found.
  var found: [Int]

  init(_ customers: [Customer], workers: Int, places: Int) {
    self.customers = customers
    self.places = places
    idle = (0..<workers).map { (0, $0) }
    served = customers.map { _ in nil }
    found = customers.map { _ in 0 }
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    if event.isArrival {
      found[event.number] = line.count
      if idle.isEmpty && line.count >= places { return }
      line.append(event.number)
    } else {
      var place = idle.count
      while place > 0, idle[place - 1] > (event.time, event.number) { place -= 1 }
      idle.insert((event.time, event.number), at: place)
    }
    guard let customer = line.first, !idle.isEmpty else { return }
    line.removeFirst()
    let worker = idle.removeFirst().worker
    let end = event.time + customers[customer].work
    served[customer] = Served(worker: worker, start: event.time, end: end)
    agenda.schedule(Event(time: end, isArrival: false, number: worker))
  }
}

@Suite struct SortedWorkersTests {
  /// Small times make ties of every kind; `busy` is the load in percent.
  @Test(
    arguments: [(1, nil), (1, 0), (1, 3), (2, nil), (2, 1), (16, nil), (16, 7), (200, 20)],
    [50, 95, 150])
  func agreesWithDepartures(station: (workers: Int, places: Int?), busy: Int) {
    for longest in [3, 40, 1_000_000_000] as [Int64] {
      let customers = randomCustomers(
        count: 1_000, longest: longest, workers: station.workers, busy: busy)
      expectTwin(customers, workers: station.workers, places: station.places)
    }
  }

  @Test(arguments: [80, 130]) func aThousandWorkers(busy: Int) {
    let customers = randomCustomers(count: 4_000, longest: 50_000, workers: 1_000, busy: busy)
    expectTwin(customers, workers: 1_000, places: nil)
    expectTwin(customers, workers: 1_000, places: 100)
  }

  /// All at once, and nothing takes any time: the lowest worker serves all in turn.
  @Test func nothingTakesTime() {
    let customers = (0..<100).map { Customer(time: Int64($0 / 20), work: 0) }
    expectTwin(customers, workers: 3, places: 0)
    expectTwin(customers, workers: 1, places: nil)
  }

  private func expectTwin(_ customers: [Customer], workers: Int, places: Int?) {
    var kernel = Kernel(StationByEvents(customers, workers: workers, places: places ?? .max))
    for (number, customer) in customers.enumerated() {
      kernel.agenda.schedule(.init(time: customer.time, isArrival: true, number: number))
    }
    let finished = kernel.run(until: .max)
    #expect(finished)
    var station = SortedWorkers(workers: workers, queue: places)
    for (number, customer) in customers.enumerated() {
      let expected = kernel.model.served[number]
      if places != nil {
        let waiting = station.waiting(at: customer.time)
        let found = kernel.model.found[number]
        #expect(waiting == found)
      }
      let served = station.arrive(at: customer.time, work: customer.work).map(Served.init)
      #expect(served == expected)
      if served != expected { return }
    }
  }
}

/// Gaps and works between zero and twice their means: many zeros where `longest` is small.
func randomCustomers(count: Int, longest: Int64, workers: Int, busy: Int) -> [Customer] {
  var random = SystemLikeGenerator(state: UInt64(count * workers * busy) ^ UInt64(longest))
  // In hundredths, so that a short service does not make every gap zero.
  let gap = UInt64(longest) * 10_000 / UInt64(workers * busy)
  var hundredths: UInt64 = 0
  return (0..<count).map { _ in
    hundredths += random.next() % (gap + 1)
    let work = random.next() % UInt64(longest + 1)
    return Customer(time: Int64(hundredths / 100), work: Int64(work))
  }
}

/// Workers who come and go, against a station that looks at all its rows each time.
@Suite struct ChangingWorkersTests {
  private struct Obvious {
    var free: [(time: Nanoseconds, worker: Int)] = []
    var starts: [Nanoseconds] = []
    let places: Int

    mutating func arrive(_ customer: Customer) -> Served? {
      starts.removeAll { $0 <= customer.time }
      guard let first = free.indices.min(by: { free[$0] < free[$1] }) else { return nil }
      let start = max(customer.time, free[first].time)
      if start > customer.time {
        if starts.count >= places { return nil }
        starts.append(start)
      }
      free[first].time = start + customer.work
      return Served(worker: free[first].worker, start: start, end: start + customer.work)
    }
  }

  /// `pause` is the longest time without a customer: years of it make the station count anew.
  @Test(arguments: [20, 1_000_000, 1 << 54] as [Int64], [0, 5, 1_000])
  func agreesWithTheObvious(pause: Int64, places: Int) {
    var random = SystemLikeGenerator(state: UInt64(pause) ^ UInt64(places))
    var station = SortedWorkers(workers: 2, queue: places)
    var twin = Obvious(free: [(0, 0), (0, 1)], places: places)
    var now: Nanoseconds = 0
    var last: Nanoseconds = 0
    var next = 2
    for _ in 0..<4_000 {
      switch random.next() % 24 {
      case 0:
        let ready = now + Int64(random.next() % 60)
        let more = Int(random.next() % 4)
        station.addWorkers(next..<next + more, at: ready)
        twin.free += (next..<next + more).map { (ready, $0) }
        next += more
      case 1, 2:
        let gone = station.removeWorker(at: now)
        guard let first = twin.free.indices.min(by: { twin.free[$0] < twin.free[$1] }) else {
          #expect(gone == nil)
          continue
        }
        last = now
        let expected = twin.free.remove(at: first)
        #expect(gone?.worker == expected.worker && gone?.free == max(now, expected.time))
      case 3: now += Int64(random.next() % UInt64(pause))
      default:
        now += Int64(random.next() % 12)
        let customer = Customer(time: now, work: Int64(random.next() % 40))
        last = now
        let served = station.arrive(at: customer.time, work: customer.work).map(Served.init)
        #expect(served == twin.arrive(customer))
      }
      let count = station.count
      let earliest = station.earliestFree
      #expect(count == twin.free.count)
      #expect(earliest == twin.free.map(\.time).min().map { max(last, $0) })
    }
    #expect(next > 100)
  }

  /// A century with a service of ten days now and then.
  @Test func aCentury() {
    let day: Int64 = 24 * .hour
    var station = SortedWorkers(workers: 16)
    for number in 0..<3_650 as Range<Int64> {
      let served = station.arrive(at: number * 10 * day, work: 10 * day)
      #expect(served?.start == number * 10 * day && served?.worker == Int(number % 16))
    }
  }

  @Test func nobodyWorksHere() {
    var station = SortedWorkers(workers: 0, queue: 3, start: 1 << 62)
    let served = station.arrive(at: 1 << 62, work: 1)
    let gone = station.removeWorker(at: 1 << 62)
    let earliest = station.earliestFree
    #expect(served == nil && gone == nil && earliest == nil)
    station.addWorkers(5..<6, at: 1 << 62 + 9)
    let late = station.arrive(at: 1 << 62 + 1, work: 2).map(Served.init)
    #expect(late == Served(worker: 5, start: 1 << 62 + 9, end: 1 << 62 + 11))
    let waiting = station.waiting(at: 1 << 62 + 8)
    let started = station.waiting(at: 1 << 62 + 9)
    #expect(waiting == 1 && started == 0)
  }
}
