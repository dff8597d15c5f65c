import Testing
import VerbundModel

@testable import VerbundPlan

@Suite struct PolicyTests {
  @Test func bestFitTakesTheFullestHostThatHasRoom() {
    let policy = BestFit()
    #expect(policy.host(for: 4, among: 0..<4, free: [8, 3, 5, 5]) == 2)
    #expect(policy.host(for: 9, among: 0..<4, free: [8, 3, 5, 5]) == nil)
    #expect(policy.host(for: 1, among: 1..<3, free: [1, 3, 5, 5]) == 1)
  }

  /// Contract of every placement policy: never overfills, or says that nothing fits.
  @Test func placementNeverOverfills() {
    let policies: [any PlacementPolicy] = [BestFit()]
    for policy in policies {
      var free = [10, 7, 3]
      for workers in [4, 4, 3, 3, 3, 2, 2, 1] {
        guard let host = policy.host(for: workers, among: 0..<3, free: free) else {
          #expect(free.allSatisfy { $0 < workers })
          continue
        }
        free[host] -= workers
        #expect(free[host] >= 0)
      }
    }
  }

  /// Every choice that a scenario can name has its line in the catalogue.
  @Test func catalogueIsComplete() {
    func ids(_ kind: String) -> [String] { PolicyCatalog.all.filter { $0.kind == kind }.map(\.id) }
    #expect(ids("scaling") == ScalingKind.allCases.map(\.rawValue))
    #expect(ids("routing") == RoutingRule.allCases.map(\.rawValue))
    #expect(ids("discipline") == Discipline.allCases.map(\.rawValue))
    #expect(ids("lending") == OrderKind.allCases.map(\.rawValue))
  }
}
