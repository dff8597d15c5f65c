import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

@Suite struct FaultTests {
  private func fault(_ target: FaultTarget, minutes: Range<Int64> = 10..<20) -> Fault {
    Fault(
      id: "f", target: target, at: minutes.lowerBound * .minute,
      until: minutes.upperBound * .minute)
  }

  /// Nobody comes. The host that bears the set-aside stands still for ten minutes of the hour.
  @Test func aLostHostDrawsNoPower() throws {
    var federation = SmallFederation()
    federation.hitsPerSecond = 0
    federation.faults = [fault(.host(site: "home", index: 1))]
    let record = try simulate(federation)
    let second: Int128 = 1_000_000_000
    // Each host draws 125 W; of its 64 vCPU tenants hold 32, the set-aside 8.
    #expect(record.sites[0].energyIT.value == 125_000 * (3_600 + 3_000) * second)
    #expect(record.sites[0].reserved.value == (32 * 3_600 + 40 * 3_000) * second)
    #expect(record.sites[0].hostsOn.value == (3_600 + 3_000) * second)
    #expect(record.workloads[0].energyAttributed.value == 12_500 * 3_000 * second)
    #expect(record.sites[1].energyIT.value == 250_000 * 3_600 * second)
  }

  /// Eight replicas on one host: gone at minute 10, back at minute 20 after tick and start-up.
  @Test func replicasOfALostHostComeBackThroughTheScaler() throws {
    var federation = SmallFederation()
    federation.faults = [fault(.host(site: "home", index: 1))]
    let record = try simulate(federation)
    let ready = series(record, "workload:portal", "capacity.ready")
    #expect(ready[9] == 8 && ready[10] == 0 && ready[19] == 0 && ready[20] == 8)
    let row = record.workloads[0]
    // 40 page views a second fail for 600 s; a tick of 15 s at the most and 20 s of start-up more.
    #expect(Double(row.failed) > 40 * 600 * 0.97 && Double(row.failed) < 40 * 640 * 1.03)
    #expect(row.completed + row.failed + row.inFlight == row.offered)
  }

  /// Part of a component fails; the scaler takes other places of the set-aside where there are any.
  @Test(arguments: [(8, 5.0, 8.0), (12, 8.0, 8.0)])
  func lostReplicasAreReplaced(setAside: Int, during: Double, after: Double) throws {
    var federation = SmallFederation()
    federation.scaling = .horizontal
    federation.minReplicas = 8
    federation.setAside = setAside
    federation.hitsPerSecond = 10
    federation.faults = [fault(.component(workload: "portal", id: "front", replicas: 3))]
    let ready = series(try simulate(federation), "workload:portal", "capacity.ready")
    #expect(ready[9] == 8)
    #expect(ready[11] == during)
    #expect(ready[21] == after)
  }

  /// The home is lost: everybody fails while its front door is down, and nobody after.
  @Test func aLostHomeIsALostFrontDoor() throws {
    var federation = SmallFederation()
    federation.hitsPerSecond = 20
    federation.faults = [fault(.site("home"))]
    let record = try simulate(federation)
    let share = series(record, "workload:portal", "success.share")
    #expect(share[8] == 1 && share[12] == 0 && share[19] == 0 && share[25] == 1)
    #expect(record.workloads[0].rejected == 0 && record.workloads[0].timedOut == 0)
    let power = series(record, "site:home", "power")
    #expect(power[15] == 0)
    #expect(series(record, "site:lender", "power")[15] == 250)
  }

