import VerbundCore
import VerbundPlan

/// The state of all links: when each direction is free again, and what it carried.
///
/// A message is a pipelined stream: it waits behind earlier ones at every link of its route, and
/// the slowest link (wait plus transmission) sets its pace; propagation comes on top. It reserves
/// its route when it is sent, a citizen's request when it would arrive. Bulk transfers (images)
/// have a lane of their own at half the bandwidth, so that they do not stand before citizens'
/// pages.
struct Wires: ~Copyable {
  /// One direction of a link.
  struct LaneRow: BitwiseCopyable {
    var perByte: Double
    var freeAt: Nanoseconds = 0
    var sent: Nanoseconds = 0
    var bytes: Int64 = 0
    var bulkFreeAt: Nanoseconds = 0
    var bulkSent: Nanoseconds = 0
    var reported: Nanoseconds = 0

    @inline(__always)
    func transmission(_ size: Int64) -> Nanoseconds {
      wholeNanoseconds(min(longestDelay, Double(size) * perByte))
    }

    /// Takes up a message that takes so long; returns when it has been sent.
    @inline(__always)
    mutating func carry(
      _ size: Int64, taking time: Nanoseconds, at now: Nanoseconds
    ) -> Nanoseconds {
      let begin = max(now, freeAt)
      freeAt = min(endOfTime, begin &+ time)
      sent &+= freeAt &- begin
      bytes &+= size
      return freeAt
    }
  }

  /// A lane of a route, and how long it takes to send a message of the route's own size.
  struct Stop: BitwiseCopyable {
    let lane: Pointer<LaneRow>
    let ownTime: Nanoseconds
  }

  private let lanes: Table<LaneRow>
  /// Those of all routes, one route after the other.
  private var stops = Storage<Stop>()
  /// Between sites, row-major.
  private var routes: Storage<RouteRow>
  private let siteCount: Int

  init(_ plan: Plan) {
    siteCount = plan.sites.count
    lanes = Table(
      plan.links.flatMap { link in
        [LaneRow(perByte: link.nanosecondsPerByte), LaneRow(perByte: link.nanosecondsPerByte)]
      })
    routes = Storage(capacity: siteCount * siteCount)
    for site in plan.sites.indices {
      for other in plan.sites.indices { routes.append(add(plan.routes.site(site, site: other))) }
    }
  }

  /// Takes up a route, for messages of any size or mostly of one. Where none leads, a message takes
  /// no time: the plan has said so.
  private mutating func add(_ route: Route?, of size: Int64 = 0) -> RouteRow {
    guard let route else { return RouteRow(first: 0, count: 0, propagation: 0, size: size) }
    let first = Int32(stops.count)
    for number in route.lanes {
      let lane = lanes.pointer(number)
      stops.append(Stop(lane: lane, ownTime: lane.row.transmission(size)))
    }
    return RouteRow(
      first: first, count: Int32(route.lanes.count), propagation: route.propagation, size: size)
  }

  /// What is fixed about the plan's streams, with their routes.
  mutating func streams(
    _ plan: Plan, _ workloads: borrowing Table<WorkloadRow>, _ trees: borrowing Table<TreeDraws>
  ) -> [StreamRow] {
    var rows: [StreamRow] = []
    for stream in plan.streams {
      let workload = plan.workloads[stream.workload]
      let there = plan.routes.region(stream.region, site: workload.home)
      let back = plan.routes.site(workload.home, region: stream.region)
      let outward = add(there, of: workload.page.requestBytes)
      rows.append(
        StreamRow(
          key: stream.key, workload: workloads.at(stream.workload),
          tree: trees.pointer(stream.workload),
          way: min(shortest(outward), workload.visit.timeout), there: outward,
          back: add(back, of: workload.page.responseBytes)))
    }
    return rows
  }

  /// Time on the way of a message of the route's own size that waits nowhere.
  private func shortest(_ route: RouteRow) -> Nanoseconds {
    let stretch = Int(route.first)..<Int(route.first + route.count)
    return route.propagation + (stretch.map { stops[$0].ownTime }.max() ?? 0)
  }

  /// Time on the way of a message from one site to another.
  mutating func send(_ size: Int64, from site: Int, to other: Int, at now: Nanoseconds)
    -> Nanoseconds
  {
    send(size, routes[site &* siteCount &+ other], at: now)
  }

  /// Time on the way of a message along a route.
  mutating func send(_ size: Int64, _ route: RouteRow, at now: Nanoseconds) -> Nanoseconds {
    send(size, route, at: now) { $0.lane.row.transmission(size) }
  }

  /// Time on the way of a message of the route's own size.
  @inline(__always)
  mutating func send(along route: RouteRow, at now: Nanoseconds) -> Nanoseconds {
    send(route.size, route, at: now) { $0.ownTime }
  }

  @inline(__always)
  private mutating func send(
    _ size: Int64, _ route: RouteRow, at now: Nanoseconds, taking time: (Stop) -> Nanoseconds
  ) -> Nanoseconds {
    var pace: Nanoseconds = 0
    var place = Int(route.first)
    let end = place &+ Int(route.count)
    while place < end {
      let stop = stops[place]
      pace = max(pace, stop.lane.row.carry(size, taking: time(stop), at: now) &- now)
      place &+= 1
    }
    return pace &+ route.propagation
  }

  /// Time that a bulk transfer takes which starts at `start`.
  mutating func pull(_ size: Int64, from site: Int, to other: Int, at start: Nanoseconds)
    -> Nanoseconds
  {
    let route = routes[site * siteCount + other]
    var pace: Nanoseconds = 0
    for place in Int(route.first)..<Int(route.first + route.count) {
      let lane = stops[place].lane
      let row = lane.row
      let transmission = wholeNanoseconds(min(longestDelay, 2 * Double(size) * row.perByte))
      let begin = max(start, row.bulkFreeAt)
      let done = min(endOfTime, begin + transmission)
      lane.row.bulkFreeAt = done
      lane.row.bulkSent += done - begin
      lane.row.bytes += size
      pace = max(pace, done - start)
    }
    return pace + route.propagation
  }

  /// Bytes that a link carried, both ways.
  func bytes(_ link: Int) -> Int64 { lanes[2 * link].bytes + lanes[2 * link + 1].bytes }

  /// Share of the time since the last report in which each link's busier direction transmitted.
  mutating func utilisation(since start: Nanoseconds, until now: Nanoseconds) -> [Double] {
    var shares = [Double](repeating: 0, count: lanes.count / 2)
    for lane in 0..<lanes.count {
      let row = lanes[lane]
      let bulk = row.bulkSent - min(row.bulkSent, max(0, row.bulkFreeAt - now))
      // A transfer that begins later must not take back what was reported.
      let done = max(row.reported, row.sent - max(0, row.freeAt - now) + bulk / 2)
      let share = Double(done - row.reported) / Double(now - start)
      shares[lane / 2] = max(shares[lane / 2], min(1, max(0, share)))
      lanes.at(lane).row.reported = done
    }
    return shares
  }
}

/// A way through the network: lanes in a row, and the time that light takes.
struct RouteRow: BitwiseCopyable {
  var first: Int32
  var count: Int32
  var propagation: Nanoseconds
  /// Of the messages that mostly go this way, bytes.
  var size: Int64
}
