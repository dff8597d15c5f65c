import Testing

@testable import VerbundMeasure

@Suite struct ComparisonTests {
  private func compare(
    _ id: String, _ variant: [Double?], _ reference: [Double?], same: Bool = true,
    margins: [String: Double] = [:]
  ) throws -> PairedDifference {
    let comparison = Comparison.paired(
      variant: Samples.table("v", [(id, variant)]),
      reference: Samples.table("r", [(id, reference)]), sameArrivals: same, margins: margins)
    #expect(comparison.sameArrivals == same)
    return try #require(comparison[id, Scope.whole])
  }

  /// Inside, beyond on either side, and across the edge of a margin of 1; higher is better.
  @Test(
    arguments: [
      (-0.5, 0.5, .noRelevantDifference), (-1, 1, .noRelevantDifference),
      (0.2, 0.9, .noRelevantDifference),
      (1.1, 2, .better), (-2, -1.1, .worse), (1, 2, .undecided), (0.5, 2, .undecided),
      (-2, 0.5, .undecided), (-2, 2, .undecided),
    ] as [(Double, Double, Verdict)])
  func verdicts(low: Double, high: Double, expected: Verdict) {
    let interval = Interval(mean: (low + high) / 2, low: low, high: high, n: 5)
    #expect(Verdict.of(interval, margin: 1, better: .higher) == expected)
    let mirrored: Verdict =
      switch expected {
      case .better: .worse
      case .worse: .better
      default: expected
      }
    #expect(Verdict.of(interval, margin: 1, better: .lower) == mirrored)
    #expect(Verdict.of(interval, margin: 1, better: .neutral) == nil)
  }

  /// The nights differ by 0.3, the pair in each night by 0.02 to 0.04: pairing finds it.
  @Test func pairsSeeWhatMeansHide() throws {
    let reference = [0.5, 0.6, 0.7, 0.8]
    let variant = [0.53, 0.62, 0.74, 0.83]
    let paired = try compare("slo.attainment", variant, reference)
    #expect(abs(try #require(paired.mean) - 0.03) < 1e-12)
    // Deviation sqrt(2/3) * 0.01, t(3) = 3.1824.
    let half = 3.1824 * 0.01 * (2.0 / 3 / 4).squareRoot()
    #expect(abs(try #require(paired.low) - (0.03 - half)) < 1e-12)
    #expect(abs(try #require(paired.high) - (0.03 + half)) < 1e-12)
    #expect(paired.verdict == .better)
    #expect(paired.margin == 0.005)
    let unrelated = try compare("slo.attainment", variant, reference, same: false)
    #expect(abs(try #require(unrelated.mean) - 0.03) < 1e-12)
    #expect(unrelated.verdict == .undecided)
  }

  @Test func marginOfTheScenarioWins() throws {
    let paired = try compare(
      "slo.attainment", [0.53, 0.62, 0.74, 0.83], [0.5, 0.6, 0.7, 0.8],
      margins: ["slo.attainment": 0.05])
    #expect(paired.margin == 0.05)
    #expect(paired.verdict == .noRelevantDifference)
    let broken = try compare(
      "slo.attainment", [0.5, 0.6], [0.5, 0.6], margins: ["slo.attainment": .nan])
    #expect(broken.margin == 0.005)
  }

  @Test func relativeMarginIsOfTheReference() throws {
    let paired = try compare("energy.it", [100.5, 201], [100, 200])
    #expect(paired.margin == 1.5)
  }

  @Test func sameTwice() throws {
    for id in MetricCatalog.all.filter({ $0.better != .neutral && !$0.needsEqualService }).map(\.id)
    {
      let paired = try compare(id, [0.3, 0.1, 0.7], [0.3, 0.1, 0.7])
      #expect((paired.mean, paired.low, paired.high) == (0, 0, 0))
      #expect(paired.verdict == .noRelevantDifference)
    }
  }

  @Test func oneNightDecidesNothing() throws {
    let paired = try compare("slo.attainment", [0.9], [0.1])
    #expect(paired.low == nil)
    #expect(paired.verdict == .undecided)
  }

  @Test func onlyWholePairsCount() throws {
    let paired = try compare("energy.it", [1, nil, 5, 9], [0, 3, nil, 8, 4])
    #expect((paired.mean, paired.n) == (1, 2))
  }

  @Test func neutralHasNoVerdict() throws {
    #expect(try compare("visits.offered", [900, 901], [1, 2]).verdict == nil)
  }

  @Test func onlyWhatBothHave() {
    let comparison = Comparison.paired(
      variant: Samples.table("v", [("carbon", [1, 2]), ("energy.it", [1, 2]), ("odd.id", [1])]),
      reference: Samples.table("r", [("energy.it", [1, 2]), ("odd.id", [1])]),
      sameArrivals: true, margins: [:])
    #expect(comparison.differences.map(\.id) == ["energy.it"])
    #expect((comparison.variant, comparison.reference, comparison.case) == ("v", "r", "c"))
  }

