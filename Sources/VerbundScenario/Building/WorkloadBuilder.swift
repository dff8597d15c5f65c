import VerbundCore
import VerbundModel

extension CellBuilder {
  mutating func buildWorkload(_ id: String, _ record: Record, _ sites: [Site]) -> Workload {
    let components = record.records("components").map { buildComponent($0.id, $0.record) }
    let ids = components.map(\.id)
    if components.isEmpty, record.tree["components"]?.isMapping == true {
      issues.append(record.issue("components", "there must be a component"))
    }
    var entry = ids.first ?? ""
    if let name = record.text("entry"), let tree = record.tree["entry"],
      require(name, oneOf: ids, what: "component", at: tree)
    {
      entry = name
    }
    let calls = record.list("calls").compactMap { buildCall($0, ids) }
    checkCallGraph(record, ids: ids, entry: entry, calls: calls)
    checkHome(record, sites)
    let visit = record.record("visit")
    let slo = record.record("slo")
    checkLevel(slo, visit)
    return Workload(
      id: id, name: record.localized("name") ?? LocalizedText(id),
      home: record.text("home") ?? "", demand: buildDemand(record.record("demand")),
      visit: Visit(
        pages: visit.number("pages") ?? 1, think: visit.time("think") ?? .second,
        timeout: visit.time("timeout") ?? .second,
        onTimeout: visit.text("on-timeout").flatMap(TimeoutRule.init(rawValue:)) ?? .goOn,
        leaves: visit.number("leaves") ?? 0),
      page: buildPage(record.record("page")), door: buildDoor(record.record("door")),
      components: components, entry: entry, calls: calls,
      slo: ServiceLevel(
        threshold: slo.time("threshold") ?? .second, share: slo.number("share") ?? 1))
  }

  private func buildPage(_ record: Record) -> Page {
    Page(
      hits: record.number("hits") ?? 1, requestBytes: record.bytes("request") ?? 0,
      responseBytes: record.bytes("response") ?? 0)
  }

  private func buildDoor(_ record: Record) -> FrontDoor {
    FrontDoor(
      connections: record.whole("connections") ?? 1,
      newConnectionsPerSecond: record.whole("new-connections") ?? 1,
      hitsPerSecond: record.whole("hits") ?? 1, keepAlive: record.time("keep-alive") ?? 0)
  }

  private mutating func checkHome(_ record: Record, _ sites: [Site]) {
    guard let home = record.text("home"), let tree = record.tree["home"],
      require(home, oneOf: sites.map(\.id), what: "site", at: tree)
    else { return }
    if sites.contains(where: { $0.id == home && $0.isExternal }) {
      issues.append(record.issue("home", "an external site cannot be the home of a workload"))
    }
  }

  private mutating func checkLevel(_ slo: Record, _ visit: Record) {
    guard let threshold = slo.time("threshold"), let timeout = visit.time("timeout"),
      threshold > timeout
    else { return }
    let hint =
      "\(UnitFamily.time.describe(Double(threshold))) over "
      + UnitFamily.time.describe(Double(timeout))
    issues.append(
      slo.issue("threshold", "is longer than the visit's timeout: the client has gone", hint: hint))
  }

  private mutating func buildComponent(_ id: String, _ record: Record) -> Component {
    let workers = record.whole("workers")
    return Component(
      id: id, name: record.localized("name") ?? LocalizedText(id), workers: workers ?? 1,
      work: record.time("work") ?? .second,
      law: buildLaw(record), queue: record.whole("queue") ?? 0,
      routing: record.text("routing").flatMap(RoutingRule.init(rawValue:)) ?? .twoChoices,
      discipline: record.text("discipline").flatMap(Discipline.init(rawValue:)) ?? .firstCome,
      isStateless: record.text("state") != "stateful", imageBytes: record.bytes("image") ?? 0,
      startUp: record.time("start-up") ?? 0,
      scaling: buildScaling(record.record("scaling"), workers: workers))
  }

  private mutating func buildScaling(_ record: Record, workers: Int?) -> Scaling {
    let setAside = replicas(record, workers: workers)
    let min = record.whole("min")
    if let min, let setAside, min > setAside {
      issues.append(
        record.issue(
          record.tree["min"] == nil ? "set-aside" : "min", "the set-aside is below the minimum",
          hint: "\(setAside) set aside, at least \(min) running"))
    }
    var calendar: [CalendarEntry] = []
    for point in times(record, "calendar") {
      let count = Int(point.value)
      if let setAside, count > setAside {
        issues.append(
          Issue(
            at: point.tree.position, path: point.tree.path, "is more than the set-aside",
            hint: "\(setAside) set aside"))
      }
      calendar.append(CalendarEntry(at: point.at, min: count))
    }
    return Scaling(
      policy: record.text("policy").flatMap(ScalingKind.init(rawValue:)) ?? .horizontal,
      min: min ?? 1, setAside: setAside ?? 1, target: record.number("target") ?? 1,
      calendar: calendar)
  }

  private mutating func replicas(_ record: Record, workers: Int?) -> Int? {
    guard let stated = record.replicas("set-aside") else { return nil }
    guard stated.isCapacity else { return Int(stated.count) }
    guard let workers else { return nil }
    let (count, rest) = Int(stated.count).quotientAndRemainder(dividingBy: workers)
    guard rest == 0, (1...100_000).contains(count) else {
      issues.append(
        record.issue(
          "set-aside", "\(stated.count) vCPU are no whole number of replicas",
          hint: "a replica has \(workers) workers, one vCPU each"))
      return nil
    }
    return count
  }
}
