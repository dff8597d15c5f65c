import VerbundCore
import VerbundModel

extension CellBuilder {
  mutating func buildFault(
    _ id: String, _ record: Record, _ sites: [Site], _ workloads: [Workload]
  ) -> Fault? {
    let at = instant(record, "at") ?? 0
    if at >= frame.horizon.length {
      issues.append(record.issue("at", "lies at the end of the horizon: nothing would happen"))
    }
    let until = instant(record, "until", after: at) ?? frame.horizon.length
    let names = ["site", "host", "component"].filter { record.tree[$0] != nil }
    guard names.count == 1 else {
      issues.append(
        Issue(
          at: record.tree.position, path: record.tree.path,
          names.isEmpty ? "does not say what fails" : "says more than once what fails",
          hint: "one of site, host, component"))
      return nil
    }
    return target(names[0], record, sites, workloads).map {
      Fault(id: id, target: $0, at: at, until: until)
    }
  }

  private mutating func target(
    _ name: String, _ record: Record, _ sites: [Site], _ workloads: [Workload]
  ) -> FaultTarget? {
    switch name {
    case "site": site(record, sites).map { .site($0.id) }
    case "host": host(record.record("host"), sites)
    default: component(record.record("component"), workloads)
    }
  }

  private mutating func site(_ record: Record, _ sites: [Site]) -> Site? {
    guard let id = known(record, "site", sites.map(\.id), "site") else { return nil }
    return sites.first { $0.id == id }
  }

  private mutating func host(_ record: Record, _ sites: [Site]) -> FaultTarget? {
    guard let site = site(record, sites), let index = record.whole("index") else { return nil }
    let count = site.hosts.reduce(0) { $0 + $1.count }
    if index > count {
      issues.append(
        record.issue("index", "\"\(site.id)\" has no host \(index)", hint: "1 to \(count)"))
    }
    return .host(site: site.id, index: index)
  }

  private mutating func component(_ record: Record, _ workloads: [Workload]) -> FaultTarget? {
    guard let owner = known(record, "workload", workloads.map(\.id), "workload"),
      let workload = workloads.first(where: { $0.id == owner }),
      let id = known(record, "id", workload.components.map(\.id), "component"),
      let replicas = record.whole("replicas")
    else { return nil }
    return .component(workload: owner, id: id, replicas: replicas)
  }

  /// The id under a key, if it is one of those known.
  private mutating func known(
    _ record: Record, _ key: String, _ ids: [String], _ what: String
  ) -> String? {
    guard let id = record.text(key), let tree = record.tree[key],
      require(id, oneOf: ids, what: what, at: tree)
    else { return nil }
    return id
  }
}
