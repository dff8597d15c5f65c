import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

@Suite struct EnergyTests {
  /// Nobody comes. Two sites of two hosts: the tenants use 25 %, so each host draws 125 W.
  @Test func idleNightByHand() throws {
    var federation = SmallFederation()
    federation.hitsPerSecond = 0
    let record = try simulate(federation)
    for site in record.sites {
      #expect(site.energyIT.value == 2 * 125_000 * 3_600_000_000_000)
      #expect(site.energyFacility.value == 3 * 125_000 * 3_600_000_000_000)
      // 0.375 kWh at 400 g/kWh are 150 g.
      #expect(site.carbon.value == 150_000_000_000)
      #expect(site.busy.value == 2 * 16 * 3_600_000_000_000)
      // Tenants hold 32 of 64 vCPU on each host; the set-aside of 8 lies at home.
      let placed: Int128 = site.id == "home" ? 8 : 0
      #expect(site.reserved.value == (64 + placed) * 3_600_000_000_000)
    }
    // Idle power of the one host that bears the set-aside: 100 W x 8 / 64 for an hour.
    #expect(record.workloads[0].energyAttributed.value == 12_500 * 3_600_000_000_000)
  }

  /// Power is linear here: every busy core-second takes 100 W / 64, wherever it falls.
  @Test func busyNightByHand() throws {
    var federation = SmallFederation()
    federation.law = .deterministic
    let idle = try simulate(
      {
        var empty = federation
        empty.hitsPerSecond = 0
        return empty
      }())
    let record = try simulate(federation)
    let work = record.workloads[0]
    // All work ends by the horizon but for what is in service.
    let expectedWork = Double(work.completed) * 0.1e9
    #expect(abs(Double(work.work.value) - expectedWork) <= 8 * 0.1e9)
    let extra = Double(record.sites[0].energyIT.value - idle.sites[0].energyIT.value)
    let expected = Double(work.work.value) * 100_000 / 64
    #expect(abs(extra / expected - 1) < 0.001)
    #expect(record.sites[1].energyIT == idle.sites[1].energyIT)
  }

  /// The grid of the series must not move the integral.
  @Test func energyDoesNotDependOnTheSlot() throws {
    func energy(slot: Nanoseconds) throws -> Int128 {
      var scenario = SmallFederation().scenario
      scenario.horizon.slot = slot
      let plan = try Plan.compile(scenario)
      // The same arrivals need the same slots: here the intensity is nought but for tenants.
      let demand = DemandTable(
        slots: plan.slots, hits: [Double](repeating: 0, count: plan.slots),
        baseLoad: [Double](repeating: 0.2, count: plan.slots * plan.sites.count))
      return try simulateNight(plan, demand: demand, seed: 1, night: 0, isCancelled: { false })
        .sites[0].energyIT.value
    }
    #expect(try energy(slot: .minute) == energy(slot: 7_500_000_000))
  }

  /// An external host counts only while something is placed on it.
  @Test func externalHostsCountWhileTheyServe() throws {
    var federation = SmallFederation()
    federation.siteNames = ["home", "market"]
    #expect(try simulate(federation).sites[1].energyIT.value == 0)
    federation.setAside = 2
    federation.scaling = .horizontal
    federation.overflow = Overflow(offers: [Offer(site: "market", vCPU: 16)], leadTime: .minute)
    let record = try simulate(federation)
    #expect(record.sites[1].energyIT.value > 0)
    #expect(record.sites[1].hostsOnPeak == 1)
    #expect(record.workloads[0].workExternal.value > 0)
  }
}
