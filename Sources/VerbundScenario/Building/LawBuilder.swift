import VerbundCore
import VerbundModel

extension CellBuilder {
  /// The law of a component's work; exponential where the walk has found an issue.
  mutating func buildLaw(_ component: Record) -> Distribution {
    switch component.text("law") {
    case "deterministic": return .deterministic
    case "uniform": return .uniform
    case .some: return .exponential
    case nil: break
    }
    let laws = component.record("law")
    guard let name = laws.tree.entries.first?.key, laws.tree.entries.count == 1 else {
      return .exponential
    }
    let law = laws.record(name)
    switch Distribution.Family(rawValue: name) {
    case .lognormal: return law.number("cv").map(Distribution.lognormal) ?? .exponential
    case .gamma:
      return buildByEither(law, Distribution.gamma(cv:), Distribution.gamma(shape:))
    case .weibull:
      return buildByEither(law, Distribution.weibull(cv:), Distribution.weibull(shape:))
    case .pareto: return law.number("tail").map(Distribution.pareto) ?? .exponential
    case .empirical: return buildEmpirical(law) ?? .exponential
    default: return .exponential
    }
  }

  private mutating func buildByEither(
    _ law: Record, _ byCV: (Double) -> Distribution, _ byShape: (Double) -> Distribution
  ) -> Distribution {
    switch (law.tree["cv"], law.tree["shape"]) {
    case (.some, .some):
      issues.append(law.issue("shape", "follows from the cv", hint: "give one of the two"))
    case (nil, nil):
      issues.append(
        Issue(
          at: law.tree.position, path: law.tree.path, "the key \"cv\" or \"shape\" is missing"))
    default: break
    }
    return law.number("cv").map(byCV) ?? law.number("shape").map(byShape) ?? .exponential
  }

  private mutating func buildEmpirical(_ law: Record) -> Distribution? {
    let points = law.shares("points")
    guard let tree = law.tree["points"], tree.isMapping, points.count == tree.entries.count else {
      return nil
    }
    guard Distribution.pointCounts.contains(points.count) else {
      let counts = Distribution.pointCounts
      issues.append(
        law.issue(
          "points",
          "must have \(counts.lowerBound) to \(counts.upperBound) points, has \(points.count)"))
      return nil
    }
    checkShares(points)
    if points.allSatisfy({ $0.value == 0 }) {
      issues.append(law.issue("points", "one value must be above 0"))
    }
    return Distribution.empirical(points.map { ($0.share, $0.value) })
  }

  /// Shares rise from 0 to 1, and values do not fall.
  private mutating func checkShares(_ points: [Record.ShareOfCalls]) {
    for (a, b) in zip(points, points.dropFirst()) {
      if a.share >= b.share { refuse(b, "the shares must rise") }
      if a.value > b.value {
        issues.append(
          Issue(
            at: b.entry.value.position, path: b.entry.value.path, "the values must not fall"))
      }
    }
    if let first = points.first, first.share != 0 { refuse(first, "the first share must be 0 %") }
    if let last = points.last, last.share != 1 { refuse(last, "the last share must be 100 %") }
  }

  private mutating func refuse(_ point: Record.ShareOfCalls, _ message: String) {
    issues.append(Issue(at: point.entry.keyPosition, path: point.entry.value.path, message))
  }
}