  /// Half as slow, for it refuses a fifth: not comparable. At equal service: better.
  @Test(arguments: [(0.8, Verdict.notComparable), (0.997, .better), (1, .better)])
  func refusingIsNotFast(success: Double, expected: Verdict) throws {
    let comparison = Comparison.paired(
      variant: Samples.table(
        "v", [("success.share", [success, success]), ("latency.p95", [50, 51])]),
      reference: Samples.table("r", [("success.share", [1, 1]), ("latency.p95", [100, 101])]),
      sameArrivals: true, margins: [:])
    let latency = try #require(comparison["latency.p95", Scope.whole])
    #expect(latency.mean == -50)
    #expect(latency.verdict == expected)
  }

  /// Who refuses does less work, so what is attributed or paid falls; even per page view, since the
  /// idle part is spread over replicas that are always busy. So each of these is held to the rule
  /// of equal service, and what says how people were served is not: that would hide the refusal.
  @Test func refusingIsNotThrifty() throws {
    let saving = MetricCatalog.all.map(\.id).filter {
      $0.hasPrefix("energy.") || $0.hasPrefix("carbon")
    }
    #expect(saving.count == 6)
    let paying = MetricCatalog.all.map(\.id).filter { $0.hasPrefix("cost.") }
    #expect(paying.count == 2)
    for id in saving + paying {
      let metric = try #require(MetricCatalog.metric(id))
      // Half of it, far beyond any margin.
      func verdict(success: Double) -> Verdict? {
        Comparison.paired(
          variant: Samples.table("v", [("success.share", [success, success]), (id, [500, 501])]),
          reference: Samples.table("r", [("success.share", [1, 1]), (id, [1_000, 1_001])]),
          sameArrivals: true, margins: [:])[id, Scope.whole]?.verdict
      }
      let isJudged = metric.better != .neutral
      #expect(verdict(success: 0.8) == (isJudged ? .notComparable : nil), "\(id)")
      #expect(verdict(success: 1) == (isJudged ? .better : nil), "\(id)")
    }
    let service = ["success.share", "slo.attainment", "requests.rejected", "visits.abandoned"]
    for id in service { #expect(MetricCatalog.metric(id)?.needsEqualService == false, "\(id)") }
  }

  /// A saving is a saving: a difference is not cut at 0, only what it is the difference of.
  @Test func differencesMayBeNegative() throws {
    let less = try compare("energy.it", [1, 2], [100, 120])
    #expect(less.mean == -108.5)
    #expect(try #require(less.low) < -108.5)
  }

  @Test func latencyWithoutSuccessIsNotComparable() throws {
    #expect(try compare("latency.p95", [50, 51], [100, 101]).verdict == .notComparable)
  }

  /// Nobody pays, but one side serves fewer: no verdict of equality. At equal service there is one.
  @Test(arguments: [(0.8, Verdict.notComparable), (1, .noRelevantDifference)])
  func nothingAgainstNothing(success: Double, expected: Verdict) throws {
    func table(_ name: String, _ success: Double) -> MetricTable {
      Samples.table(name, [("success.share", [success, success]), ("cost.external", [0, 0])])
    }
    let comparison = Comparison.paired(
      variant: table("v", success), reference: table("r", 1), sameArrivals: true, margins: [:])
    #expect(comparison["cost.external", Scope.whole]?.verdict == expected)
  }

  /// More nights cannot settle what unequal service makes meaningless; one night is no excuse.
  @Test func notComparableOnAnyNumberOfNights() throws {
    for nights in [1, 2, 40] {
      let comparison = Comparison.paired(
        variant: Samples.table(
          "v",
          [
            ("success.share", Array(repeating: 0.8, count: nights)),
            ("latency.p95", Array(repeating: 50, count: nights)),
          ]),
        reference: Samples.table(
          "r",
          [
            ("success.share", Array(repeating: 1, count: nights)),
            ("latency.p95", Array(repeating: 100, count: nights)),
          ]), sameArrivals: true, margins: [:])
      #expect(comparison["latency.p95", Scope.whole]?.verdict == .notComparable)
      let success = comparison["success.share", Scope.whole]?.verdict
      #expect(success == (nights > 1 ? .worse : .undecided))
    }
    #expect(Verdict.notComparable.rawValue == "not comparable")
  }

  /// The workload's own success share rules its latency, the federation's that of a site.
  @Test func successOfTheSameScope() throws {
    func table(_ name: String, latency: Double, busy: Int64, nw: Int64) -> MetricTable {
      MetricTable.compute(
        variant: name, case: "",
        records: (0..<2).map {
          var night = Samples.night($0)
          night.workloads[0].completed = nw
          night.workloads[1].latency = LatencyHistogram()
          night.workloads[1].latency.record(Int64(latency))
          night.sites[0].busy = Account(Int128(busy) * Samples.hour)
          return night
        })
    }
    let comparison = Comparison.paired(
      variant: table("v", latency: 50, busy: 12, nw: 200),
      reference: table("r", latency: 100, busy: 6, nw: 240), sameArrivals: true, margins: [:])
    #expect(comparison["latency.p50", "workload:by"]?.verdict == .better)
    #expect(comparison["latency.p50", "workload:nw"]?.verdict == .notComparable)
    #expect(comparison["utilisation.mean", "site:west"]?.verdict == .notComparable)
    let equal = Comparison.paired(
      variant: table("v", latency: 50, busy: 12, nw: 240),
      reference: table("r", latency: 100, busy: 6, nw: 240), sameArrivals: true, margins: [:])
    #expect(equal["utilisation.mean", "site:west"]?.verdict == .better)
  }
}
