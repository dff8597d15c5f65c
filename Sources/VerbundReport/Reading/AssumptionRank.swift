import VerbundModel

/// The assumptions on which a result of this kind depends most, ahead of all others.
enum AssumptionRank {
  /// By rank, then in the order of the file: what is set aside, the target, how many come, how
  /// high the burst is, what a page takes, how well it is foreseen, how soon and how much is lent;
  /// last what the cases set aside instead.
  static func first(of experiment: Experiment) -> [Assumption] {
    let own = "workloads.\(experiment.focus)."
    // What the service in question takes from a kind of service counts as its own.
    let taken = Set(experiment.origins.filter { $0.key.hasPrefix(own) }.flatMap(\.value))
    let ranked = experiment.assumptions.enumerated().compactMap { index, item in
      rank(item.path, isFocus: item.path.hasPrefix(own) || taken.contains(item.path))
        .map { ($0, index, item) }
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private static func rank(_ path: String, isFocus: Bool) -> Int? {
    if path.hasPrefix("cases."), path.contains("set-aside") { return 11 }
    if isFocus, path.contains("set-aside") { return 0 }
    if isFocus, path.contains(".slo.") { return 1 }
    if isFocus, path.contains("hits-per-thousand") { return 2 }
    if path.hasPrefix("uncertain.volume") { return 3 }
    if isFocus, path.contains("burst") { return 4 }
    if path.hasPrefix("uncertain.burst") { return 5 }
    if isFocus, path.hasSuffix(".work") { return 6 }
    if path.hasPrefix("uncertain.work") { return 7 }
    return lendingRank(path)
  }

  private static func lendingRank(_ path: String) -> Int? {
    if path.hasPrefix("uncertain.forecast") { return 8 }
    let lends = path.contains("lending.") || path.contains("overflow.")
    if lends, path.hasSuffix(".lead-time") { return 9 }
    if lends, path.contains(".offers") { return 10 }
    return nil
  }
}
