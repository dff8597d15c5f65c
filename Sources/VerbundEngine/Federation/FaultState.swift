import VerbundPlan

/// Which faults are under way.
struct FaultState {
  /// Faults on each host and on each site.
  private(set) var hosts: [Int]
  private(set) var sites: [Int]
  /// Replicas of set-asides that a component's fault keeps from running.
  private var blocked: [(fault: Int, replica: Int32)] = []

  init(_ plan: Plan) {
    hosts = Array(repeating: 0, count: plan.hosts.count)
    sites = Array(repeating: 0, count: plan.sites.count)
  }

  func hasLost(host: Int) -> Bool { hosts[host] > 0 }
  func hasLost(site: Int) -> Bool { sites[site] > 0 }

  func hasLost(replica: Int32, on host: Int) -> Bool {
    hosts[host] > 0 || blocked.contains { $0.replica == replica }
  }

  mutating func begin(_ fault: FaultPlan) {
    for host in fault.hosts { hosts[host] += 1 }
    if let site = fault.site { sites[site] += 1 }
  }

  mutating func end(_ fault: FaultPlan, _ index: Int) {
    for host in fault.hosts { hosts[host] -= 1 }
    if let site = fault.site { sites[site] -= 1 }
    blocked.removeAll { $0.fault == index }
  }

  mutating func block(_ replica: Int32, by fault: Int) { blocked.append((fault, replica)) }
}
