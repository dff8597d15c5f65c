import VerbundModel

/// The turning points of an evening for one variant, read from the means of its series.
///
/// - `peak`: the step of highest load.
/// - `short`: the first step in which more is wanted than ready by half a vCPU or more, and the
///   step of the widest gap.
/// - `lent`, `returned`: the first step with borrowed capacity on any night, and the first one
///   after the last such step.
/// - `worst`: the step with the lowest share answered in time.
/// - `missed`, `back`: the first step below the promised share, and the first one after the last
///   such step: back for good.
///
/// Steps with less than a tenth of the highest load are left out of `worst`, `missed` and `back`:
/// in a quiet minute one page view makes a large share.
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
  var peak: Point?
  var short: Point?
  var gap: Point?
  var lent: Point?
  /// Nil where nothing was lent.
  var returned: End?
  var worst: Point?
  var missed: Point?
  /// Nil where the promise was kept throughout.
  var back: End?

  init(
    load: [Double?], attainment: [Double?], promise: Double, wanted: [Double?] = [],
    ready: [Double?] = [], lent borrowed: [Double?] = []
  ) {
    steps = max(load.count, attainment.count)
    peak = Self.extreme(load, by: >)
    let gaps = zip(wanted, ready).map { wanted, ready -> Double? in
      wanted.flatMap { wanted in ready.map { wanted - $0 } }
    }
    short = Self.first(gaps) { $0 >= 0.5 }
    gap = short == nil ? nil : Self.extreme(gaps, by: >)
    lent = Self.first(borrowed) { $0 > 0 }
    returned = lent == nil ? nil : Self.end(borrowed, steps: borrowed.count) { $0 > 0 }
    let busy = attainment.enumerated().map { index, value -> Double? in
      guard let peak else { return value }
      let here = index < load.count ? load[index] ?? 0 : 0
      return here * 10 >= peak.value ? value : nil
    }
    worst = Self.extreme(busy, by: <)
    missed = Self.first(busy) { $0 < promise }
    back = missed == nil ? nil : Self.end(busy, steps: busy.count) { $0 < promise }
  }

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
      promise: view.promise(of: view.focus), wanted: series("capacity.wanted"),
      ready: series("capacity.ready"), lent: series("capacity.lent"))
  }
}
