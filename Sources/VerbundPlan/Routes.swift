import VerbundCore
import VerbundModel

/// One connection as the engines see it.
public struct LinkPlan: Sendable {
  public let id: String
  public let bandwidth: Double
  /// Nanoseconds to put one byte on the line.
  public let nanosecondsPerByte: Double
  public let propagation: Nanoseconds
  /// Whether only traffic between sites uses it: no access of citizens, and no site of the
  /// administration's access to a public network.
  public let joinsSites: Bool
}

/// The way of a message: links with direction (index x 2, + 1 against the order of its ends).
public struct Route: Sendable {
  public let lanes: [Int]
  public let propagation: Nanoseconds
}

/// Shortest routes between all sites and from all regions.
public struct RouteTable: Sendable {
  let siteCount: Int
  /// Row-major: (regions + sites) x sites; nil where no links lead.
  let routes: [Route?]
  let back: [Route?]
  let regionCount: Int

  /// From one site to another; the empty route to itself.
  public func site(_ from: Int, site to: Int) -> Route? {
    routes[(regionCount + from) * siteCount + to]
  }

  /// From a region to a site.
  public func region(_ from: Int, site to: Int) -> Route? { routes[from * siteCount + to] }

  /// From a site to a region.
  public func site(_ from: Int, region to: Int) -> Route? { back[to * siteCount + from] }
}

/// Links and routes in dense order.
struct Network {
  var links: [LinkPlan]
  var routes: RouteTable

  init(_ scenario: Scenario, sites: [String], regions: [String]) {
    let sorted = scenario.links.sorted { $0.id < $1.id }
    let hubs = scenario.hubs.sorted { $0.id < $1.id }
    let nodes = regions + sites + hubs.map(\.id)
    let firstHub = regions.count + sites.count
    func isPublic(_ node: Int) -> Bool {
      node < regions.count || node >= firstHub && !hubs[node - firstHub].carriesTransit
    }
    let externals = Set(scenario.sites.filter(\.isExternal).map(\.id))
    let isExternal = nodes.map(externals.contains)
    let ends = sorted.map { link in
      link.ends.map { end in nodes.firstIndex(of: end) ?? 0 }
    }
    // People talk to homes only: what an external site has at a public network joins sites.
    func joinsSites(_ ends: [Int]) -> Bool {
      ends.allSatisfy { $0 >= regions.count }
        && (!ends.contains(where: isPublic) || ends.contains { isExternal[$0] })
    }
    let links = zip(sorted, ends).map { link, ends in
      LinkPlan(
        id: link.id, bandwidth: link.bandwidth, nanosecondsPerByte: 8e9 / link.bandwidth,
        propagation: link.microseconds * 1_000, joinsSites: joinsSites(ends))
    }
    var forward: [Route?] = []
    var back: [Route?] = []
    for start in 0..<(regions.count + sites.count) {
      func tree(through: (Int) -> Bool) -> [[Int]?] {
        shortestPaths(
          from: start, nodes: nodes.count, ends: ends, cost: links.map(\.propagation),
          through: through)
      }
      let open = tree { $0 >= regions.count }
      // Sites of the administration do not talk to one another over a public network.
      let closed = start < regions.count || isExternal[start] ? open : tree { !isPublic($0) }
      for site in sites.indices {
        let lanes = (isExternal[regions.count + site] ? open : closed)[regions.count + site]
        let propagation = lanes.map { $0.reduce(0) { $0 + links[$1 / 2].propagation } }
        forward.append(lanes.map { Route(lanes: $0, propagation: propagation ?? 0) })
        back.append(
          lanes.map { Route(lanes: $0.reversed().map { $0 ^ 1 }, propagation: propagation ?? 0) })
      }
    }
    self.links = links
    routes = RouteTable(
      siteCount: sites.count, routes: forward, back: back, regionCount: regions.count)
  }
}

/// Dijkstra's algorithm; ties go to the lower node, then to the lower link. Populations of users
/// pass nothing on. Returns the lanes to each node, nil where none lead.
/// - Complexity: O(nodes x links).
private func shortestPaths(
  from start: Int, nodes: Int, ends: [[Int]], cost: [Int64], through: (Int) -> Bool
) -> [[Int]?] {
  var distance = [Int64?](repeating: nil, count: nodes)
  var lanes = [[Int]?](repeating: nil, count: nodes)
  var done = [Bool](repeating: false, count: nodes)
  distance[start] = 0
  lanes[start] = []
  while true {
    let open = (0..<nodes).filter { !done[$0] && distance[$0] != nil }
    guard let node = open.min(by: { (distance[$0] ?? 0, $0) < (distance[$1] ?? 0, $1) }) else {
      return lanes
    }
    done[node] = true
    guard node == start || through(node), let soFar = distance[node], let way = lanes[node] else {
      continue
    }
    for (link, pair) in ends.enumerated() {
      for (from, to, lane) in [(pair[0], pair[1], 2 * link), (pair[1], pair[0], 2 * link + 1)]
      where from == node && !done[to] {
        let candidate = soFar + cost[link]
        if distance[to].map({ candidate < $0 }) ?? true {
          distance[to] = candidate
          lanes[to] = way + [lane]
        }
      }
    }
  }
}
