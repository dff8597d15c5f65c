import VerbundCore
import VerbundPlan

/// Exact energy and load of every host: integrals over its levels, taken at each change of level.
///
/// Levels are sixteenths of a vCPU: sixteen for a busy worker, the tenants' load on top. Energy is
/// in mW·ns, load in level·ns. An external host counts only while something is placed on it.
///
/// An integral of a rate r up to the time t is kept as a + r·t: a change of the rate by d at t' is
/// a -= d·t', one product, and nothing needs to be known of the time in between.
struct EnergyMeter: ~Copyable {
  struct HostRow: BitwiseCopyable {
    var site: Int32
    /// Where the host class begins in the flat power table.
    var table: Int32
    var vCPU: Int32
    var busy: Int32 = 0
    var base: Int32 = 0
    /// vCPUs of replicas on it.
    var placed: Int32 = 0
    var isOn: Bool
    var isLost = false
    /// Present power, mW.
    var power: Int64 = 0
    /// The a of the integrals of power, of busy workers, of the tenants' level, of being on.
    var energyTerm: Int128 = 0
    var busyTerm: Int128 = 0
    var baseTerm: Int128 = 0
    var onTerm: Int128 = 0
    /// The integrals when `accrueAll` last came.
    var energy: Int128 = 0
    var load: Int128 = 0
    var baseLoad: Int128 = 0
    var onTime: Int64 = 0

    /// Place of its present level in the power table.
    @inline(__always)
    var level: Int { Int(table &+ base &+ 16 &* busy) }

    /// A worker more or less; returns the change of power, and where.
    @inline(__always)
    mutating func addBusy(
      _ delta: Int32, _ table: borrowing Storage<Int64>, at now: Nanoseconds
    ) -> (change: Int64, site: Int) {
      busy &+= delta
      busyTerm &-= Int128(Int64(delta) &* now)
      return (setPower(table[level], at: now), Int(site))
    }

    /// Books a new power from now on; returns the change.
    @inline(__always)
    mutating func setPower(_ new: Int64, at now: Nanoseconds) -> Int64 {
      let change = new &- power
      power = new
      energyTerm &-= Int128(change) &* Int128(now)
      return change
    }
  }

  struct SiteRow: BitwiseCopyable {
    var power: Int64 = 0
    var energyTerm: Int128 = 0
    /// The same integral as the hosts' sum, kept on its own: a book to close.
    var energy: Int128 = 0
    var hostsOn = 0
    var hostsOnPeak = 0

    @inline(__always)
    mutating func addPower(_ change: Int64, at now: Nanoseconds) {
      power &+= change
      energyTerm &-= Int128(change) &* Int128(now)
    }
  }

  private(set) var hosts: Table<HostRow>
  private(set) var sites: Table<SiteRow>
  private let table: Storage<Int64>
  private let isExternal: [Bool]
  let workloadCount: Int
  /// Busy ns of each workload's services on each host, host-major, since the last settlement.
  var work: Storage<Int64>
  /// Reserved vCPUs of each workload on each host, and their integral since the last settlement.
  private var reserved: [Int32]
  private(set) var reservedTime: [Int128]
  private var reservedSince: [Nanoseconds]

  init(_ plan: Plan) {
    let starts = plan.powers.indices.map { index in
      plan.powers[..<index].reduce(0) { $0 + $1.milliwatts.count }
    }
    table = Storage(plan.powers.flatMap(\.milliwatts))
    isExternal = plan.sites.map(\.isExternal)
    workloadCount = plan.workloads.count
    hosts = Table(
      plan.hosts.map { host in
        HostRow(
          site: Int32(host.site), table: Int32(starts[host.power]), vCPU: Int32(host.vCPU),
          isOn: false)
      })
    sites = Table(plan.sites.map { _ in SiteRow() })
    let cells = plan.hosts.count * plan.workloads.count
    work = Storage(Array(repeating: 0, count: cells))
    reserved = Array(repeating: 0, count: cells)
    reservedTime = Array(repeating: 0, count: cells)
    reservedSince = Array(repeating: 0, count: cells)
    for host in plan.hosts.indices where !isExternal[plan.hosts[host].site] {
      switchHost(host, on: true, at: 0)
    }
  }

  /// Powers a host on or off; nothing runs on it.
  private mutating func switchHost(_ host: Int, on: Bool, at now: Nanoseconds) {
    let site = Int(hosts[host].site)
    let sign: Int64 = on ? 1 : -1
    hosts[host].isOn = on
    hosts[host].onTerm -= Int128(sign) * Int128(now)
    hosts[host].baseTerm -= Int128(sign) * Int128(hosts[host].base) * Int128(now)
    sites[site].hostsOn += Int(sign)
    sites[site].hostsOnPeak = max(sites[site].hostsOnPeak, sites[site].hostsOn)
    takePower(host, now)
  }

