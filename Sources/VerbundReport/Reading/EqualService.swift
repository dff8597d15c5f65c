import VerbundMeasure
import VerbundModel

/// The reverse of the comparison at equal size: what each variant must set aside to hold the
/// service level.
///
/// A size holds when the mean over the nights reaches the target share for every service whose
/// set-aside the ladder changes. A variant's size is the smallest simulated one from which on it
/// holds at this and at every larger simulated size.
struct EqualService: Sendable {
  /// A variant at one size.
  struct Trial: Sendable {
    var step: SizeLadder.Step
    var column: Column
    /// Share of the service in question answered in time.
    var attainment: MetricValue?
    /// Nil where a service was not measured.
    var holds: Bool?
    /// Whether the whole 95 % interval lies at or above the target; nil without an interval.
    var surely: Bool?
    /// How far the worst of the means stays below its target; nil where one was not measured.
    var shortBy: Double?
    /// Nights on which all services of the ladder held, and nights measured.
    var nightsHeld: Int
    var nights: Int
  }

  enum Outcome: Sendable, Hashable {
    /// The smallest simulated size already holds.
    case orLess(Int)
    /// This size holds and the next smaller one does not: what is enough lies in between.
    case upTo(Int, above: Int)
    /// No simulated size holds.
    case moreThan(Int)
    case unknown
  }

  struct Line: Sendable {
    var variant: String
    var title: LocalizedText
    var trials: [Trial]
    var outcome: Outcome
    /// The trial at the size found, or at the largest where none holds.
    var decisive: Trial?
  }

  var ladder: SizeLadder
  var lines: [Line]

  init(_ ladder: SizeLadder) {
    self.ladder = ladder
    lines = ladder.smallest.view.columns.map { first in
      let trials = ladder.steps.compactMap { step -> Trial? in
        step.view.columns.first { $0.variant == first.variant }
          .map { Self.trial($0, step, ladder.services) }
      }
      let outcome = Self.outcome(trials)
      return Line(
        variant: first.variant, title: first.title, trials: trials, outcome: outcome,
        decisive: Self.decisive(trials, outcome))
    }
  }

  private static func trial(
    _ column: Column, _ step: SizeLadder.Step, _ services: [String]
  ) -> Trial {
    let parts = services.map { id -> (value: MetricValue?, share: Double) in
      (column.table["slo.attainment", "workload:" + id], step.view.promise(of: id))
    }
    let complete = parts.allSatisfy { $0.value?.mean != nil }
    let nights = parts.map { $0.value?.nights.count ?? 0 }.min() ?? 0
    let held = (0..<nights).filter { night in
      parts.allSatisfy { part in
        part.value?.nights[night].map { $0 >= part.share } ?? false
      }
    }.count
    let lows = parts.compactMap { part in part.value?.low.map { $0 >= part.share } }
    return Trial(
      step: step, column: column,
      attainment: column.table["slo.attainment", step.view.focusScope],
      holds: complete ? parts.allSatisfy { ($0.value?.mean ?? 0) >= $0.share } : nil,
      surely: lows.count == parts.count ? lows.allSatisfy(\.self) : nil,
      shortBy: complete ? parts.map { $0.share - ($0.value?.mean ?? 0) }.max() : nil,
      nightsHeld: held, nights: nights)
  }

  private static func outcome(_ trials: [Trial]) -> Outcome {
    guard let last = trials.last, trials.allSatisfy({ $0.holds != nil }) else { return .unknown }
    let fails = trials.lastIndex { $0.holds == false }
    guard let fails else { return .orLess(trials[0].step.vCPU) }
    return fails == trials.count - 1
      ? .moreThan(last.step.vCPU)
      : .upTo(trials[fails + 1].step.vCPU, above: trials[fails].step.vCPU)
  }

  private static func decisive(_ trials: [Trial], _ outcome: Outcome) -> Trial? {
    switch outcome {
    case .orLess(let size), .upTo(let size, _), .moreThan(let size):
      trials.first { $0.step.vCPU == size }
    case .unknown: nil
    }
  }
}

extension EqualService.Trial {
  /// Whether it misses by no more than the smallest relevant difference.
  func isNarrow(_ margin: Double) -> Bool {
    holds == false && (shortBy.map { $0 <= margin + 1e-12 } ?? false)
  }
}

extension EqualService.Line {
  /// The trial just below the size found, where it misses narrowly.
  func nearMiss(_ margin: Double) -> EqualService.Trial? {
    let size: Int
    switch outcome {
    case .upTo(_, let above): size = above
    case .moreThan(let most): size = most
    case .orLess, .unknown: return nil
    }
    return trials.first { $0.step.vCPU == size && $0.isNarrow(margin) }
  }
}

extension EqualService {
  /// The sizes just below those found at which variants miss narrowly, the smallest first.
  func nearMisses(_ margin: Double) -> [(vCPU: Int, lines: [Line])] {
    ladder.steps.map(\.vCPU).compactMap { size in
      let narrow = lines.filter { $0.nearMiss(margin)?.step.vCPU == size }
      return narrow.isEmpty ? nil : (size, narrow)
    }
  }
}

extension EqualService.Outcome {
  /// The size that is paid for, at least, where none holds.
  var vCPU: Int? {
    switch self {
    case .orLess(let size), .upTo(let size, _), .moreThan(let size): size
    case .unknown: nil
    }
  }

  /// What stands before a figure made from `vCPU`.
  func bound(_ voice: Voice) -> String {
    switch self {
    case .orLess, .upTo: voice.say("bis\u{A0}", "up to\u{A0}")
    case .moreThan: voice.say("über\u{A0}", "over\u{A0}")
    case .unknown: ""
    }
  }

  func text(_ voice: Voice) -> String {
    func size(_ value: Int) -> String {
      voice.numbers.join(voice.numbers.whole(value), "vCPU")
    }
    return switch self {
    case .orLess(let value): voice.say("\(size(value)) oder weniger", "\(size(value)) or less")
    case .upTo(let value, let above):
      voice.say(
        "über \(voice.numbers.whole(above)) bis \(size(value))",
        "above \(voice.numbers.whole(above)), up to \(size(value))")
    case .moreThan(let value): voice.say("mehr als \(size(value))", "more than \(size(value))")
    case .unknown: NumberStyle.none
    }
  }
}

extension CaseView {
  /// The target share of a service.
  func promise(of id: String) -> Double { workload(id)?.slo.share ?? 1 }
}
