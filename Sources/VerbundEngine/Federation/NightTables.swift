import VerbundCore
import VerbundPlan

/// The plan's tables with the night's figures in them, flat for the hot loop.
struct NightTables {
  var nodes: [NodeRow] = []
  var children: [Int32] = []
  var components: [ComponentRow] = []
  var workloads: [WorkloadRow] = []
  /// Expected visits, stream by stream, slot by slot.
  var visits: [Double] = []

  init(_ plan: Plan, _ demand: DemandTable, _ figures: NightFigures) {
    for workload in plan.workloads {
      let first = nodes.count
      addNodes(workload.nodes, base: first)
      workloads.append(
        WorkloadRow(
          home: Int32(workload.home), firstNode: Int32(first),
          cancels: workload.visit.onTimeout == .cancel, timeout: workload.visit.timeout,
          think: Double(workload.visit.think), leaves: workload.visit.leaves,
          pages: GeometricCount(
            mean: workload.visit.pages * figures.pagesPerVisit, limit: Limits.pages),
          hits: workload.page.hits,
          requestBytes: workload.page.requestBytes, responseBytes: workload.page.responseBytes,
          threshold: workload.slo.threshold))
    }
    for component in plan.components {
      let row = component.component
      let own = plan.workloads[component.workload].nodes
      let calls = own.filter { $0.parent >= 0 && own[$0.parent].component == components.count }
      components.append(
        ComponentRow(
          workload: Int32(component.workload), workers: Int32(row.workers),
          queue: Int32(row.queue), routing: row.routing,
          isShared: row.discipline == .processorSharing, holds: calls.contains(where: \.holds),
          work: Double(row.work) * figures.work, law: row.law))
    }
    addVisits(plan, demand, figures)
  }

  private mutating func addNodes(_ tree: [CallNode], base: Int) {
    for node in tree {
      let ordinal =
        node.parent < 0 ? 0 : tree[node.parent].children.firstIndex(of: nodes.count - base) ?? 0
      nodes.append(
        NodeRow(
          component: Int32(node.component), parent: Int32(node.parent), depth: Int32(node.depth),
          firstChild: Int32(children.count), childCount: Int32(node.children.count),
          ordinal: Int32(ordinal),
          lastHolding: Int32(node.children.lastIndex { tree[$0].holds } ?? -1),
          probability: node.probability, requestBytes: node.requestBytes,
          responseBytes: node.responseBytes))
      children += node.children.map(Int32.init)
    }
  }

  /// Mean of the geometric law that is cut at the longest visit: m (1 - (1 - 1/m)^255).
  private func meanPages(_ mean: Double) -> Double {
    let miss = (0..<Limits.pages).reduce(1.0) { power, _ in power * (1 - 1 / mean) }
    return mean * (1 - miss)
  }

  /// hits/s to visits per slot.
  private mutating func addVisits(
    _ plan: Plan, _ demand: DemandTable, _ figures: NightFigures
  ) {
    let slot = plan.scenario.horizon.slot
    for (index, stream) in plan.streams.enumerated() {
      let workload = workloads[stream.workload]
      let pages = max(1, plan.workloads[stream.workload].visit.pages * figures.pagesPerVisit)
      let factor = Double(slot) / 1e9 / workload.hits / meanPages(pages)
      let own = demand.hits[index * plan.slots..<(index + 1) * plan.slots]
      visits += own.map { $0 * factor }
    }
  }
}
