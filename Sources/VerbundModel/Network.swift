import VerbundCore

/// A kind of network connection, such as the core network, an access of NdB or a Landesnetz.
public struct LinkClass: Sendable, Hashable {
  public var id: String
  public var name: String
  /// Usable bits per second in each direction.
  public var bandwidth: Double
  /// Active devices on the way; each adds 0.1 ms one way.
  public var hops: Int

  public init(id: String, name: String, bandwidth: Double, hops: Int) {
    self.id = id
    self.name = name
    self.bandwidth = bandwidth
    self.hops = hops
  }
}

/// A node of the network that is neither a site nor a region, such as a node of the core network.
public struct Hub: Sendable, Hashable {
  public var id: String
  public var name: String
  public var location: Location
  /// False for a public network: it carries what people send and what goes to or comes from an
  /// external site, but nothing between two sites of the administration.
  public var carriesTransit: Bool

  public init(id: String, name: String, location: Location, carriesTransit: Bool = true) {
    self.id = id
    self.name = name
    self.location = location
    self.carriesTransit = carriesTransit
  }
}

/// A connection of two nodes (sites, regions, hubs), used in both directions alike.
public struct Link: Sendable, Hashable {
  public var id: String
  public var linkClass: String
  public var ends: [String]
  /// Air distance in whole kilometres.
  public var kilometres: Int
  /// Usable bits per second in each direction.
  public var bandwidth: Double
  public var hops: Int

  public init(
    id: String, linkClass: String, ends: [String], kilometres: Int, bandwidth: Double, hops: Int
  ) {
    self.id = id
    self.linkClass = linkClass
    self.ends = ends
    self.kilometres = kilometres
    self.bandwidth = bandwidth
    self.hops = hops
  }

  /// One-way propagation in whole microseconds: air kilometres x 1.5 (fibre follows roads and
  /// rails) at 5 us each, and 100 us for each device.
  public var microseconds: Int64 { (Int64(kilometres) * 75 + 5) / 10 + Int64(hops) * 100 }
}

/// A population of users.
public struct Region: Sendable, Hashable {
  public var id: String
  public var name: String
  public var location: Location
  /// People entitled to vote (or entitled to the service).
  public var people: Double

  public init(id: String, name: String, location: Location, people: Double) {
    self.id = id
    self.name = name
    self.location = location
    self.people = people
  }
}
