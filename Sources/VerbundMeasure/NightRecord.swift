import VerbundCore

/// How a number came about.
public enum Fidelity: String, Sendable, Hashable, Codable {
  /// Every page view simulated: exact for the stated model.
  case request
  /// Per-slot formulas: an approximation.
  case flow
}

/// What one night of one cell left behind: both engines write it, metrics read nothing else.
public struct NightRecord: Sendable, Hashable, Codable {
  public var night: Int
  public var fidelity: Fidelity
  /// Slot length, ns, and number of slots.
  public var slot: Int64
  public var slots: Int
  public var workloads: [WorkloadRecord]
  public var sites: [SiteRecord]
  public var links: [LinkRecord]
  /// What each lender did for each borrower; external suppliers too.
  public var loans: [LoanRecord]
  public var series: [Series]
  /// Digest of the event sequence.
  public var trace: String
  /// Digest of the arrivals alone: equal in all variants that see the same people.
  public var arrivals: String
  /// Events executed.
  public var events: Int64

  public init(
    night: Int, fidelity: Fidelity, slot: Int64, slots: Int, workloads: [WorkloadRecord],
    sites: [SiteRecord], links: [LinkRecord], loans: [LoanRecord], series: [Series],
    trace: String, arrivals: String, events: Int64
  ) {
    self.night = night
    self.fidelity = fidelity
    self.slot = slot
    self.slots = slots
    self.workloads = workloads
    self.sites = sites
    self.links = links
    self.loans = loans
    self.series = series
    self.trace = trace
    self.arrivals = arrivals
    self.events = events
  }
}

/// Counts of one service. offered = completed + rejected + timedOut + failed + inFlight.
public struct WorkloadRecord: Sendable, Hashable, Codable {
  public var id: String
  public var visitsOffered: Int64 = 0
  /// Visits all of whose page views were completed.
  public var visitsServed: Int64 = 0
  /// Visits with a page view that was not.
  public var visitsAbandoned: Int64 = 0
  public var visitsInFlight: Int64 = 0
  public var hitsOffered: Int64 = 0
  /// Page views.
  public var offered: Int64 = 0
  public var completed: Int64 = 0
  /// Refused by the front door or by a full queue.
  public var rejected: Int64 = 0
  public var timedOut: Int64 = 0
  /// Accepted, and then some component had no replica ready.
  public var failed: Int64 = 0
  public var inFlight: Int64 = 0
  /// Completed within the threshold of the service level.
  public var withinSLO: Int64 = 0
  /// The promised share.
  public var sloShare: Double = 0
  /// Of completed page views, ns.
  public var latency = LatencyHistogram()
  public var connectionsPeak: Int64 = 0
  /// Largest wanted minus ready vCPU over the components, at a control tick.
  public var shortfallPeak: Int64 = 0
  /// Core-ns of work done for it, and the part of it done on external sites.
  public var work = Account()
  public var workExternal = Account()
  /// Attributed energy in mW·ns, at the hosts and at the facility.
  public var energyAttributed = Account()
  public var facilityAttributed = Account()
  /// Nanograms of CO2 of the attributed facility energy.
  public var carbonAttributed = Account()
  /// Replica vCPU·ns reserved, at home and elsewhere.
  public var reserved = Account()

  public init(id: String) { self.id = id }
}

/// Accounts of one site's hosts inside the boundary.
public struct SiteRecord: Sendable, Hashable, Codable {
  public var id: String
  public var isExternal: Bool
  /// mW·ns.
  public var energyIT = Account()
  public var energyFacility = Account()
  /// Nanograms of CO2.
  public var carbon = Account()
  /// Busy vCPU·ns of powered hosts: tenants and workloads together.
  public var busy = Account()
  /// vCPU·ns reserved on powered hosts: tenants and workloads together.
  public var reserved = Account()
  public var hostsOnPeak: Int64 = 0
  /// Host·ns powered.
  public var hostsOn = Account()
  /// Largest busy share of reserved vCPU in a slot.
  public var utilisationPeak: Double = 0

  public init(id: String, isExternal: Bool) {
    self.id = id
    self.isExternal = isExternal
  }
}

/// What one link carried.
public struct LinkRecord: Sendable, Hashable, Codable {
  public var id: String
  /// Both directions.
  public var bytes: Int64 = 0
  /// Largest slot mean of the busier direction, as a share of the bandwidth.
  public var utilisationPeak: Double = 0
  /// Whether the link joins sites (not citizens): its bytes cross between operators.
  public var crossesSites: Bool = false

  public init(id: String) { self.id = id }
}

/// Capacity lent by one site to one service, booked once for each side.
public struct LoanRecord: Sendable, Hashable, Codable {
  public var lender: String
  public var borrower: String
  public var workload: String
  public var isExternal: Bool
  /// vCPU·ns reserved.
  public var reserved = Account()
  /// Bytes that left the lender for it.
  public var bytes: Int64 = 0
  /// Microcents that the borrower owes and the lender is owed.
  public var owed: Int64 = 0
  public var due: Int64 = 0

  public init(lender: String, borrower: String, workload: String, isExternal: Bool) {
    self.lender = lender
    self.borrower = borrower
    self.workload = workload
    self.isExternal = isExternal
  }
}

/// One quantity on the slot grid; none that is written can be negative.
public struct Series: Sendable, Hashable, Codable {
  /// `federation`, `workload:ID`, `site:ID` or `link:ID`.
  public var scope: String
  public var metric: String
  /// `share` or `1` for shares, else as in the catalogue.
  public var unit: String
  /// One value per slot; nil where a slot has none (a share of nothing).
  public var values: [Double?]

  public init(scope: String, metric: String, unit: String, values: [Double?]) {
    self.scope = scope
    self.metric = metric
    self.unit = unit
    self.values = values
  }

  /// Whether the values lie in [0, 1].
  public var isShare: Bool { unit == "share" || unit == "1" }
}
