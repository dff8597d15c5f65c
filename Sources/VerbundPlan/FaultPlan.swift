import VerbundCore
import VerbundModel

/// A planned outage as the engine sees it.
public struct FaultPlan: Sendable {
  public let at: Nanoseconds
  public let until: Nanoseconds
  /// The site that is lost as a whole, with its front doors.
  public let site: Int?
  /// Hosts that are lost.
  public let hosts: Range<Int>
  /// The component of which some replicas are lost, and how many.
  public let component: Int?
  public let replicas: Int

  /// All faults, or what stands against them.
  static func all(
    _ scenario: Scenario, sites: [SitePlan], workloads: [WorkloadPlan],
    components: [ComponentPlan], _ issues: inout [Issue]
  ) -> [FaultPlan] {
    let house = Directory(sites: sites, workloads: workloads, components: components)
    return scenario.faults.sorted { $0.id < $1.id }.compactMap { fault in
      let path = "faults.\(fault.id)"
      guard fault.at >= 0, fault.at < fault.until, fault.until <= scenario.horizon.length else {
        issues.append(Issue(path: path, "a fault must begin and then end within the horizon"))
        return nil
      }
      guard let plan = house.plan(fault) else {
        issues.append(
          Issue(path: path, "names a site, host, workload or component that does not exist"))
        return nil
      }
      return plan
    }
  }

  /// Where a fault's names are looked up.
  private struct Directory {
    let sites: [SitePlan]
    let workloads: [WorkloadPlan]
    let components: [ComponentPlan]

    func plan(_ fault: Fault) -> FaultPlan? {
      switch fault.target {
      case .site(let id):
        guard let site = sites.firstIndex(where: { $0.id == id }) else { return nil }
        return FaultPlan(fault, site: site, hosts: sites[site].hosts)
      case .host(let id, let index):
        guard let site = sites.first(where: { $0.id == id }), index >= 1,
          index <= site.hosts.count
        else { return nil }
        let host = site.hosts.lowerBound + index - 1
        return FaultPlan(fault, hosts: host..<host + 1)
      case .component(let owner, let id, let replicas):
        guard let workload = workloads.first(where: { $0.id == owner }), replicas >= 0,
          let component = workload.components.first(where: { components[$0].id == id })
        else { return nil }
        return FaultPlan(fault, hosts: 0..<0, component: component, replicas: replicas)
      }
    }
  }

  private init(
    _ fault: Fault, site: Int? = nil, hosts: Range<Int>, component: Int? = nil, replicas: Int = 0
  ) {
    at = fault.at
    until = fault.until
    self.site = site
    self.hosts = hosts
    self.component = component
    self.replicas = replicas
  }
}
