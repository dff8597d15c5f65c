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
    zip(runs, places(voice)).map { $0.verdict.shortWord(voice) + " " + $1 }
      .joined(separator: ", ")
  }

  /// `bis 44 vCPU`, one for each run.
  func places(_ voice: Voice) -> [String] {
    runs.enumerated().map { index, run -> String in
      if run.first == run.last { return voice.say("bei ", "at ") + vCPU(run.first, voice) }
      if index == 0 { return voice.say("bis ", "up to ") + vCPU(run.last, voice) }
      if index == runs.count - 1 { return voice.say("ab ", "from ") + vCPU(run.first, voice) }
      return voice.say("von ", "from ") + voice.numbers.whole(run.first)
        + voice.say(" bis ", " to ") + vCPU(run.last, voice)
    }
  }

  /// Without vCPU, for sizes that differ between placements; nil where many sizes have more than
  /// one turn.
  func placesByRank(_ voice: Voice) -> [String]? {
    let count = runs.reduce(0) { $0 + $1.sizes }
    switch count {
    case 2:
      return [
        voice.say("bei kleinerer Vorhaltung", "with the smaller set-aside"),
        voice.say("bei größerer", "with the larger one"),
      ]
    case 3: return placesOfThree(voice)
    default:
      guard runs.count == 2 else { return nil }
      let low = voice.word(runs[0].sizes)
      return [
        runs[0].sizes == 1
          ? voice.say("bei der kleinsten Vorhaltung", "with the smallest set-aside")
          : voice.say(
            "bei den \(low) kleineren Vorhaltungen", "with the \(low) smaller set-asides"),
        voice.say("darüber", "above that"),
      ]
    }
  }

  private func placesOfThree(_ voice: Voice) -> [String] {
    let names = voice.say("kleiner mittlerer großer", "small medium large").split(separator: " ")
    var next = 0
    return runs.map { run in
      let own = names[next..<min(next + run.sizes, 3)]
      defer { next += run.sizes }
      let list = own.joined(separator: voice.say(" und ", " or "))
      return next == 0
        ? voice.say("bei \(list) Vorhaltung", "with a \(list) set-aside")
        : voice.say("bei \(list)", "with a \(list) one")
    }
  }

  private func vCPU(_ value: Int, _ voice: Voice) -> String {
    voice.numbers.join(voice.numbers.whole(value), "vCPU")
  }
}
