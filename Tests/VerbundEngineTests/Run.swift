import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

/// A table with the demand's shape at its level, without noise: what the load room gives for
/// scenarios without bursts and uncertainty.
func plainDemand(_ plan: Plan) -> DemandTable {
  let shapes = plan.workloads.map {
    Shape($0.demand, slot: plan.scenario.horizon.slot, slots: plan.slots)
  }
  let hits = plan.streams.flatMap { stream in
    shapes[stream.workload].profile.map { $0 * stream.level }
  }
  let base = plan.sites.flatMap {
    [Double](repeating: $0.tenants.utilisation, count: plan.slots)
  }
  return DemandTable(slots: plan.slots, hits: hits, baseLoad: base)
}

func simulate(_ federation: SmallFederation, seed: UInt64 = 1, night: Int = 0) throws
  -> NightRecord
{
  let plan = try Plan.compile(federation.scenario)
  return try simulateNight(
    plan, demand: plainDemand(plan), seed: seed, night: night, isCancelled: { false })
}

func series(_ record: NightRecord, _ scope: String, _ metric: String) -> [Double?] {
  record.series.first { $0.scope == scope && $0.metric == metric }?.values ?? []
}
