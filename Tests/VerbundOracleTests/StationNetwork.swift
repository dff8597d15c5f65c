import VerbundCore
import VerbundEngine

/// A station of a network: first come, first served.
struct NetworkNode {
  var servers: Int
  /// Mean of the exponential work, in seconds.
  var work: Double
  /// Customers from outside, per second; 0 for none.
  var rate: Double
  /// Chance to go on to each station; who goes to none leaves.
  var routes: [Double]
}

/// An open network of M/M/c stations with Markov routing (Jackson, 1957), by events.
struct StationNetwork: SimulationModel {
  struct Event: PlainEvent {
    var time: Nanoseconds
    var isArrival: Bool
    var node: Int32
    /// The customer who is served; of arrivals the number among those of this node.
    var number: UInt32

    static func precedes(_ a: Event, _ b: Event) -> Bool {
      if a.time != b.time { return a.time < b.time }
      if a.isArrival != b.isArrival { return b.isArrival }
      return (a.node, a.number) < (b.node, b.number)
    }
  }

  struct Customer {
    var entered: Nanoseconds
    /// When it came to its present station.
    var came: Nanoseconds = 0
    var visits: UInt8 = 0
  }

  let nodes: [NetworkNode]
  let draws: Draws
  /// Customers from outside whose stay is measured: the first ones.
  let measured: Int
  var customers: [Customer] = []
  var lines: [[UInt32]]
  var started: [Int]
  var idle: [Int]
  var present: [NumberPresent]
  /// Those who were there at the start do not count.
  var initial = 0
  var stays: [Nanoseconds] = []
  var emptyTime: Nanoseconds = 0
  var emptySince: Nanoseconds? = 0

  init(_ nodes: [NetworkNode], draws: Draws, measured: Int) {
    self.nodes = nodes
    self.draws = draws
    self.measured = measured
    lines = nodes.map { _ in [] }
    started = nodes.map { _ in 0 }
    idle = nodes.map(\.servers)
    present = nodes.map { _ in NumberPresent() }
  }

  /// Puts customers into the stations and begins the arrivals.
  mutating func begin(with numbers: [Int], _ agenda: inout Agenda<Event>) {
    for (node, number) in numbers.enumerated() {
      for _ in 0..<number { enter(node, &agenda) }
      initial += number
    }
    for node in nodes.indices where nodes[node].rate > 0 { arrive(node, 0, &agenda) }
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    let node = Int(event.node)
    if event.isArrival {
      arrive(node, event.number + 1, &agenda)
      enter(node, &agenda)
    } else {
      let customer = customers[Int(event.number)]
      present[node].leave(at: event.time, since: customer.came)
      idle[node] += 1
      serveNext(node, &agenda)
      if let next = route(event.number, from: node) {
        join(event.number, next, &agenda)
      } else if (initial..<initial + measured).contains(Int(event.number)) {
        stays.append(event.time - customer.entered)
      }
    }
    noteEmptiness(event.time)
  }

  private mutating func enter(_ node: Int, _ agenda: inout Agenda<Event>) {
    customers.append(Customer(entered: agenda.now))
    join(UInt32(customers.count - 1), node, &agenda)
  }

  private mutating func join(_ number: UInt32, _ node: Int, _ agenda: inout Agenda<Event>) {
    customers[Int(number)].came = agenda.now
    customers[Int(number)].visits &+= 1
    present[node].enter(at: agenda.now)
    lines[node].append(number)
    serveNext(node, &agenda)
  }

  private mutating func serveNext(_ node: Int, _ agenda: inout Agenda<Event>) {
    guard idle[node] > 0, started[node] < lines[node].count else { return }
    let number = lines[node][started[node]]
    started[node] += 1
    idle[node] -= 1
    let u = draws.uniform(.work, stream: 0, subject(number, node))
    let end = agenda.now + wholeNanoseconds(-Elementary.log(u) * nodes[node].work * 1e9)
    agenda.schedule(Event(time: end, isArrival: false, node: Int32(node), number: number))
  }

  private mutating func arrive(_ node: Int, _ number: UInt32, _ agenda: inout Agenda<Event>) {
    let u = draws.uniform(.arrival, stream: UInt32(node), Subject(visit: number))
    let time = agenda.now + wholeNanoseconds(-Elementary.log(u) / nodes[node].rate * 1e9)
    agenda.schedule(Event(time: time, isArrival: true, node: Int32(node), number: number))
  }

  private func route(_ number: UInt32, from node: Int) -> Int? {
    var u = draws.uniform(.routing, stream: 0, subject(number, node))
    for (next, chance) in nodes[node].routes.enumerated() {
      u -= chance
      if u < 0 { return next }
    }
    return nil
  }

  private func subject(_ number: UInt32, _ node: Int) -> Subject {
    Subject(visit: number, page: customers[Int(number)].visits, node: UInt8(node))
  }

  /// Counts the time since the last event, too.
  mutating func noteEnd(_ end: Nanoseconds) { noteEmptiness(end) }

  private mutating func noteEmptiness(_ now: Nanoseconds) {
    let isEmpty = present.allSatisfy { $0.count == 0 }
    if let since = emptySince { emptyTime += now - since }
    emptySince = isEmpty ? now : nil
  }
}
