import Testing
import VerbundMeasure
import VerbundModel

@testable import VerbundReport

/// What is settled is known for the whole federation only: what is paid outside stands beside it
/// in the same scope, in the table and in the year.
@Suite struct CostScopeTests {
  /// The portal pays 10 EUR outside in every variant, all services together 25.
  private var input: ReportInput {
    var input = SampleEvening.threeSizes.input
    for index in input.tables.indices {
      input.tables[index].values.removeAll { $0.id == "cost.external" }
      for (scope, amount) in [("workload:wahl", 10.0), (Scope.whole, 25)] {
        let nights = [amount, amount, amount, amount, amount]
        input.tables[index].values.append(
          MetricValue(
            id: "cost.external", scope: scope, unit: "EUR", mean: amount, low: amount, high: amount,
            n: 5, nights: nights))
      }
    }
    return input
  }

  @Test func bothRowsAreOfAllServices() throws {
    let view = try #require(CaseSet(input).leadView)
    let cost = try #require(view.keyRows.first { $0.topic == .cost })
    #expect(cost.rows.map(\.id) == ["cost.settlement", "cost.external"])
    #expect(cost.rows.map(\.scope) == [Scope.whole, Scope.whole])
    let text = RowText(view: view, voice: Voice(.de))
    for row in cost.rows { #expect(text.label(row, in: .cost).hasSuffix(" (alle Dienste)")) }
    // Energy stays the service's own, and says whose it is.
    #expect(view.row("energy.attributed", of: "wahl")?.scope == "workload:wahl")
    #expect(text.heading(.energy) == "Energie: Ergebnisportal")
  }

  @Test func theNightOfTheYearIsToo() throws {
    let equal = try #require(CaseSet(input).equalService.first)
    let trial = try #require(equal.lines[2].decisive)
    let cost = try #require(YearlyCost(trial, services: ["wahl"]))
    // Settled 29.3, paid 25.
    #expect(abs(cost.night - 54.3) < 1e-9)
    #expect(HTMLReport.render(input).contains("beides für alle Dienste"))
  }
}
