import VerbundCore
import VerbundModel

/// A scenario compiled to dense tables: the only thing that both engines read.
///
/// Entities are sorted by id before they get their index, so the order in which a file names its
/// sites changes no result.
public struct Plan: Sendable {
  public let scenario: Scenario
  public let slots: Int
  public let sites: [SitePlan]
  public let hosts: [HostPlan]
  public let powers: [PowerTable]
  public let links: [LinkPlan]
  public let routes: RouteTable
  public let regions: [Region]
  public let workloads: [WorkloadPlan]
  public let streams: [StreamPlan]
  public let components: [ComponentPlan]
  /// Where each set-aside replica lies, component by component.
  public let setAside: [SetAsideReplica]
  /// In the order of their ids.
  public let faults: [FaultPlan]

  /// Compiles, or says everything that stands against it; paths are those of the scenario file.
  public static func compile(_ scenario: Scenario) throws(IssueList) -> Plan {
    var issues: [Issue] = []
    let plan = Plan(scenario, &issues)
    if !issues.isEmpty { throw IssueList(issues) }
    return plan
  }

  private init(_ scenario: Scenario, _ issues: inout [Issue]) {
    self.scenario = scenario
    slots = scenario.horizon.slots
    regions = scenario.regions.sorted { $0.id < $1.id }
    let fleet = Fleet(scenario, &issues)
    sites = fleet.sites
    hosts = fleet.hosts
    powers = fleet.powers
    let network = Network(scenario, sites: sites.map(\.id), regions: regions.map(\.id))
    links = network.links
    routes = network.routes
    let services = Services(scenario, sites: sites, regions: regions, &issues)
    workloads = services.workloads
    components = services.components
    streams = services.streams
    setAside = Placement.setAside(
      components, homes: components.map { services.workloads[$0.workload].home }, hosts: hosts,
      sites: sites, workloads: workloads, &issues)
    faults = FaultPlan.all(
      scenario, sites: sites, workloads: workloads, components: components, &issues)
    checkRoutes(&issues)
    checkWidths(&issues)
  }

  /// Everybody who talks to somebody must have a way there.
  private func checkRoutes(_ issues: inout [Issue]) {
    for stream in streams {
      let home = workloads[stream.workload].home
      if routes.region(stream.region, site: home) == nil {
        issues.append(
          Issue(
            path: "workloads.\(workloads[stream.workload].id).demand.regions",
            "no links lead from region \(regions[stream.region].id) to site \(sites[home].id)",
            hint: "add a link between them under `links`"))
      }
    }
    for (workload, site) in loanPairs where routes.site(workload.home, site: site) == nil {
      issues.append(
        Issue(
          path: "links", "no links lead from site \(sites[workload.home].id) to \(sites[site].id)",
          hint: "a lender must be reachable from the borrower's home"))
    }
  }

  /// Each workload with each site that may host it away from home.
  private var loanPairs: [(WorkloadPlan, Int)] {
    var offers = scenario.overflow.offers
    if scenario.lending.order != .none { offers += scenario.lending.offers }
    return workloads.flatMap { workload in
      offers.compactMap { offer in
        sites.firstIndex { $0.id == offer.site }.map { (workload, $0) }
      }
    }
  }

  /// The event key has room for so many streams, visits, pages and nodes (see `EventKey`).
  private func checkWidths(_ issues: inout [Issue]) {
    if streams.count > Limits.streams {
      issues.append(
        Issue(path: "workloads", "\(streams.count) streams; at most \(Limits.streams) are possible")
      )
    }
    for stream in streams where stream.expectedVisits > Double(Limits.visits) / 2 {
      issues.append(
        Issue(
          path: "workloads.\(workloads[stream.workload].id).demand",
          "about \(Int(min(stream.expectedVisits, 1e15))) visits from one region; at most "
            + "\(Limits.visits / 2) are possible",
          hint: "split the region or raise the pages per visit"))
    }
    for workload in workloads where workload.nodes.count > Limits.nodes {
      issues.append(
        Issue(
          path: "workloads.\(workload.id).calls",
          "the call graph unfolds to \(workload.nodes.count) calls; at most \(Limits.nodes)"))
    }
    for workload in workloads where workload.nodes.contains(where: { $0.depth >= Limits.depth }) {
      issues.append(
        Issue(
          path: "workloads.\(workload.id).calls", "calls nest deeper than \(Limits.depth) levels"))
    }
    let functions = workloads.reduce(sites.count) { sum, workload in
      sum + (1 + workload.demand.bursts.count) * (2 + workload.demand.regions.count)
    }
    if functions > Limits.functions {
      issues.append(
        Issue(
          path: "workloads",
          "\(functions) functions of time make up the demand; at most \(Limits.functions)",
          hint: "fewer bursts, regions or workloads"))
    }
    let keys = streams.map(\.key)
    if Set(keys).count != keys.count {
      issues.append(
        Issue(path: "workloads", "two streams have the same random key", hint: "rename one"))
    }
  }
}

/// Widths of the semantic event key.
public enum Limits {
  public static let streams = 1 << 12
  public static let visits = 1 << 28
  public static let pages = 1 << 8 - 1
  public static let nodes = 1 << 8 - 1
  /// Shapes, bursts and noises of all workloads, and the tenants of all sites.
  public static let functions = 1 << 13
  /// Calls below calls, the entry included.
  public static let depth = 8
}
