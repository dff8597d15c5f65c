import VerbundCore
import VerbundModel

extension CellBuilder {
  mutating func buildSite(_ id: String, _ record: Record) -> Site {
    let tenants = record.record("tenants")
    let carbon = record.record("carbon")
    let tariff = record.record("tariff")
    let level = carbon.number("level") ?? 0
    return Site(
      id: id, name: record.localized("name") ?? LocalizedText(id), location: location(record),
      operator: record.text("operator") ?? id, isExternal: record.flag("external") ?? false,
      hosts: buildHosts(of: record),
      tenants: buildTenants(tenants), pue: record.number("pue") ?? 1,
      carbon: (carbon.numbers("hours") ?? Array(repeating: 1, count: 24)).map { level * $0 },
      tariff: Tariff(
        perVCPUHour: tariff.number("capacity") ?? 0, perGB: tariff.number("traffic") ?? 0))
  }

  func location(_ record: Record) -> Location {
    let place = record.record("place")
    return Location(
      latitude: place.number("latitude") ?? 0, longitude: place.number("longitude") ?? 0)
  }

  /// As stated one by one, or as many like ones as make up the size class.
  private mutating func buildHosts(of record: Record) -> [HostGroup] {
    if record.tree["hosts"] != nil { return record.list("hosts").compactMap { buildHosts($0) } }
    guard record.tree["size"] != nil else {
      issues.append(
        Issue(at: record.tree.position, path: record.tree.path, "the key \"hosts\" is missing"))
      return []
    }
    let size = record.record("size")
    guard let id = size.text("class"), let tree = size.tree["class"],
      let hostClass = use(\.hostClasses, "host-classes", id, SiteTables.hostClass, at: tree),
      let vCPU = hostClass.whole("vcpu"), let installed = size.whole("installed")
    else { return [] }
    let count = (Double(installed) / Double(vCPU)).rounded()
    return [HostGroup(hostClass: id, count: Int(min(max(count, 1), 10_000)))]
  }

  private mutating func buildHosts(_ record: Record) -> HostGroup? {
    guard let id = record.text("class"), let tree = record.tree["class"] else { return nil }
    let found = use(\.hostClasses, "host-classes", id, SiteTables.hostClass, at: tree)
    guard found != nil, let count = record.whole("count") else { return nil }
    return HostGroup(hostClass: id, count: count)
  }

  private mutating func buildTenants(_ record: Record) -> Tenants {
    let reserved = record.number("reserved")
    let utilisation = record.number("utilisation")
    let hours = record.numbers("hours")
    if let reserved, let utilisation, let hours, let highest = hours.max(),
      utilisation * highest > reserved
    {
      let peak = UnitFamily.share.describe(utilisation * highest)
      issues.append(
        record.issue(
          "utilisation", "tenants are busier than what is reserved for them",
          hint: "\(peak) in their highest hour, \(UnitFamily.share.describe(reserved)) reserved"))
    }
    return Tenants(
      reserved: reserved ?? 1, utilisation: utilisation ?? 0,
      hourly: hours ?? Array(repeating: 1, count: 24))
  }

  func buildHostClass(_ id: String, _ record: Record) -> HostClass {
    HostClass(
      id: id, name: record.text("name") ?? id, vCPU: record.whole("vcpu") ?? 1,
      speed: record.number("speed") ?? 1,
      watts: record.numbers("power") ?? Array(repeating: 0, count: 11))
  }
}
