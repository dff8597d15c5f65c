import VerbundModel

// How well the figures of a cell are known, wherever they are written.
extension Experiment {
  /// The weakest confidence of a figure over all cells, by its path in a cell such as
  /// `sites.west.tariff.capacity`; nil where it is not on record. What a preset, a case or a
  /// variant says counts as well.
  func confidence(of path: String) -> Confidence? {
    let written = origins[path] ?? [path]
    let order = Confidence.allCases
    let found = assumptions.filter { written.contains($0.path) }
      .compactMap { order.firstIndex(of: $0.confidence) }
    return found.max().map { order[$0] }
  }
}

extension CaseSet {
  /// How well the target of the service in question is known: `angenommen`, unless the scenario
  /// says better of its share and its time.
  func targetWord(_ voice: Voice) -> String {
    let slo = "workloads.\(input.experiment.focus).slo."
    let parts = ["share", "threshold"].map { input.experiment.confidence(of: slo + $0) ?? .A }
    let order = Confidence.allCases
    let weakest = parts.compactMap { order.firstIndex(of: $0) }.max().map { order[$0] } ?? .A
    return weakest.word(voice)
  }
}