  /// Reads the host's power at its present level, and books the change for host and site.
  @inline(__always)
  private mutating func takePower(_ host: Int, _ now: Nanoseconds) {
    let row = hosts[host]
    let change = hosts[host].setPower(row.isOn ? table[row.level] : 0, at: now)
    sites[Int(row.site)].addPower(change, at: now)
  }

  /// A worker takes up (1) or ends (-1) its service.
  @inline(__always)
  mutating func addBusy(_ delta: Int32, host: Int, at now: Nanoseconds) {
    // Only hosts that are on have workers.
    let (change, site) = hosts[host].addBusy(delta, table, at: now)
    sites[site].addPower(change, at: now)
  }

  /// The tenants' level on every host of a site from now on.
  mutating func setBase(share: Double, hosts range: Range<Int>, at now: Nanoseconds) {
    for host in range {
      let level = Int32((share * Double(hosts[host].vCPU) * 16).rounded())
      if hosts[host].isOn {
        hosts[host].baseTerm -= Int128(level - hosts[host].base) * Int128(now)
      }
      hosts[host].base = level
      takePower(host, now)
    }
  }

  /// A replica's vCPUs are reserved (or given back).
  mutating func reserve(_ vCPU: Int32, host: Int, workload: Int, at now: Nanoseconds) {
    let cell = host * workloadCount + workload
    accrueReserved(cell, now)
    reserved[cell] += vCPU
    hosts[host].placed += vCPU
    settleSwitch(host, at: now)
  }

  /// A host is lost, with all that runs on it stopped before, or stands again.
  mutating func setLost(_ isLost: Bool, host: Int, at now: Nanoseconds) {
    for cell in host * workloadCount..<(host + 1) * workloadCount { accrueReserved(cell, now) }
    hosts[host].isLost = isLost
    settleSwitch(host, at: now)
  }

  /// Hosts are on unless they are lost, or external with nothing on them.
  private mutating func settleSwitch(_ host: Int, at now: Nanoseconds) {
    let row = hosts[host]
    let isOn = !row.isLost && (row.placed > 0 || !isExternal[Int(row.site)])
    if isOn != row.isOn { switchHost(host, on: isOn, at: now) }
  }

  /// What is reserved counts while its host is on.
  private mutating func accrueReserved(_ cell: Int, _ now: Nanoseconds) {
    if hosts[cell / workloadCount].isOn {
      reservedTime[cell] += Int128(reserved[cell]) * Int128(now - reservedSince[cell])
    }
    reservedSince[cell] = now
  }

  /// Brings every integral up to `now`.
  mutating func accrueAll(_ now: Nanoseconds) {
    let time = Int128(now)
    for host in 0..<hosts.count {
      let row = hosts[host]
      let on: Int128 = row.isOn ? 1 : 0
      hosts[host].energy = row.energyTerm + Int128(row.power) * time
      hosts[host].baseLoad = row.baseTerm + on * Int128(row.base) * time
      hosts[host].load =
        hosts[host].baseLoad + 16 * (row.busyTerm + Int128(row.busy) * time)
      hosts[host].onTime = Int64(row.onTerm + on * time)
    }
    for site in 0..<sites.count {
      sites[site].energy = sites[site].energyTerm + Int128(sites[site].power) * time
    }
    for cell in reserved.indices { accrueReserved(cell, now) }
  }

  func milliwatts(_ host: Int, level: Int32) -> Int64 { table[Int(hosts[host].table + level)] }

  /// Starts a new settlement period; `accrueAll` came before.
  mutating func reset() {
    for host in 0..<hosts.count {
      let row = hosts[host]
      hosts[host].energyTerm -= row.energy
      hosts[host].baseTerm -= row.baseLoad
      hosts[host].busyTerm -= (row.load - row.baseLoad) / 16
      hosts[host].onTerm -= Int128(row.onTime)
      hosts[host].energy = 0
      hosts[host].load = 0
      hosts[host].baseLoad = 0
      hosts[host].onTime = 0
    }
    for site in 0..<sites.count {
      sites[site].energyTerm -= sites[site].energy
      sites[site].energy = 0
    }
    for cell in reservedTime.indices {
      work[cell] = 0
      reservedTime[cell] = 0
    }
  }
}
