import VerbundCore
import VerbundMeasure
import VerbundPlan

/// Energy, carbon and attribution of a night, settled at each full UTC hour (carbon intensity is
/// hourly) and at its end, whatever the slots are.
struct Settlement {
  struct SiteSum {
    var it = Account()
    var facility = Account()
    var carbon = Account()
    var busy16 = Account()
    var reserved = Account()
    var hostsOn = Account()
  }

  struct WorkloadSum {
    var work = Account()
    var workExternal = Account()
    var it = Account()
    var facility = Account()
    var carbon = Account()
    var reserved = Account()
  }

  var sites: [SiteSum]
  var workloads: [WorkloadSum]

  init(_ plan: Plan) {
    sites = plan.sites.map { _ in SiteSum() }
    workloads = plan.workloads.map { _ in WorkloadSum() }
  }

  /// Closes the period that ends now; the meter's integrals are up to date. Says which book does
  /// not balance, or nil.
  mutating func close(_ meter: borrowing EnergyMeter, _ plan: Plan, hour: Int) -> String? {
    for (site, row) in plan.sites.enumerated() {
      for host in row.hosts {
        if let gap = closeHost(host, site, meter, plan, hour) { return gap }
      }
      if let gap = meter.energyGap(site, plan) { return gap }
      let sum = meter.sites[site].energy
      let facility = sum * Int128(row.puePerMille) / 1_000
      sites[site].it.value += sum
      sites[site].facility.value += facility
      sites[site].carbon.value += facility * Int128(row.carbonMilligrams[hour]) / 3_600_000_000_000
    }
    return nil
  }

  /// The busy part of a host's energy goes by core-seconds, the idle part by reserved vCPU.
  private mutating func closeHost(
    _ host: Int, _ site: Int, _ meter: borrowing EnergyMeter, _ plan: Plan, _ hour: Int
  ) -> String? {
    let row = meter.hosts[host]
    let cells = host * meter.workloadCount..<(host + 1) * meter.workloadCount
    var services: Int128 = 0
    for cell in cells { services += Int128(meter.work[cell]) }
    if row.load != row.baseLoad + 16 * services {
      return "work of host \(host) at \(plan.sites[site].id): integral \(row.load - row.baseLoad), "
        + "services \(16 * services) level·ns"
    }
    let promised = Int128(plan.hosts[host].vCPU - plan.hosts[host].free) * Int128(row.onTime)
    sites[site].busy16.value += row.load
    sites[site].reserved.value += promised
    sites[site].hostsOn.value += Int128(row.onTime)
    let idle = Int128(meter.milliwatts(host, level: 0)) * Int128(row.onTime)
    for (workload, cell) in cells.enumerated() {
      let core = Int128(meter.work[cell])
      let reserved = meter.reservedTime[cell]
      var energy: Int128 = 0
      if row.load > 0 { energy += (row.energy - idle) * (16 * core) / row.load }
      if row.onTime > 0 { energy += idle * reserved / (Int128(row.vCPU) * Int128(row.onTime)) }
      sites[site].reserved.value += reserved
      add(energy, core: core, reserved: reserved, to: workload, plan.sites[site], hour)
    }
    return nil
  }

  private mutating func add(
    _ energy: Int128, core: Int128, reserved: Int128, to workload: Int, _ site: SitePlan,
    _ hour: Int
  ) {
    let facility = energy * Int128(site.puePerMille) / 1_000
    workloads[workload].work.value += core
    if site.isExternal { workloads[workload].workExternal.value += core }
    workloads[workload].it.value += energy
    workloads[workload].facility.value += facility
    workloads[workload].carbon.value +=
      facility * Int128(site.carbonMilligrams[hour]) / 3_600_000_000_000
    workloads[workload].reserved.value += reserved
  }
}
