import VerbundModel

/// For how long a service missed its target, which no mean over an evening tells.
extension MetricCatalog {
  static let sloMissed = MetricDefinition(
    "slo.missed", unit: "min",
    title: .init(de: "Minuten unter dem Ziel", en: "Minutes below target"),
    definition: .init(
      de: "Zeit, in der ein kleinerer Anteil als das Ziel rechtzeitig war, bei mindestens einem "
        + "Zehntel der höchsten Last.",
      en: "Time in which a smaller share than the target was in time, at a tenth of the highest "
        + "load or more."),
    better: .lower, margin: .absolute(1),
    MetricRule([.federation, .workload]) { night in
      MetricRule.largest(
        night.workloads.map { (Scope.workload($0.id), missedMinutes($0, night)) })
    })

  private static func missedMinutes(_ workload: WorkloadRecord, _ night: NightRecord) -> Double {
    func values(_ metric: String) -> [Double?] {
      let scope = Scope.workload(workload.id)
      return night.series.first { $0.metric == metric && $0.scope == scope }?.values ?? []
    }
    let loads = values("requests.offered")
    let least = (loads.compactMap(\.self).max() ?? 0) / 10
    let missed = zip(values("slo.attainment"), loads).count { share, load in
      (share ?? 1) < workload.sloShare && (load ?? 0) >= least
    }
    return Double(missed) * Double(night.slot) / 60e9
  }
}
