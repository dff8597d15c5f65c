import VerbundCore
import VerbundPlan

/// The plan's tables with the night's figures in them, flat for the hot loop. Each table's rows
/// point to rows of tables made earlier.
enum NightTables {
  static func components(
    _ plan: Plan, _ figures: NightFigures, _ stations: borrowing StationTable
  ) -> Table<ComponentRow> {
    var rows: [ComponentRow] = []
    for (index, component) in plan.components.enumerated() {
      let row = component.component
      let own = plan.workloads[component.workload].nodes
      let calls = own.filter { $0.parent >= 0 && own[$0.parent].component == index }
      rows.append(
        ComponentRow(
          station: stations.pointer(index), workload: Int32(component.workload),
          workers: Int32(row.workers), queue: Int32(row.queue), routing: row.routing,
          isShared: row.discipline == .processorSharing, holds: calls.contains(where: \.holds),
          work: Double(row.work) * figures.work, law: row.law))
    }
    return Table(rows)
  }

  /// The call trees of all workloads, one after the other, each from its root.
  static func nodes(_ plan: Plan, _ components: borrowing Table<ComponentRow>) -> Table<NodeRow> {
    var rows: [NodeRow] = []
    for tree in plan.workloads.map(\.nodes) {
      for (number, node) in tree.enumerated() {
        rows.append(
          NodeRow(
            node, components.pointer(node.component), number: number,
            ordinal: node.parent < 0 ? 0 : tree[node.parent].children.firstIndex(of: number) ?? 0,
            lastHolding: node.children.lastIndex { tree[$0].holds } ?? -1))
      }
    }
    let nodes = Table(rows)
    var first = 0
    for tree in plan.workloads.map(\.nodes) {
      for (number, node) in tree.enumerated() { join(nodes, first, number, node.children) }
      first += tree.count
    }
    return nodes
  }

  /// Makes the nodes of a tree that begins at `first` point to each other.
  private static func join(
    _ nodes: borrowing Table<NodeRow>, _ first: Int, _ caller: Int, _ calls: [Int]
  ) {
    var next: Pointer<NodeRow>?
    for call in calls.reversed() {
      nodes.at(first + call).row.parent = nodes.pointer(first + caller)
      nodes.at(first + call).row.nextCall = next
      next = nodes.pointer(first + call)
    }
    nodes.at(first + caller).row.firstCall = next
  }

  static func workloads(
    _ plan: Plan, _ figures: NightFigures, _ nodes: borrowing Table<NodeRow>,
    _ doors: borrowing Table<DoorRow>, _ counters: borrowing Counters,
    _ expiries: borrowing Rings<Nanoseconds>
  ) -> Table<WorkloadRow> {
    var rows: [WorkloadRow] = []
    var first = 0
    for (index, workload) in plan.workloads.enumerated() {
      rows.append(
        WorkloadRow(
          home: Int32(workload.home), root: nodes.pointer(first), door: doors.pointer(index),
          counter: counters.pointer(index), expiries: expiries.pointer(index),
          cancels: workload.visit.onTimeout == .cancel, timeout: workload.visit.timeout,
          think: Double(workload.visit.think), leaves: workload.visit.leaves,
          pages: GeometricCount(
            mean: workload.visit.pages * figures.pagesPerVisit, limit: Limits.pages),
          hits: workload.page.hits, threshold: workload.slo.threshold))
      first += workload.nodes.count
    }
    return Table(rows)
  }

  static func trees(_ workloads: borrowing Table<WorkloadRow>) -> Table<TreeDraws> {
    var rows: [TreeDraws] = []
    for index in 0..<workloads.count { rows.append(TreeDraws(workloads[index].root)) }
    return Table(rows)
  }

  /// Expected visits, stream by stream, slot by slot.
  static func visits(_ plan: Plan, _ demand: DemandTable, _ figures: NightFigures) -> [Double] {
    let slot = plan.scenario.horizon.slot
    return plan.streams.indices.flatMap { index in
      let workload = plan.workloads[plan.streams[index].workload]
      let pages = max(1, workload.visit.pages * figures.pagesPerVisit)
      // hits/s to visits per slot.
      let factor = Double(slot) / 1e9 / workload.page.hits / meanPages(pages)
      return demand.hits[index * plan.slots..<(index + 1) * plan.slots].map { $0 * factor }
    }
  }

  /// Mean of the geometric law that is cut at the longest visit: m (1 - (1 - 1/m)^255).
  private static func meanPages(_ mean: Double) -> Double {
    let miss = (0..<Limits.pages).reduce(1.0) { power, _ in power * (1 - 1 / mean) }
    return mean * (1 - miss)
  }
}
