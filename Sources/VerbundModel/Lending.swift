import VerbundCore

/// How a service gets more than its home set aside.
public struct Lending: Sendable, Hashable {
  public var order: OrderKind
  /// Sites that may be asked, and how many vCPUs each one offers at most.
  public var offers: [Offer]
  /// Share of a lender's free vCPUs that it keeps for itself.
  public var keepFree: Double
  /// From the order to hosts that can start replicas (automatic orders).
  public var leadTime: Nanoseconds
  /// Portal orders: when the ordered replicas are started, and when they are returned.
  public var arrival: Nanoseconds
  public var until: Nanoseconds
  /// Portal orders: when the order was placed, before the start of the horizon; for the report.
  public var placed: Nanoseconds

  public init(
    order: OrderKind, offers: [Offer], keepFree: Double, leadTime: Nanoseconds,
    arrival: Nanoseconds, until: Nanoseconds, placed: Nanoseconds
  ) {
    self.order = order
    self.offers = offers
    self.keepFree = keepFree
    self.leadTime = leadTime
    self.arrival = arrival
    self.until = until
    self.placed = placed
  }
}

/// What one site is ready to lend or to let, at most.
public struct Offer: Sendable, Hashable {
  public var site: String
  public var vCPU: Int

  public init(site: String, vCPU: Int) {
    self.site = site
    self.vCPU = vCPU
  }
}

/// How capacity of others is ordered.
public enum OrderKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// Nobody lends.
  case none
  /// Ordered through the portal before the night, for the forecast amount.
  case portal
  /// Ordered by the platform itself when more is wanted than the set-aside holds.
  case automatic
}

/// Renting outside when nothing else is left: external sites in the order asked.
public struct Overflow: Sendable, Hashable {
  public var offers: [Offer]
  public var leadTime: Nanoseconds

  public init(offers: [Offer], leadTime: Nanoseconds) {
    self.offers = offers
    self.leadTime = leadTime
  }
}

/// Figures drawn once per night, as factors on what the scenario states.
public struct Uncertainty: Sendable, Hashable {
  /// On the evening's volume (level of the shape).
  public var volume: Band
  /// On the height of bursts.
  public var burst: Band
  /// On page views per visit; the volume stays, so fewer visits come.
  public var pagesPerVisit: Band
  /// On the work of every call.
  public var work: Band
  /// On the tenants' utilisation.
  public var baseLoad: Band
  /// On the amount ordered through the portal.
  public var forecast: Band
  /// Correlation of two regions' draws, 0 to 1: the probability that both take the common one.
  public var correlation: Double

  public init(
    volume: Band = Band(1), burst: Band = Band(1), pagesPerVisit: Band = Band(1),
    work: Band = Band(1), baseLoad: Band = Band(1), forecast: Band = Band(1),
    correlation: Double = 1
  ) {
    self.volume = volume
    self.burst = burst
    self.pagesPerVisit = pagesPerVisit
    self.work = work
    self.baseLoad = baseLoad
    self.forecast = forecast
    self.correlation = correlation
  }
}
