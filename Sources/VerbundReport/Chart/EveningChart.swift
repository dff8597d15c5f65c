import VerbundCore
import VerbundModel

/// Two panels over one time axis: page views offered per second, and the share answered in time.
struct EveningChart: Sendable {
  /// One variant's line in one panel; values are nil where a step has none.
  struct Line: Sendable {
    var title: LocalizedText
    /// Style of the variant: colour and dashes.
    var style: Int
    var mean: [Double?]
    var low: [Double?]
    var high: [Double?]
  }

  /// Number of the case on the page.
  let number: Int
  let start: Int64
  let utcOffset: Int
  /// Length of a step, ns.
  let step: Nanoseconds
  let steps: Int
  let load: [Line]
  let share: [Line]
  /// All variants' load where it is the same to the eye; one line stands for them.
  let commonLoad: Line?
  /// The promised share.
  let target: Double?
  let serviceName: LocalizedText

  init?(_ view: CaseView, _ input: ReportInput, number: Int) {
    guard let scenario = view.scenario else { return nil }
    let load = Self.lines("requests.offered", view, input)
    let share = Self.lines("slo.attainment", view, input)
    guard let first = input.series("requests.offered", scope: view.focusScope, view.columns[0]),
      !load.isEmpty, !share.isEmpty, first.step > 0
    else { return nil }
    let steps = (load + share).map(\.mean.count).min() ?? 0
    guard steps > 1 else { return nil }
    let service = view.workload(view.focus)
    self.number = number
    start = scenario.horizon.start
    utcOffset = scenario.horizon.utcOffset
    step = first.step
    self.steps = steps
    self.load = load
    self.share = share
    commonLoad = Self.common(load)
    target = service.map(\.slo.share)
    serviceName = service?.name ?? LocalizedText(view.focus)
  }

  private static func lines(_ metric: String, _ view: CaseView, _ input: ReportInput) -> [Line] {
    view.columns.enumerated().compactMap { index, column in
      guard let series = input.series(metric, scope: view.focusScope, column) else { return nil }
      return Line(
        title: column.title, style: index % 8, mean: series.mean, low: series.low,
        high: series.high)
    }
  }

  /// The first line, if no other leaves it by more than half a per cent of the peak.
  private static func common(_ lines: [Line]) -> Line? {
    guard var first = lines.first, lines.count > 1 else { return nil }
    let peak = lines.flatMap(\.mean).compactMap(\.self).max() ?? 0
    for line in lines.dropFirst() {
      for (a, b) in zip(first.mean, line.mean) where abs((a ?? 0) - (b ?? 0)) > peak * 0.005 {
        return nil
      }
    }
    first.title = LocalizedText(de: "alle Varianten", en: "all variants")
    return first
  }

  /// The lines that the load panel draws.
  var drawnLoad: [Line] { commonLoad.map { [$0] } ?? load }

  /// Local wall clock at the start of a step.
  func clock(_ index: Int) -> CivilTime { clock(after: Int64(index) &* (step / .second)) }

  func clock(after seconds: Int64) -> CivilTime {
    CivilTime(unixSeconds: start &+ seconds, utcOffset: utcOffset)
  }

  /// Length of the axis in seconds.
  var seconds: Double { Double(steps) * Double(step) / Double(Nanoseconds.second) }
}
