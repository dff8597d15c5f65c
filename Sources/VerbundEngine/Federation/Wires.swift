import VerbundCore
import VerbundPlan

/// The state of all links: when each direction is free again, and what it carried.
///
/// A message is a pipelined stream: it waits behind earlier ones at every link of its route, and
/// the slowest link (wait plus transmission) sets its pace; propagation comes on top. It reserves
/// its route when it is sent. Bulk transfers (images) have a lane of their own at half the
/// bandwidth, so that they do not stand before citizens' pages.
struct Wires {
  private let perByte: [Double]
  private let lanes: [Int32]
  private let routes: [RouteRow?]
  private let regionCount: Int
  private let siteCount: Int

  private var freeAt: [Nanoseconds]
  private var sent: [Nanoseconds]
  private var bulkFreeAt: [Nanoseconds]
  private var bulkSent: [Nanoseconds]
  private var reported: [Nanoseconds]
  private(set) var bytes: [Int64]

  private struct RouteRow: BitwiseCopyable {
    var first: Int32
    var count: Int32
    var propagation: Nanoseconds
  }

  init(_ plan: Plan) {
    regionCount = plan.regions.count
    siteCount = plan.sites.count
    perByte = plan.links.flatMap { [$0.nanosecondsPerByte, $0.nanosecondsPerByte] }
    var lanes: [Int32] = []
    var rows: [RouteRow?] = []
    func add(_ route: Route?) {
      rows.append(
        route.map {
          RouteRow(
            first: Int32(lanes.count), count: Int32($0.lanes.count), propagation: $0.propagation)
        })
      lanes += (route?.lanes ?? []).map(Int32.init)
    }
    for site in plan.sites.indices {
      for region in plan.regions.indices { add(plan.routes.region(region, site: site)) }
      for region in plan.regions.indices { add(plan.routes.site(site, region: region)) }
      for other in plan.sites.indices { add(plan.routes.site(site, site: other)) }
    }
    self.lanes = lanes
    routes = rows
    let zeros = [Nanoseconds](repeating: 0, count: perByte.count)
    (freeAt, sent, bulkFreeAt, bulkSent, reported, bytes) = (
      zeros, zeros, zeros, zeros, zeros, zeros
    )
  }

  private var stride: Int { 2 * regionCount + siteCount }

  /// Time on the way of a message from a region to a site.
  @inline(__always)
  mutating func send(_ size: Int64, region: Int, to site: Int, at now: Nanoseconds) -> Nanoseconds {
    send(size, site * stride + region, now)
  }

  @inline(__always)
  mutating func send(_ size: Int64, from site: Int, toRegion region: Int, at now: Nanoseconds)
    -> Nanoseconds
  {
    send(size, site * stride + regionCount + region, now)
  }

  @inline(__always)
  mutating func send(_ size: Int64, from site: Int, to other: Int, at now: Nanoseconds)
    -> Nanoseconds
  {
    send(size, site * stride + 2 * regionCount + other, now)
  }

  @inline(__always)
  private mutating func send(_ size: Int64, _ index: Int, _ now: Nanoseconds) -> Nanoseconds {
    guard let route = routes[index] else { return 0 }
    var pace: Nanoseconds = 0
    for place in Int(route.first)..<Int(route.first + route.count) {
      let lane = Int(lanes[place])
      let transmission = wholeNanoseconds(min(longestDelay, Double(size) * perByte[lane]))
      let begin = max(now, freeAt[lane])
      let done = min(endOfTime, begin + transmission)
      freeAt[lane] = done
      sent[lane] += done - begin
      bytes[lane] += size
      pace = max(pace, done - now)
    }
    return pace + route.propagation
  }

  /// Time that a bulk transfer takes which starts at `start`.
  mutating func pull(_ size: Int64, from site: Int, to other: Int, at start: Nanoseconds)
    -> Nanoseconds
  {
    guard let route = routes[site * stride + 2 * regionCount + other] else { return 0 }
    var pace: Nanoseconds = 0
    for place in Int(route.first)..<Int(route.first + route.count) {
      let lane = Int(lanes[place])
      let transmission = wholeNanoseconds(min(longestDelay, 2 * Double(size) * perByte[lane]))
      let begin = max(start, bulkFreeAt[lane])
      let done = min(endOfTime, begin + transmission)
      bulkFreeAt[lane] = done
      bulkSent[lane] += done - begin
      bytes[lane] += size
      pace = max(pace, done - start)
    }
    return pace + route.propagation
  }

  /// Share of the time since the last report in which each link's busier direction transmitted.
  mutating func utilisation(since start: Nanoseconds, until now: Nanoseconds) -> [Double] {
    var shares = [Double](repeating: 0, count: perByte.count / 2)
    for lane in perByte.indices {
      let bulk = bulkSent[lane] - min(bulkSent[lane], max(0, bulkFreeAt[lane] - now))
      // A transfer that begins later must not take back what was reported.
      let done = max(reported[lane], sent[lane] - max(0, freeAt[lane] - now) + bulk / 2)
      let share = Double(done - reported[lane]) / Double(now - start)
      shares[lane / 2] = max(shares[lane / 2], min(1, max(0, share)))
      reported[lane] = done
    }
    return shares
  }
}
