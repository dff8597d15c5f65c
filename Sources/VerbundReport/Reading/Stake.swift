import VerbundModel

/// How much hardware the comparison is about, at the peak.
struct Stake: Sendable {
  /// vCPU that the home site keeps for the service.
  var setAside: Int
  /// Largest vCPU lent or rented at once in any variant, mean over nights; nil without series.
  var lentPeak: Double?
  /// vCPU of one host at the home site.
  var hostVCPU: Int
  /// The variant that lacked most at its peak.
  var neediest: Column?
  /// Hosts that hold the larger of what was wanting and what was lent.
  var hosts: Int

  /// Below this many hosts the first sentence of a report says how little it is about.
  static let small = 10

  init?(_ view: CaseView, _ input: ReportInput) {
    guard let scenario = view.scenario, let service = view.workload(view.focus),
      let home = scenario.sites.first(where: { $0.id == service.home }),
      let host = scenario.mainHost(of: home)
    else { return nil }
    setAside = service.setAsideVCPU
    hostVCPU = host.vCPU
    let peaks = view.columns.compactMap { column in
      input.series("capacity.lent", scope: view.focusScope, column)?.mean.compactMap(\.self).max()
    }
    lentPeak = peaks.max()
    func wanting(_ column: Column) -> Double? {
      view.shortfallRow.flatMap { column.table[$0.id, $0.scope]?.mean }
    }
    neediest = view.columns.filter { wanting($0) != nil }
      .max { (wanting($0) ?? 0) < (wanting($1) ?? 0) }
    let largest = max(neediest.flatMap(wanting) ?? 0, lentPeak ?? 0)
    guard largest.isFinite, largest < 1e12 else { return nil }
    hosts = Int((largest / Double(host.vCPU)).rounded(.up))
  }
}

extension CaseView {
  var shortfallRow: KeyRow? { row("capacity.shortfall.peak", of: focus) }
}
