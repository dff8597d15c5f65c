import VerbundCore

/// A planned outage: what fails, from when to when.
public struct Fault: Sendable, Hashable {
  public var id: String
  public var target: FaultTarget
  /// From then on it is lost, with all that is bound to it.
  public var at: Nanoseconds
  /// From then on it can be used again; replicas on it have to start anew.
  public var until: Nanoseconds

  public init(id: String, target: FaultTarget, at: Nanoseconds, until: Nanoseconds) {
    self.id = id
    self.target = target
    self.at = at
    self.until = until
  }
}

/// What a fault takes away.
public enum FaultTarget: Sendable, Hashable {
  /// All hosts of a site, and the front doors there.
  case site(String)
  /// One host of a site, counted from 1 in the order of the file.
  case host(site: String, index: Int)
  /// So many running replicas of a component: those at home first, in the order of the set-aside.
  case component(workload: String, id: String, replicas: Int)
}
