import Testing

@testable import VerbundMeasure

@Suite struct SeriesSummaryTests {
  private func night(_ number: Int, _ series: [(String, String, [Double?])]) -> NightRecord {
    var night = Samples.night(number)
    night.series = series.map {
      Series(scope: $0.0, metric: $0.1, unit: $0.1 == "share" ? "share" : "1/s", values: $0.2)
    }
    return night
  }

  @Test func slotBySlot() throws {
    let all = SeriesSummary.summarise([
      night(0, [("workload:nw", "rate", [1, 4, nil, nil])]),
      night(1, [("workload:nw", "rate", [3, 4, 7, nil])]),
    ])
    let slots = try #require(all.first?.slots)
    // 1 and 3: mean 2, deviation sqrt 2, t(1) = 12.7062, error 1. No rate is below 0.
    #expect(slots[0].mean == 2)
    #expect(slots[0].low == 0)
    #expect(abs(try #require(slots[0].high) - (2 + 12.7062)) < 1e-12)
    #expect(slots[1] == Interval(mean: 4, low: 4, high: 4, n: 2))
    #expect(slots[2] == Interval(mean: 7, low: nil, high: nil, n: 1))
    #expect(slots[3] == Interval(mean: nil, low: nil, high: nil, n: 0))
    #expect((all[0].scope, all[0].metric, all[0].unit) == ("workload:nw", "rate", "1/s"))
  }

  @Test func orderOfFirstOccurrence() {
    let all = SeriesSummary.summarise([
      night(1, [("b", "x", [1]), ("c", "x", [1, 2])]),
      night(0, [("b", "y", [1]), ("b", "x", [2])]),
    ])
    #expect(all.map { "\($0.scope) \($0.metric)" } == ["b y", "b x", "c x"])
    #expect(all[1].slots[0].mean == 1.5)
    #expect(all[2].slots.count == 2)
  }

  /// Plain t intervals of 1 and 0.5 would reach from -2.4 to 3.9: neither end is a share.
  @Test(arguments: ["share", "1"]) func sharesStayShares(unit: String) {
    let nights = [1, 0.5].enumerated().map { number, value in
      var night = night(number, [])
      night.series = [Series(scope: "b", metric: "success.share", unit: unit, values: [value])]
      return night
    }
    #expect(
      SeriesSummary.summarise(nights)[0].slots[0] == Interval(mean: 0.75, low: 0, high: 1, n: 2))
  }

  @Test func noNights() { #expect(SeriesSummary.summarise([]).isEmpty) }
}
