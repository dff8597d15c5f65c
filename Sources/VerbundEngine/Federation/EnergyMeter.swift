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
    let site: Handle<SiteRow>
    /// Where the host class begins in the flat power table.
    let table: Int32
    let vCPU: Int32
    var busy: Int32 = 0
    var base: Int32 = 0
    /// Present power, mW.
    var power: Int64 = 0
    /// The a of the integrals of busy workers, of power, of the tenants' level, of being on. The
    /// first wraps around: what is busy in an hour, between two settlements, fits.
    var busyTerm: Int64 = 0
    var energyTerm: Int128 = 0
    var baseTerm: Int128 = 0
    var onTerm: Int128 = 0
    /// vCPUs of replicas on it.
    var placed: Int32 = 0
    var isOn = false
    var isLost = false
    /// The integrals when `accrueAll` last came.
    var energy: Int128 = 0
    var load: Int128 = 0
    var baseLoad: Int128 = 0
    var onTime: Int64 = 0

    init(site: Handle<SiteRow>, table: Int, vCPU: Int) {
      self.site = site
      self.table = Int32(table)
      self.vCPU = Int32(vCPU)
    }

    /// Place of its present level in the power table.
    @inline(__always)
    var level: Int { Int(table &+ base &+ 16 &* busy) }

    /// A worker more or less.
    @inline(__always)
    mutating func addBusy(_ delta: Int32, at now: Nanoseconds) {
      busy &+= delta
      busyTerm &-= Int64(delta) &* now
    }

    /// Books a new power from now on, here and at the site.
    @inline(__always)
    mutating func setPower(_ new: Int64, at now: Nanoseconds) {
      let change = new &- power
      power = new
      energyTerm &-= Int128(change) &* Int128(now)
      site.row.addPower(change, at: now)
    }
  }

  struct SiteRow: BitwiseCopyable {
    /// A book to close: the same integral as the hosts' sum, kept on its own. It wraps around, so
    /// that it costs little; its low 64 bits must agree.
    private var power: Int64 = 0
    private var energyTerm: Int64 = 0
    var hostsOn = 0
    var hostsOnPeak = 0
    /// The hosts' sum when `accrueAll` last came, and the low bits of the site's own.
    var energy: Int128 = 0
    private(set) var own: Int64 = 0

    @inline(__always)
    fileprivate mutating func addPower(_ change: Int64, at now: Nanoseconds) {
      power &+= change
      energyTerm &-= change &* now
    }

    fileprivate mutating func accrue(_ now: Nanoseconds) {
      own = energyTerm &+ power &* now
      energy = 0
    }

    fileprivate mutating func reset() {
      energyTerm &-= own
      (own, energy) = (0, 0)
    }
  }

  let sites: Table<SiteRow>
  let hosts: Table<HostRow>
  private let table: Storage<Int64>
  private let isExternal: [Bool]
  let workloadCount: Int
  /// Busy ns of each workload's services on each host, host-major, since the last settlement.
  let work: Table<Int64>
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
    sites = Table(plan.sites.map { _ in SiteRow() })
    var rows: [HostRow] = []
    for host in plan.hosts {
      rows.append(
        HostRow(site: sites.at(host.site), table: starts[host.power], vCPU: host.vCPU))
    }
    hosts = Table(rows)
    let cells = plan.hosts.count * plan.workloads.count
    work = Table(Array(repeating: 0, count: cells))
    reserved = Array(repeating: 0, count: cells)
    reservedTime = Array(repeating: 0, count: cells)
    reservedSince = Array(repeating: 0, count: cells)
    for host in plan.hosts.indices where !isExternal[plan.hosts[host].site] {
      switchHost(host, on: true, at: 0)
    }
  }

  /// Powers a host on or off; nothing runs on it.
  private mutating func switchHost(_ host: Int, on: Bool, at now: Nanoseconds) {
    let host = hosts.at(host)
    let sign: Int64 = on ? 1 : -1
    host.row.isOn = on
    host.row.onTerm -= Int128(sign) * Int128(now)
    host.row.baseTerm -= Int128(sign) * Int128(host.row.base) * Int128(now)
    let site = host.row.site
    site.row.hostsOn += Int(sign)
    site.row.hostsOnPeak = max(site.row.hostsOnPeak, site.row.hostsOn)
    takePower(host, now)
  }

  /// Books a host's power at its present level.
  private mutating func takePower(_ host: Handle<HostRow>, _ now: Nanoseconds) {
    host.row.setPower(host.row.isOn ? table[host.row.level] : 0, at: now)
  }

  /// A worker takes up (1) or ends (-1) its service.
  @inline(__always)
  mutating func addBusy(_ delta: Int32, _ host: Pointer<HostRow>, at now: Nanoseconds) {
    host.row.addBusy(delta, at: now)
    // Only hosts that are on have workers.
    host.row.setPower(table[host.row.level], at: now)
  }

  /// The tenants' level on every host of a site from now on.
  mutating func setBase(share: Double, hosts range: Range<Int>, at now: Nanoseconds) {
    for number in range {
      let host = hosts.at(number)
      let level = Int32((share * Double(host.row.vCPU) * 16).rounded())
      if host.row.isOn { host.row.baseTerm -= Int128(level - host.row.base) * Int128(now) }
      host.row.base = level
      takePower(host, now)
    }
  }

  /// A replica's vCPUs are reserved (or given back).
  mutating func reserve(_ vCPU: Int32, host: Int, workload: Int, at now: Nanoseconds) {
    let cell = host * workloadCount + workload
    accrueReserved(cell, now)
    reserved[cell] += vCPU
    hosts.at(host).row.placed += vCPU
    settleSwitch(host, at: now)
  }

  /// A host is lost, with all that runs on it stopped before, or stands again.
  mutating func setLost(_ isLost: Bool, host: Int, at now: Nanoseconds) {
    for cell in host * workloadCount..<(host + 1) * workloadCount { accrueReserved(cell, now) }
    hosts.at(host).row.isLost = isLost
    settleSwitch(host, at: now)
  }

  /// Hosts are on unless they are lost, or external with nothing on them.
  private mutating func settleSwitch(_ host: Int, at now: Nanoseconds) {
    let row = hosts[host]
    let isOn = !row.isLost && (row.placed > 0 || !isExternal[row.site.slot])
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
    for site in 0..<sites.count { sites.at(site).row.accrue(now) }
    for number in 0..<hosts.count {
      let host = hosts.at(number)
      let row = host.row
      let on: Int128 = row.isOn ? 1 : 0
      host.row.energy = row.energyTerm + Int128(row.power) * time
      host.row.baseLoad = row.baseTerm + on * Int128(row.base) * time
      host.row.load = host.row.baseLoad + 16 * Int128(row.busyTerm &+ Int64(row.busy) &* now)
      host.row.onTime = Int64(row.onTerm + on * time)
      row.site.row.energy += host.row.energy
    }
    for cell in reserved.indices { accrueReserved(cell, now) }
  }

  func milliwatts(_ host: Int, level: Int32) -> Int64 { table[Int(hosts[host].table + level)] }

  /// Says that a site's hosts and the site itself differ, or nil.
  func energyGap(_ site: Int, _ plan: Plan) -> String? {
    let row = plan.sites[site]
    let sum = row.hosts.reduce(Int128(0)) { $0 + hosts[$1].energy }
    let own = sites[site].own
    let used = sites[site].energy
    if sum == used && Int64(truncatingIfNeeded: sum) == own { return nil }
    return "energy of \(row.id): hosts \(sum), used \(used) mW·ns, low bits of the site \(own)"
  }

  /// Starts a new settlement period; `accrueAll` came before.
  mutating func reset() {
    for number in 0..<hosts.count {
      let host = hosts.at(number)
      let row = host.row
      host.row.energyTerm -= row.energy
      host.row.baseTerm -= row.baseLoad
      host.row.busyTerm &-= Int64((row.load - row.baseLoad) / 16)
      host.row.onTerm -= Int128(row.onTime)
      host.row.energy = 0
      host.row.load = 0
      host.row.baseLoad = 0
      host.row.onTime = 0
    }
    for site in 0..<sites.count { sites.at(site).row.reset() }
    for cell in reservedTime.indices {
      work.at(cell).row = 0
      reservedTime[cell] = 0
    }
  }
}
