import VerbundModel

/// The turning points of an evening for one variant, read from the means of its series.
///
/// - `peak`: the step of highest load.
/// - `short`: the first step in which capacity is missing, from half a vCPU on one night on, and
///   the step in which most is missing. Surplus on one night does not cancel shortage on another.
/// - `lent`, `returned`: the first step with borrowed capacity on any night, and the first one
///   after the last such step.
/// - `worst`: the step with the lowest share answered in time.
/// - `missed`, `back`: the first step below the target, and the first one after the last
///   such step: back for good.
///
/// Quiet steps are left out of `worst`, `missed` and `back`, see `BusySteps`.
struct TurningPoints: Sendable, Hashable {
  struct Point: Sendable, Hashable {
    var step: Int
    var value: Double
  }

  /// When something that began came to its end.
  enum End: Sendable, Hashable {
    case at(Int)
    /// Not within the evening.
    case never
  }

  var steps = 0
  /// Whether the run says what was missing.
  var knowsMissing = false
  var peak: Point?
  var short: Point?
  var gap: Point?
  var lent: Point?
  /// Nil where nothing was lent.
  var returned: End?
  var worst: Point?
  var missed: Point?
  /// Nil where the target was reached throughout.
  var back: End?

  init(
    load: [Double?], attainment: [Double?], target: Double, missing: [Double?] = [],
    lent borrowed: [Double?] = [], nights: Int = 1
  ) {
    steps = max(load.count, attainment.count)
    peak = Self.extreme(load, by: >)
    knowsMissing = !missing.isEmpty
    short = Self.first(missing) { $0 >= Self.leastMissing(nights) }
    gap = short == nil ? nil : Self.extreme(missing, by: >)
    lent = Self.first(borrowed) { $0 > 0 }
    returned = lent == nil ? nil : Self.end(borrowed, steps: borrowed.count) { $0 > 0 }
    let busy = BusySteps.of(attainment, load: load)
    worst = Self.extreme(busy, by: <)
    missed = Self.first(busy) { $0 < target }
    back = missed == nil ? nil : Self.end(busy, steps: busy.count) { $0 < target }
  }

  /// Half a vCPU on one night, as a mean of all.
  static func leastMissing(_ nights: Int) -> Double { 0.5 / Double(max(nights, 1)) }

  private static func first(_ values: [Double?], where isIt: (Double) -> Bool) -> Point? {
    for (step, value) in values.enumerated() {
      if let value, value.isFinite, isIt(value) { return Point(step: step, value: value) }
    }
    return nil
  }

  private static func extreme(_ values: [Double?], by isBetter: (Double, Double) -> Bool) -> Point?
  {
    var best: Point?
    for (step, value) in values.enumerated() {
      guard let value, value.isFinite else { continue }
      if best.map({ isBetter(value, $0.value) }) ?? true { best = Point(step: step, value: value) }
    }
    return best
  }

  /// The first step with a value after the last one of which it is true.
  private static func end(
    _ values: [Double?], steps: Int, where isOn: (Double) -> Bool
  ) -> End? {
    guard let last = values.lastIndex(where: { $0.map(isOn) ?? false }) else { return nil }
    let next = values.indices.first { $0 > last && values[$0] != nil }
    return next.map(End.at) ?? .never
  }
}

extension TurningPoints {
  /// Of the service in question in one column of a case.
  init(_ column: Column, _ view: CaseView, _ input: ReportInput) {
    func series(_ metric: String) -> [Double?] {
      input.series(metric, scope: view.focusScope, column)?.mean ?? []
    }
    self.init(
      load: series("requests.offered"), attainment: series("slo.attainment"),
      target: view.promise(of: view.focus), missing: series("capacity.missing"),
      lent: series("capacity.lent"), nights: input.nights)
  }
}
