import VerbundCore

/// A kind of server: its vCPUs, their speed and what it draws.
public struct HostClass: Sendable, Hashable {
  public var id: String
  public var name: String
  /// Hardware threads.
  public var vCPU: Int
  /// Work done per vCPU and second, relative to the reference host class (1).
  public var speed: Double
  /// Watts at 0, 10, …, 100 % load (SPECpower_ssj2008); linear between the points.
  public var watts: [Double]

  public init(id: String, name: String, vCPU: Int, speed: Double, watts: [Double]) {
    self.id = id
    self.name = name
    self.vCPU = vCPU
    self.speed = speed
    self.watts = watts
  }
}

/// A number of like hosts.
public struct HostGroup: Sendable, Hashable {
  public var hostClass: String
  public var count: Int

  public init(hostClass: String, count: Int) {
    self.hostClass = hostClass
    self.count = count
  }
}

/// The other tenants of a site's hosts, who are there in every variant.
public struct Tenants: Sendable, Hashable {
  /// Share of each host's vCPUs that is promised to them.
  public var reserved: Double
  /// Mean busy share of each host's vCPUs, over the day; at most `reserved`.
  public var utilisation: Double
  /// Factor on `utilisation` by local hour of the day, 24 values.
  public var hourly: [Double]

  public init(reserved: Double, utilisation: Double, hourly: [Double]) {
    self.reserved = reserved
    self.utilisation = utilisation
    self.hourly = hourly
  }
}

/// What a borrower pays.
public struct Tariff: Sendable, Hashable {
  /// EUR per vCPU and hour reserved.
  public var perVCPUHour: Double
  /// EUR per GB (1e9 bytes) that leaves the site.
  public var perGB: Double

  public init(perVCPUHour: Double, perGB: Double) {
    self.perVCPUHour = perVCPUHour
    self.perGB = perGB
  }
}

/// A data centre with the hosts that it can put to this use.
public struct Site: Sendable, Hashable {
  public var id: String
  public var name: LocalizedText
  public var location: Location
  public var `operator`: String
  /// A supplier outside the administration: paid by invoice, not by settlement.
  public var isExternal: Bool
  public var hosts: [HostGroup]
  public var tenants: Tenants
  /// Facility energy over IT energy.
  public var pue: Double
  /// g CO2 per kWh by UTC hour of the day, 24 values.
  public var carbon: [Double]
  public var tariff: Tariff

  public init(
    id: String, name: LocalizedText, location: Location, operator: String, isExternal: Bool,
    hosts: [HostGroup], tenants: Tenants, pue: Double, carbon: [Double], tariff: Tariff
  ) {
    self.id = id
    self.name = name
    self.location = location
    self.operator = `operator`
    self.isExternal = isExternal
    self.hosts = hosts
    self.tenants = tenants
    self.pue = pue
    self.carbon = carbon
    self.tariff = tariff
  }
}
