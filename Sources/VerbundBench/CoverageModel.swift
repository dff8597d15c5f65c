import VerbundCore
import VerbundEngine
import VerbundMeasure

/// A law of work with a given mean.
enum CoverageLaw: Sendable {
  case exponential
  case deterministic
  /// Exponential with one of two rates (per mean of work): this one with this chance, else that
  /// one.
  case mixed(chance: Double, rate: Double, otherRate: Double)

  /// Mean 1 at the uniform number `u`. The mixture is no inversion, but it is one draw.
  func sample(_ u: Double) -> Double {
    switch self {
    case .exponential: -Elementary.log(u)
    case .deterministic: 1
    case .mixed(let chance, let rate, let otherRate):
      u < chance
        ? -Elementary.log(u / chance) / rate
        : -Elementary.log((u - chance) / (1 - chance)) / otherRate
    }
  }

  /// What is left of the work in service at a random time.
  func sampleOfRest(_ u: Double) -> Double {
    switch self {
    case .exponential: -Elementary.log(u)
    case .deterministic: u
    case .mixed(let chance, let rate, let otherRate):
      // Weighted by their lengths; an exponential rest is like the whole.
      CoverageLaw.mixed(chance: chance / rate, rate: rate, otherRate: otherRate).sample(u)
    }
  }
}

/// A first-come station of the network.
struct CoverageNode: Sendable {
  var servers = 1
  /// Those who may be present; more are refused.
  var places = Int.max
  /// Mean work, in seconds.
  var work: Double
  var law = CoverageLaw.exponential
  /// Customers from outside, per second.
  var rate: Double
  /// Chance to go on to each station.
  var routes: [Double] = []
}

/// Stations with queues on the general kernel: what is measured is the first visits to the first
/// station, and the whole stays of the first customers from outside.
struct CoverageModel: SimulationModel {
  struct Event: PlainEvent {
    var time: Nanoseconds
    /// 0 departs, 1 arrives (bit 63); station (from bit 32); the customer's number.
    var key: UInt64

    @inline(__always)
    static func precedes(_ a: Event, _ b: Event) -> Bool {
      a.time < b.time || (a.time == b.time && a.key < b.key)
    }
  }

  private struct Customer {
    var entered: Nanoseconds
    var came: Nanoseconds
    var visits: UInt8
    var isMeasured: Bool
  }

  let nodes: [CoverageNode]
  let draws: Draws
  let measured: Int
  private var customers: [Customer] = []
  private var initialWorks: [Nanoseconds] = []
  private var lines: [[UInt32]]
  private var started: [Int]
  private var idle: [Int]
  private var arrivals: [UInt32]
  private var stays = 0
  private var visits = 0
  /// Waits and responses of visits to station 0, and stays in the network.
  private(set) var waits = LatencyHistogram()
  private(set) var responses = LatencyHistogram()
  private(set) var totals = LatencyHistogram()

  init(_ nodes: [CoverageNode], draws: Draws, measured: Int) {
    self.nodes = nodes
    self.draws = draws
    self.measured = measured
    lines = nodes.map { _ in [] }
    started = nodes.map { _ in 0 }
    idle = nodes.map(\.servers)
    arrivals = nodes.map { _ in 0 }
  }

  /// Whether all that is to be measured has been.
  var isDone: Bool {
    responses.count >= Int64(measured) && totals.count >= Int64(measured)
  }

  /// Begins with customers of these works (seconds) at each station, in their order of service.
  mutating func begin(with works: [[Double]], _ agenda: inout Agenda<Event>) {
    for (node, works) in works.enumerated() {
      for work in works {
        initialWorks.append(wholeNanoseconds(work * 1e9))
        customers.append(Customer(entered: 0, came: 0, visits: 0, isMeasured: false))
        join(UInt32(customers.count - 1), node, &agenda)
      }
    }
    for node in nodes.indices where nodes[node].rate > 0 { scheduleArrival(node, &agenda) }
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    let node = Int(truncatingIfNeeded: event.key >> 32 & 0xFF)
    if event.key >> 63 == 1 {
      scheduleArrival(node, &agenda)
      if lines[node].count - started[node] + nodes[node].servers - idle[node] < nodes[node].places {
        enter(node, &agenda)
      }
      return
    }
    let number = UInt32(truncatingIfNeeded: event.key)
    idle[node] += 1
    serveNext(node, &agenda)
    leave(number, node, &agenda)
  }

  private mutating func enter(_ node: Int, _ agenda: inout Agenda<Event>) {
    let isMeasured = stays < measured
    if isMeasured { stays += 1 }
    customers.append(
      Customer(entered: agenda.now, came: agenda.now, visits: 0, isMeasured: isMeasured))
    join(UInt32(customers.count - 1), node, &agenda)
  }

  private mutating func join(_ number: UInt32, _ node: Int, _ agenda: inout Agenda<Event>) {
    customers[Int(number)].came = agenda.now
    customers[Int(number)].visits &+= 1
    lines[node].append(number)
    serveNext(node, &agenda)
  }

  private mutating func serveNext(_ node: Int, _ agenda: inout Agenda<Event>) {
    guard idle[node] > 0, started[node] < lines[node].count else { return }
    let number = lines[node][started[node]]
    started[node] += 1
    idle[node] -= 1
    let customer = customers[Int(number)]
    let end = agenda.now + work(number, customer, node)
    // Those of the start are no arrivals; all others come to this station in the order of its line.
    if node == 0, !(number < initialWorks.count && customer.visits == 1), visits < measured {
      visits += 1
      waits.record(agenda.now - customer.came)
      responses.record(end - customer.came)
    }
    agenda.schedule(Event(time: end, key: UInt64(node) << 32 | UInt64(number)))
  }

  private func work(_ number: UInt32, _ customer: Customer, _ node: Int) -> Nanoseconds {
    if number < initialWorks.count && customer.visits == 1 { return initialWorks[Int(number)] }
    let u = draws.uniform(.work, stream: 0, subject(number, node))
    return wholeNanoseconds(nodes[node].law.sample(u) * nodes[node].work * 1e9)
  }

  private mutating func leave(_ number: UInt32, _ node: Int, _ agenda: inout Agenda<Event>) {
    if !nodes[node].routes.isEmpty {
      var u = draws.uniform(.routing, stream: 0, subject(number, node))
      for (next, chance) in nodes[node].routes.enumerated() {
        u -= chance
        if u < 0 {
          join(number, next, &agenda)
          return
        }
      }
    }
    let customer = customers[Int(number)]
    if customer.isMeasured { totals.record(agenda.now - customer.entered) }
  }

  private mutating func scheduleArrival(_ node: Int, _ agenda: inout Agenda<Event>) {
    let u = draws.uniform(.arrival, stream: UInt32(node), Subject(visit: arrivals[node]))
    arrivals[node] += 1
    let time = agenda.now + wholeNanoseconds(-Elementary.log(u) / nodes[node].rate * 1e9)
    agenda.schedule(
      Event(time: time, key: 1 << 63 | UInt64(node) << 32 | UInt64(arrivals[node])))
  }

  private func subject(_ number: UInt32, _ node: Int) -> Subject {
    Subject(visit: number, page: customers[Int(number)].visits, node: UInt8(node))
  }
}
