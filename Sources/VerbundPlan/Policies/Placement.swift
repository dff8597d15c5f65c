import VerbundCore
import VerbundModel

/// Finds a host for a replica. Asked at deployments only.
public protocol PlacementPolicy: Sendable {
  /// The host with room for `workers` more vCPUs, among those with `free[host]` left, or nil.
  func host(for workers: Int, among hosts: Range<Int>, free: [Int]) -> Int?
}

/// The fullest host that still has room; ties go to the lowest index. Keeps whole hosts empty.
public struct BestFit: PlacementPolicy {
  public init() {}

  /// - Complexity: O(hosts).
  public func host(for workers: Int, among hosts: Range<Int>, free: [Int]) -> Int? {
    hosts.filter { free[$0] >= workers }.min { (free[$0], $0) < (free[$1], $1) }
  }
}

/// One replica of a set-aside and its host.
public struct SetAsideReplica: Sendable {
  public let component: Int
  public let host: Int
}

enum Placement {
  /// Lays every set-aside on the hosts of its home, or says which does not fit.
  static func setAside(
    _ components: [ComponentPlan], homes: [Int], hosts: [HostPlan], sites: [SitePlan],
    workloads: [WorkloadPlan], _ issues: inout [Issue]
  ) -> [SetAsideReplica] {
    let policy = BestFit()
    var free = hosts.map(\.free)
    var placed: [SetAsideReplica] = []
    for (index, component) in components.enumerated() {
      let home = sites[homes[index]]
      for number in 0..<component.component.scaling.setAside {
        guard
          let host = policy.host(for: component.component.workers, among: home.hosts, free: free)
        else {
          issues.append(
            Issue(
              path: "workloads.\(workloads[component.workload].id).components.\(component.id)"
                + ".scaling.set-aside",
              "only \(number) of \(component.component.scaling.setAside) replicas fit on the "
                + "hosts of \(home.id), less what the tenants hold",
              hint: "lower the set-aside, or give the site more hosts"))
          break
        }
        free[host] -= component.component.workers
        placed.append(SetAsideReplica(component: index, host: host))
      }
    }
    return placed
  }
}
