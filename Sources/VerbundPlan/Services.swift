import VerbundCore
import VerbundModel

/// A workload as the engines see it.
public struct WorkloadPlan: Sendable {
  public let id: String
  public let home: Int
  public let visit: Visit
  public let page: Page
  public let door: FrontDoor
  public let slo: ServiceLevel
  public let demand: Demand
  /// The call graph unfolded to a tree; node 0 is the entry.
  public let nodes: [CallNode]
  public let components: Range<Int>
  /// Key of the workload's own draws.
  public let key: UInt32
}

/// One call of a page view: which component, from where, how likely, how heavy.
public struct CallNode: Sendable {
  /// Dense index of the component.
  public let component: Int
  public let parent: Int
  /// Nodes between the entry and this one.
  public let depth: Int
  public let probability: Double
  public let requestBytes: Int64
  public let responseBytes: Int64
  /// Whether the caller's worker waits for the response.
  public let holds: Bool
  public var children: [Int] = []
}

/// The people of one region who use one workload.
public struct StreamPlan: Sendable {
  public let workload: Int
  public let region: Int
  public let key: UInt32
  /// Mean hits/s over the window at middle figures, without bursts.
  public let level: Double
  /// Visits over the horizon at the highest figures.
  public let expectedVisits: Double
}

/// A component as the engines see it.
public struct ComponentPlan: Sendable {
  public let id: String
  public let workload: Int
  public let component: Component
  /// Mean calls per page view.
  public let callsPerPage: Double
}

/// Workloads, components and streams in dense order.
struct Services {
  var workloads: [WorkloadPlan] = []
  var components: [ComponentPlan] = []
  var streams: [StreamPlan] = []

  init(_ scenario: Scenario, sites: [SitePlan], regions: [Region], _ issues: inout [Issue]) {
    for workload in scenario.workloads.sorted(by: { $0.id < $1.id }) {
      let first = components.count
      let nodes = unfold(workload, firstComponent: first)
      for (index, component) in workload.components.enumerated() {
        let calls = callRates(nodes, component: first + index)
        components.append(
          ComponentPlan(
            id: component.id, workload: workloads.count, component: component, callsPerPage: calls))
      }
      addStreams(workload, scenario, regions)
      workloads.append(
        WorkloadPlan(
          id: workload.id, home: sites.firstIndex { $0.id == workload.home } ?? 0,
          visit: workload.visit, page: workload.page, door: workload.door, slo: workload.slo,
          demand: workload.demand, nodes: nodes, components: first..<components.count,
          key: Draws.streamKey("workload/\(workload.id)")))
    }
  }

  private mutating func addStreams(
    _ workload: Workload, _ scenario: Scenario, _ regions: [Region]
  ) {
    let shape = Shape(workload.demand, slot: scenario.horizon.slot, slots: scenario.horizon.slots)
    let seconds = Double(scenario.horizon.slot) / 1e9
    for share in workload.demand.regions.sorted(by: { $0.region < $1.region }) {
      guard let region = regions.firstIndex(where: { $0.id == share.region }) else { continue }
      let level =
        regions[region].people * share.share / 1_000 * workload.demand.hitsPerThousand
      let hits =
        level * seconds * scenario.uncertain.volume.high
        * (shape.profile.reduce(0, +)
          + scenario.uncertain.burst.high
          * shape.bursts.joined().reduce(0, +))
      let pages = workload.visit.pages * max(1e-9, scenario.uncertain.pagesPerVisit.low)
      streams.append(
        StreamPlan(
          workload: workloads.count, region: region,
          key: Draws.streamKey("\(workload.id)/\(share.region)"), level: level,
          expectedVisits: hits / workload.page.hits / max(1, pages)))
    }
  }
}

/// The call tree in the order of the walk: a component, then its calls in the order of the file.
private func unfold(_ workload: Workload, firstComponent: Int) -> [CallNode] {
  var nodes: [CallNode] = []
  func index(_ id: String) -> Int {
    firstComponent + (workload.components.firstIndex { $0.id == id } ?? 0)
  }
  func visit(_ id: String, parent: Int, call: Call?) {
    guard nodes.count <= Limits.nodes else { return }
    let own = nodes.count
    nodes.append(
      CallNode(
        component: index(id), parent: parent, depth: parent < 0 ? 0 : nodes[parent].depth + 1,
        probability: call?.probability ?? 1,
        requestBytes: call?.requestBytes ?? workload.page.requestBytes,
        responseBytes: call?.responseBytes ?? workload.page.responseBytes,
        holds: call?.holds ?? false))
    if parent >= 0 { nodes[parent].children.append(own) }
    for next in workload.calls where next.from == id { visit(next.to, parent: own, call: next) }
  }
  visit(workload.entry, parent: -1, call: nil)
  return nodes
}

/// Visit ratio of one component: the sum over its nodes of the probability to get there.
private func callRates(_ nodes: [CallNode], component: Int) -> Double {
  var reach = [Double](repeating: 1, count: nodes.count)
  var total = 0.0
  for (index, node) in nodes.enumerated() {
    reach[index] = (node.parent < 0 ? 1 : reach[node.parent]) * node.probability
    if node.component == component { total += reach[index] }
  }
  return total
}
