import VerbundCore
import VerbundPlan

/// Exact energy and load of every host: integrals over its levels, taken at each change of level.
///
/// Levels are sixteenths of a vCPU: sixteen for a busy worker, the tenants' load on top. Energy is
/// in mW·ns, load in level·ns. An external host counts only while something is placed on it.
struct EnergyMeter {
  struct HostRow: BitwiseCopyable {
    var site: Int32
    /// Where the host class begins in the flat power table.
    var table: Int32
    var vCPU: Int32
    var busy: Int32 = 0
    var base: Int32 = 0
    var isOn: Bool
    var since: Nanoseconds = 0
    var energy: Int128 = 0
    /// Integral of the level, and of the tenants' part of it.
    var load: Int128 = 0
    var baseLoad: Int128 = 0
    var onTime: Int64 = 0
    /// vCPUs of replicas on it.
    var placed: Int32 = 0

    @inline(__always)
    var level: Int32 { base + 16 * busy }
  }

  struct SiteRow: BitwiseCopyable {
    var power: Int64 = 0
    var since: Nanoseconds = 0
    /// The same integral as the hosts' sum, kept on its own: a book to close.
    var energy: Int128 = 0
    var hostsOn = 0
    var hostsOnPeak = 0
  }

  private(set) var hosts: [HostRow]
  private(set) var sites: [SiteRow]
  private let table: [Int64]
  private let isExternal: [Bool]
  let workloadCount: Int
  /// Busy ns of each workload's services on each host, host-major, since the last settlement.
  var work: [Int64]
  /// Reserved vCPUs of each workload on each host, and their integral since the last settlement.
  private var reserved: [Int32]
  private(set) var reservedTime: [Int128]
  private var reservedSince: [Nanoseconds]

  init(_ plan: Plan) {
    let starts = plan.powers.indices.map { index in
      plan.powers[..<index].reduce(0) { $0 + $1.milliwatts.count }
    }
    table = plan.powers.flatMap(\.milliwatts)
    isExternal = plan.sites.map(\.isExternal)
    workloadCount = plan.workloads.count
    hosts = plan.hosts.map { host in
      HostRow(
        site: Int32(host.site), table: Int32(starts[host.power]), vCPU: Int32(host.vCPU),
        isOn: !plan.sites[host.site].isExternal)
    }
    sites = plan.sites.map { _ in SiteRow() }
    let cells = plan.hosts.count * plan.workloads.count
    work = Array(repeating: 0, count: cells)
    reserved = Array(repeating: 0, count: cells)
    reservedTime = Array(repeating: 0, count: cells)
    reservedSince = Array(repeating: 0, count: cells)
    for host in hosts {
      let site = Int(host.site)
      sites[site].power += power(host)
      if host.isOn { sites[site].hostsOn += 1 }
      sites[site].hostsOnPeak = sites[site].hostsOn
    }
  }

  @inline(__always)
  private func power(_ row: HostRow) -> Int64 {
    row.isOn ? table[Int(row.table + row.level)] : 0
  }

  /// Books the time since the last change.
  @inline(__always)
  private mutating func accrue(_ host: Int, _ now: Nanoseconds) {
    let row = hosts[host]
    if row.isOn {
      let time = now - row.since
      hosts[host].energy += Int128(power(row)) * Int128(time)
      hosts[host].load += Int128(row.level) * Int128(time)
      hosts[host].baseLoad += Int128(row.base) * Int128(time)
      hosts[host].onTime += time
    }
    hosts[host].since = now
  }

  @inline(__always)
  private mutating func accrue(site: Int, _ now: Nanoseconds) {
    sites[site].energy += Int128(sites[site].power) * Int128(now - sites[site].since)
    sites[site].since = now
  }

  /// Runs `change` on a host between two levels and keeps both integrals.
  @inline(__always)
  private mutating func change(
    _ host: Int, _ now: Nanoseconds, _ change: (inout HostRow) -> Void
  ) {
    accrue(host, now)
    let before = power(hosts[host])
    change(&hosts[host])
    let site = Int(hosts[host].site)
    accrue(site: site, now)
    sites[site].power += power(hosts[host]) - before
  }

  /// A worker takes up or ends its service.
  @inline(__always)
  mutating func addBusy(_ delta: Int32, host: Int, at now: Nanoseconds) {
    change(host, now) { $0.busy += delta }
  }

  /// The tenants' level on every host of a site from now on.
  mutating func setBase(share: Double, hosts range: Range<Int>, at now: Nanoseconds) {
    for host in range {
      let level = Int32((share * Double(hosts[host].vCPU) * 16).rounded())
      change(host, now) { $0.base = level }
    }
  }

  /// A replica's vCPUs are reserved (or given back).
  mutating func reserve(_ vCPU: Int32, host: Int, workload: Int, at now: Nanoseconds) {
    let cell = host * workloadCount + workload
    accrueReserved(cell, now)
    reserved[cell] += vCPU
    let external = isExternal[Int(hosts[host].site)]
    let wasOn = hosts[host].isOn
    change(host, now) { row in
      row.placed += vCPU
      if external { row.isOn = row.placed > 0 }
    }
    let site = Int(hosts[host].site)
    if hosts[host].isOn != wasOn { sites[site].hostsOn += wasOn ? -1 : 1 }
    sites[site].hostsOnPeak = max(sites[site].hostsOnPeak, sites[site].hostsOn)
  }

  private mutating func accrueReserved(_ cell: Int, _ now: Nanoseconds) {
    reservedTime[cell] += Int128(reserved[cell]) * Int128(now - reservedSince[cell])
    reservedSince[cell] = now
  }

  /// Brings every integral up to `now`.
  mutating func accrueAll(_ now: Nanoseconds) {
    for host in hosts.indices { accrue(host, now) }
    for site in sites.indices { accrue(site: site, now) }
    for cell in reserved.indices { accrueReserved(cell, now) }
  }

  func milliwatts(_ host: Int, level: Int32) -> Int64 { table[Int(hosts[host].table + level)] }

  /// Starts a new settlement period; `accrueAll` came before.
  mutating func reset() {
    for host in hosts.indices {
      hosts[host].energy = 0
      hosts[host].load = 0
      hosts[host].baseLoad = 0
      hosts[host].onTime = 0
    }
    for site in sites.indices { sites[site].energy = 0 }
    for cell in work.indices {
      work[cell] = 0
      reservedTime[cell] = 0
    }
  }
}