  /// What was lost at home is borrowed; when the lender is lost too, its loan ends and another
  /// lends.
  @Test func lostCapacityIsBorrowedAndLostLoansEnd() throws {
    var federation = SmallFederation()
    federation.scaling = .horizontal
    federation.minReplicas = 6
    federation.setAside = 8
    federation.hitsPerSecond = 20
    federation.siteNames = ["home", "lender", "other"]
    federation.lending.order = .automatic
    federation.lending.offers = [
      Offer(site: "lender", vCPU: 20), Offer(site: "other", vCPU: 20),
    ]
    federation.faults = [fault(.host(site: "home", index: 1), minutes: 10..<50)]
    federation.faults.append(fault(.site("lender"), minutes: 20..<30))
    federation.faults[1].id = "g"
    let record = try simulate(federation)
    let lent = series(record, "workload:portal", "capacity.lent")
    #expect(lent[9] == 0)
    #expect(try #require(lent[15]) >= 6)
    #expect(try #require(lent[25]) >= 6)
    #expect(record.loans.map(\.lender) == ["lender", "other"])
    #expect(record.loans.allSatisfy { $0.due == $0.owed })
    // Twenty minutes at the most up to the loss of the first, and then none of it for a while.
    let share = series(record, "workload:portal", "success.share")
    #expect(share[17] == 1 && share[27] == 1)
    #expect(try #require(share[10]) < 0.5)
  }

  /// A lender that was lost lends again when it stands again.
  @Test func aLenderComesBack() throws {
    var federation = SmallFederation()
    federation.setAside = 8
    federation.hitsPerSecond = 20
    federation.lending.order = .automatic
    federation.lending.offers = [Offer(site: "lender", vCPU: 20)]
    federation.faults = [fault(.host(site: "home", index: 1), minutes: 10..<50)]
    federation.faults.append(fault(.site("lender"), minutes: 20..<30))
    federation.faults[1].id = "g"
    let lent = series(try simulate(federation), "workload:portal", "capacity.lent")
    #expect(lent[9] == 0 && lent[19] == 8 && lent[25] == 0 && lent[35] == 8)
  }

  /// A fault where nothing of the service runs costs it nothing.
  @Test func aFaultElsewhereChangesNoPageView() throws {
    let calm = try simulate(SmallFederation())
    var federation = SmallFederation()
    federation.faults = [fault(.site("lender"))]
    let record = try simulate(federation)
    #expect(record.workloads == calm.workloads)
    #expect(record.sites[1].energyIT.value == calm.sites[1].energyIT.value * 50 / 60)
  }

  /// Two faults that overlap are one longer fault.
  @Test func overlappingFaultsAreOne() throws {
    var federation = SmallFederation()
    federation.faults = [fault(.host(site: "home", index: 1), minutes: 10..<30)]
    let one = try simulate(federation)
    federation.faults = [
      fault(.host(site: "home", index: 1), minutes: 10..<20),
      fault(.host(site: "home", index: 1), minutes: 20..<30),
    ]
    federation.faults[1].id = "g"
    #expect(try simulate(federation).workloads == one.workloads)
    federation.faults[0].until = 25 * .minute
    #expect(try simulate(federation).workloads == one.workloads)
  }

  /// The same at home, where the front door is lost twice: while people think, with connections of
  /// before, and pages are on the way that will come too late. The books look at every minute.
  @Test(arguments: [TimeoutRule.goOn, .cancel])
  func overlappingFaultsOfAHomeAreOne(onTimeout: TimeoutRule) throws {
    var federation = SmallFederation()
    federation.pages = 4
    federation.onTimeout = onTimeout
    federation.timeout = 4 * .second
    federation.hitsPerSecond = 11
    federation.bandwidth = 1e7
    federation.bytes = 125_000
    federation.faults = [fault(.site("home"), minutes: 10..<25)]
    let one = try simulate(federation)
    federation.faults = [
      fault(.site("home"), minutes: 10..<20), fault(.site("home"), minutes: 15..<25),
    ]
    federation.faults[1].id = "g"
    #expect(try simulate(federation).workloads == one.workloads)
    let row = one.workloads[0]
    #expect(row.timedOut > 500)
    #expect(row.failed > 500)
    #expect(row.connectionsPeak > 50)
    let share = series(one, "workload:portal", "success.share")
    #expect(share[12] == 0 && share[22] == 0)
    #expect(try #require(share[40]) > 0.5)
  }
}
