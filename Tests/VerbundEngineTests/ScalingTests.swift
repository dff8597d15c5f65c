import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

@Suite struct ScalingTests {
  /// A step of demand at minute 20, back at minute 40.
  private func step() -> SmallFederation {
    var federation = SmallFederation()
    federation.scaling = .horizontal
    federation.minReplicas = 2
    federation.setAside = 30
    federation.routing = .twoChoices
    federation.profile = [
      ProfilePoint(at: 0, value: 0.2), ProfilePoint(at: 20 * .minute, value: 0.2),
      ProfilePoint(at: 20 * .minute + 1, value: 2), ProfilePoint(at: 40 * .minute, value: 2),
      ProfilePoint(at: 40 * .minute + 1, value: 0.2),
    ]
    return federation
  }

  /// Capacity follows a step only after the scrape, the old scrape, and the start-up.
  @Test func capacityFollowsAStepLate() throws {
    let record = try simulate(step())
    let ready = series(record, "workload:portal", "capacity.ready")
    let before = try #require(ready[19])
    let after = try #require(ready[38])
    let end = try #require(ready[59])
    // 0.2 of the mean intensity needs few replicas, 2 of it needs ten times as many.
    let mean = 0.2 * 40.0 / 60 + 2 * 20.0 / 60
    let needed = 40 * 2 / mean * 0.1 / 0.7
    #expect(before < 0.4 * needed)
    #expect(abs(after - needed) < 0.25 * needed)
    #expect(end < 0.5 * after)
    // Down only after 300 s of lower recommendations.
    #expect(ready[43] == ready[40])
    #expect(record.workloads[0].shortfallPeak > 0)
  }

  @Test func calendarScalesBeforehand() throws {
    var scenario = step().scenario
    scenario.workloads[0].components[0].scaling.calendar = [
      CalendarEntry(at: 10 * .minute, min: 25)
    ]
    let plan = try Plan.compile(scenario)
    let record = try simulateNight(
      plan, demand: plainDemand(plan), seed: 1, night: 0, isCancelled: { false })
    let ready = series(record, "workload:portal", "capacity.ready")
    #expect(try #require(ready[8]) < 10)
    #expect(ready[11] == 25)
    #expect(try #require(ready[59]) >= 25)
  }

  /// More is wanted than the set-aside holds: the lender's replicas come after the lead time, and
  /// go.
  @Test func automaticLendingFollowsTheNeed() throws {
    var federation = step()
    federation.setAside = 4
    federation.lending.order = .automatic
    federation.lending.offers = [Offer(site: "lender", vCPU: 20)]
    federation.kilometres = 100
    let record = try simulate(federation)
    let lent = series(record, "workload:portal", "capacity.lent")
    #expect(lent[19] == 0)
    #expect(try #require(lent[30]) >= 4)
    #expect(lent[59] == 0)
    let loan = try #require(record.loans.first)
    #expect(record.loans.count == 1)
    #expect(loan.lender == "lender" && loan.borrower == "home" && loan.due == loan.owed)
    // 0.05 EUR per vCPU-hour, no bytes in this federation.
    #expect(abs(Double(loan.due) / 1e8 - loan.reserved.coreHours * 0.05) < 1e-6)
    federation.lending.order = .none
    let alone = try simulate(federation).workloads[0]
    #expect(record.workloads[0].withinSLO > alone.withinSLO)
  }

  @Test func portalOrderComesAtItsTimeAndGoes() throws {
    var federation = step()
    federation.setAside = 4
    federation.lending = Lending(
      order: .portal, offers: [Offer(site: "lender", vCPU: 20)], keepFree: 0, leadTime: 0,
      arrival: 15 * .minute, until: 50 * .minute, placed: 0)
    let record = try simulate(federation)
    let lent = series(record, "workload:portal", "capacity.lent")
    #expect(lent[14] == 0 && lent[58] == 0)
    // ceil(peak pages/s x 0.1 s / 0.7) - 4 in set-aside.
    let mean = 0.2 * 40.0 / 60 + 2 * 20.0 / 60
    let peak = 40 * 2 / mean
    #expect(lent[16] == (peak * 0.1 / 0.7).rounded(.up) - 4)
    #expect(lent[45] == lent[16])
  }

  /// What is ordered comes on top of what the calendar keeps at home.
  @Test func portalOrderAddsToTheCalendar() throws {
    var federation = step()
    federation.setAside = 4
    federation.lending = Lending(
      order: .portal, offers: [Offer(site: "lender", vCPU: 20)], keepFree: 0, leadTime: 0,
      arrival: 5 * .minute, until: 50 * .minute, placed: 0)
    var scenario = federation.scenario
    scenario.workloads[0].components[0].scaling.calendar = [
      CalendarEntry(at: 10 * .minute, min: 4)
    ]
    let plan = try Plan.compile(scenario)
    let record = try simulateNight(
      plan, demand: plainDemand(plan), seed: 1, night: 0, isCancelled: { false })
    let ready = series(record, "workload:portal", "capacity.ready")
    let lent = try #require(series(record, "workload:portal", "capacity.lent")[15])
    #expect(lent > 0)
    #expect(ready[15] == 4 + lent)
    #expect(try #require(ready[51]) >= 4)
  }

  @Test func theLenderKeepsItsShare() throws {
    var federation = step()
    federation.setAside = 2
    federation.lending.order = .automatic
    federation.lending.offers = [Offer(site: "lender", vCPU: 1_000)]
    federation.lending.keepFree = 0.9
    let record = try simulate(federation)
    // Two hosts with 32 vCPU free of tenants each, a tenth of it, in whole replicas.
    let lent = series(record, "workload:portal", "capacity.lent").compactMap { $0 }.max()
    #expect(lent == 6)
  }
}
