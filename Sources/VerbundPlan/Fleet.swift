import VerbundCore
import VerbundModel

/// A site as the engines see it.
public struct SitePlan: Sendable {
  public let id: String
  public let isExternal: Bool
  public let hosts: Range<Int>
  public let tenants: Tenants
  /// PUE in thousandths.
  public let puePerMille: Int64
  /// mg CO2 per kWh by UTC hour.
  public let carbonMilligrams: [Int64]
  public let tariff: Tariff
  /// Key of the site's own night figures.
  public let key: UInt32
}

/// One server.
public struct HostPlan: Sendable {
  public let site: Int
  public let power: Int
  public let vCPU: Int
  public let speed: Double
  /// vCPUs that the tenants do not hold.
  public let free: Int
}

/// Milliwatts at each load, in sixteenths of a vCPU.
///
/// Linear between the eleven measured points; rounded to whole mW here, so that energy is an exact
/// integer everywhere after.
public struct PowerTable: Sendable {
  public let milliwatts: [Int64]

  public init(_ hostClass: HostClass) {
    let top = hostClass.vCPU * 16
    milliwatts = (0...top).map { level in
      let place = Double(level) / Double(top) * 10
      let below = min(9, Int(place))
      let share = place - Double(below)
      let watts = hostClass.watts[below] * (1 - share) + hostClass.watts[below + 1] * share
      return Int64((watts * 1_000).rounded())
    }
  }

  public var idle: Int64 { milliwatts[0] }
}

/// Sites, hosts and power tables in dense order.
struct Fleet {
  var sites: [SitePlan] = []
  var hosts: [HostPlan] = []
  var powers: [PowerTable] = []

  init(_ scenario: Scenario, _ issues: inout [Issue]) {
    let classes = scenario.hostClasses.sorted { $0.id < $1.id }
    powers = classes.map(PowerTable.init)
    for site in scenario.sites.sorted(by: { $0.id < $1.id }) {
      let first = hosts.count
      for group in site.hosts {
        guard let index = classes.firstIndex(where: { $0.id == group.hostClass }) else { continue }
        let hostClass = classes[index]
        let promised = Int((Double(hostClass.vCPU) * site.tenants.reserved).rounded(.up))
        let host = HostPlan(
          site: sites.count, power: index, vCPU: hostClass.vCPU, speed: hostClass.speed,
          free: max(0, hostClass.vCPU - promised))
        hosts += Array(repeating: host, count: group.count)
      }
      sites.append(
        SitePlan(
          id: site.id, isExternal: site.isExternal, hosts: first..<hosts.count,
          tenants: site.tenants, puePerMille: Int64((site.pue * 1_000).rounded()),
          carbonMilligrams: site.carbon.map { Int64(($0 * 1_000).rounded()) },
          tariff: site.tariff, key: Draws.streamKey("site/\(site.id)")))
      if site.tenants.utilisation > site.tenants.reserved {
        issues.append(
          Issue(
            path: "sites.\(site.id).tenants",
            "the tenants use more than they have reserved",
            hint: "raise `reserved` or lower `utilisation`"))
      }
    }
  }
}
