import VerbundCore
import VerbundModel

/// In which order sites are asked for capacity. Asked once per workload, when a night begins.
public protocol LenderChoice: Sendable {
  /// Dense indices of the sites to ask, first one first, for a borrower at `home`.
  func order(_ sites: [Int], home: Int, plan: Plan) -> [Int]
}

/// The site with the shortest way first; ties go to the lower index.
public struct NearestFirst: LenderChoice {
  public init() {}

  /// The reachable and the unreachable alike, the latter last; never the home itself.
  public func order(_ sites: [Int], home: Int, plan: Plan) -> [Int] {
    sites.filter { $0 != home }.sorted {
      (plan.routes.site(home, site: $0)?.propagation ?? .max, $0)
        < (plan.routes.site(home, site: $1)?.propagation ?? .max, $1)
    }
  }
}
