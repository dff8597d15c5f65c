import VerbundCore
import VerbundModel

/// Intensities of one night on the slot grid, as both engines read them.
public struct DemandTable: Sendable, Equatable {
  public let slots: Int
  /// hits/s, stream-major: `hits[stream * slots + slot]`, never negative.
  public let hits: [Double]
  /// Busy share of each host by its tenants, site-major, between 0 and the reserved share.
  public let baseLoad: [Double]

  public init(slots: Int, hits: [Double], baseLoad: [Double]) {
    self.slots = slots
    self.hits = hits
    self.baseLoad = baseLoad
  }
}

extension Plan {
  /// Replicas to order through the portal for each component: what the night's peak slot needs at
  /// the wanted utilisation, times the forecast's error, less the set-aside. Stateless ones only.
  public func portalOrder(_ demand: DemandTable, _ figures: NightFigures) -> [Int] {
    components.map { component in
      guard scenario.lending.order == .portal, component.component.isStateless else { return 0 }
      let workload = workloads[component.workload]
      let own = streams.indices.filter { streams[$0].workload == component.workload }
      let peak =
        (0..<slots).map { slot in
          own.reduce(0) { $0 + demand.hits[$1 * slots + slot] }
        }.max() ?? 0
      let busy =
        peak / workload.page.hits * component.callsPerPage
        * Double(component.component.work) / 1e9 * figures.work * figures.forecast
      let scaling = component.component.scaling
      let perReplica = Double(component.component.workers) * scaling.target
      return max(0, Int(min(1e6, (busy / perReplica).rounded(.up))) - scaling.setAside)
    }
  }
}
