import VerbundMeasure
import VerbundModel

/// One metric of one scope that a comparison shows.
struct KeyRow: Sendable, Hashable {
  var id: String
  var scope: String
}

/// Key rows under one heading.
struct RowGroup: Sendable {
  enum Topic: Sendable, Hashable {
    case onTime
    case service(String)
    case capacity, energy, cost
  }

  var topic: Topic
  var rows: [KeyRow]
}

extension CaseView {
  /// The key metrics that the tables hold: the ranking metric of all services first.
  var keyRows: [RowGroup] {
    let services = [focus] + otherWorkloads.map(\.id)
    var groups = [
      RowGroup(topic: .onTime, rows: services.flatMap { present(["slo.attainment"], of: $0) })
    ]
    for service in services {
      groups.append(RowGroup(topic: .service(service), rows: serviceRows(service)))
    }
    groups.append(
      RowGroup(
        topic: .capacity,
        rows: present(["capacity.shortfall.peak", "capacity.lent", "external.share"], of: focus)))
    groups.append(
      RowGroup(
        topic: .energy,
        rows: present(["energy.attributed", "energy.per-1000-requests"], of: focus)
          + carbonRow))
    groups.append(
      RowGroup(topic: .cost, rows: present(["cost.settlement", "cost.external"], of: focus)))
    return groups.filter { !$0.rows.isEmpty }
  }

  /// The rows of one service but the ranking metric: its own citizens are of equal rank.
  func serviceRows(_ service: String) -> [KeyRow] {
    let success = present(["success.share"], of: service)
    let refused = present(["requests.rejected", "requests.timed-out"], of: service)
    let missed = present(["slo.missed"], of: service)
    // A latency of those who got through says nothing without their share.
    let latency = success.isEmpty ? [] : present(["latency.p95"], of: service)
    return missed + success + refused + latency
  }

  func row(_ id: String, of service: String) -> KeyRow? { present([id], of: service).first }

  private var carbonRow: [KeyRow] {
    let attributed = present(["carbon.attributed"], of: focus)
    return attributed.isEmpty ? present(["carbon"], of: focus) : attributed
  }

  /// The service's own metric where there is one; for the focus else the federation's. Money is the
  /// federation's first: what is settled has no other scope, and what is paid stands beside it.
  private func present(_ ids: [String], of service: String) -> [KeyRow] {
    let own = "workload:" + service
    return ids.compactMap { id in
      let both = id.hasPrefix("cost.") ? [Scope.whole, own] : [own, Scope.whole]
      return (service == focus ? both : [own]).map { KeyRow(id: id, scope: $0) }
        .first { !values($0).isEmpty }
    }
  }
}
