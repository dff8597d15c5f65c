import VerbundMeasure
import VerbundModel

/// One variant's verdicts on the ranking metric over all cases.
struct VerdictPattern: Sendable, Hashable {
  /// Cases by verdict, in the order in which they are told; none of zero.
  var counts: [Count]
  /// Cases with a verdict.
  var cases: Int { counts.reduce(0) { $0 + $1.cases } }
  /// The verdict of all cases, if there is but one.
  var only: Verdict? { counts.count == 1 ? counts[0].verdict : nil }

  struct Count: Sendable, Hashable {
    var verdict: Verdict
    var cases: Int
  }

  static let order: [Verdict] = [.better, .worse, .noRelevantDifference, .undecided]

  init(_ verdicts: [Verdict]) {
    counts = Self.order.compactMap { verdict in
      let cases = verdicts.filter { $0 == verdict }.count
      return cases > 0 ? Count(verdict: verdict, cases: cases) : nil
    }
  }

  /// Variants with the same pattern together, in the order of the file; the reference, and variants
  /// without a verdict in any case, are left out.
  static func groups(_ views: [CaseView]) -> [(pattern: VerdictPattern, columns: [Column])] {
    var groups: [(pattern: VerdictPattern, columns: [Column])] = []
    for column in views.first?.columns ?? [] where !column.isReference {
      let pattern = VerdictPattern(verdicts(of: column.variant, views))
      guard !pattern.counts.isEmpty else { continue }
      if let index = groups.firstIndex(where: { $0.pattern == pattern }) {
        groups[index].columns.append(column)
      } else {
        groups.append((pattern, [column]))
      }
    }
    return groups.sorted { rank($0.pattern) < rank($1.pattern) }
  }

  static func verdicts(of variant: String, _ views: [CaseView]) -> [Verdict] {
    views.compactMap { view in
      guard let row = view.row("slo.attainment", of: view.focus),
        let column = view.columns.first(where: { $0.variant == variant })
      else { return nil }
      return view.verdict(row, column)
    }
  }

  private static func rank(_ pattern: VerdictPattern) -> Int {
    guard let first = pattern.counts.first else { return 9 }
    return (order.firstIndex(of: first.verdict) ?? 9) * 2 + (pattern.counts.count > 1 ? 1 : 0)
  }
}

/// Where along the sizes a verdict turns: `better up to 44 vCPU, equivalent at 88 vCPU`.
struct VerdictTurn: Sendable, Hashable {
  struct Run: Sendable, Hashable {
    var verdict: Verdict
    /// vCPU of the run's first and last size.
    var first: Int
    var last: Int
    /// Sizes in the run.
    var sizes = 1
  }

  /// Verdicts and lengths of the runs, without their sizes.
  struct Shape: Sendable, Hashable {
    var verdict: Verdict
    var sizes: Int
  }

  var runs: [Run]

  var shape: [Shape] { runs.map { Shape(verdict: $0.verdict, sizes: $0.sizes) } }

  /// Nil with fewer than two sizes, without verdicts, and where the verdict is the same at all.
  init?(variant: String, _ ladder: SizeLadder) {
    runs = []
    for step in ladder.steps {
      guard let verdict = VerdictPattern.verdicts(of: variant, [step.view]).first else {
        return nil
      }
      if runs.last?.verdict == verdict {
        runs[runs.count - 1].last = step.vCPU
        runs[runs.count - 1].sizes += 1
      } else {
        runs.append(Run(verdict: verdict, first: step.vCPU, last: step.vCPU))
      }
    }
    guard runs.count > 1 else { return nil }
  }

  func text(_ voice: Voice) -> String {
    let parts = runs.enumerated().map { index, run -> String in
      let size: String
      if run.first == run.last {
        size = voice.say("bei ", "at ") + vCPU(run.first, voice)
      } else if index == 0 {
        size = voice.say("bis ", "up to ") + vCPU(run.last, voice)
      } else if index == runs.count - 1 {
        size = voice.say("ab ", "from ") + vCPU(run.first, voice)
      } else {
        size =
          voice.say("von ", "from ") + voice.numbers.whole(run.first) + voice.say(" bis ", " to ")
          + vCPU(run.last, voice)
      }
      return run.verdict.shortWord(voice) + " " + size
    }
    return parts.joined(separator: ", ")
  }

  /// Without vCPU, for sizes that differ between placements; nil for more than one turn.
  func textByRank(_ voice: Voice) -> String? {
    guard runs.count == 2 else { return nil }
    let (low, high) = (runs[0].verdict.shortWord(voice), runs[1].verdict.shortWord(voice))
    if runs[0].sizes == 1 {
      return voice.say(
        "bei der kleinsten Vorhaltung \(low), darüber \(high)",
        "\(low) at the smallest set-aside and \(high) above it")
    }
    let count = voice.numbers.whole(runs[0].sizes)
    return voice.say(
      "bei den \(count)\u{A0}kleineren Vorhaltungen \(low), darüber \(high)",
      "\(low) at the \(count)\u{A0}smaller set-asides and \(high) above them")
  }

  private func vCPU(_ value: Int, _ voice: Voice) -> String {
    voice.numbers.join(voice.numbers.whole(value), "vCPU")
  }
}
