import Testing
import VerbundModel

@testable import VerbundReport

/// How well a figure is known is what the scenario says, wherever it is written.
@Suite struct BasisTests {
  private func input(_ figures: [(String, Confidence)], origins: [String: [String]] = [:])
    -> ReportInput
  {
    var input = SampleEvening.threeSizes.input
    input.experiment.assumptions = figures.map {
      Assumption(path: $0.0, value: "0.04", confidence: $0.1, source: "")
    }
    input.experiment.origins = origins
    return input
  }

  @Test func theWeakestOfAllPlacesCounts() {
    let found = input(
      [("tariffs.public.capacity", .V), ("cases.dear.tariffs.public.capacity", .D)],
      origins: [
        "sites.west.tariff.capacity": [
          "tariffs.public.capacity", "cases.dear.tariffs.public.capacity",
        ]
      ]
    ).experiment
    #expect(found.confidence(of: "sites.west.tariff.capacity") == .D)
    #expect(found.confidence(of: "tariffs.public.capacity") == .V)
    #expect(found.confidence(of: "sites.west.pue") == nil)
  }

  /// Two tariffs of one value: the one that the site refers to, not the one that looks like it.
  @Test func aTariffIsFoundByItsNameNotByItsValue() {
    let page = HTMLReport.render(
      input(
        [("tariffs.other.capacity", .A), ("tariffs.public.capacity", .V)],
        origins: ["sites.west.tariff.capacity": ["tariffs.public.capacity"]]))
    #expect(page.contains("0,040\u{A0}EUR/vCPU-h (belegt)"))
    #expect(page.contains("0.040\u{A0}EUR/vCPU-h (verified)"))
  }

  @Test(arguments: [
    (Confidence.S1, "belegt", "verified"), (.D, "abgeleitet", "derived"),
    (.A, "angenommen", "assumed"),
  ])
  func theTargetIsAsWellKnownAsTheScenarioSays(
    _ confidence: Confidence, _ de: String, _ en: String
  ) {
    let page = HTMLReport.render(
      input(
        [("services.results.slo.share", confidence), ("services.results.slo.threshold", .V)],
        origins: [
          "workloads.wahl.slo.share": ["services.results.slo.share"],
          "workloads.wahl.slo.threshold": ["services.results.slo.threshold"],
        ]))
    #expect(page.contains("Ziel (\(de)) 95") && page.contains("target (\(en)) 95"))
    #expect(page.contains("damit der Dienst das \(de)e Ziel hält"))
    #expect(page.contains("reaches its \(en) target"))
    #expect(page.contains("welche Variante für das \(de)e Ziel"))
  }

  @Test func aTargetWithoutASourceIsAssumed() {
    #expect(HTMLReport.render(input([])).contains("Ziel (angenommen) 95"))
  }

  /// The focus takes its target and its work from a kind of service; another kind has its own.
  @Test func theDecisiveOnesAreThoseOfTheServiceInQuestion() {
    let found = input(
      [
        ("services.results.slo.share", .A), ("services.citizens.slo.share", .A),
        ("cases.large.workloads.wahl.components.display.scaling.set-aside", .A),
        ("services.results.components.display.scaling.set-aside", .A),
      ],
      origins: [
        "workloads.wahl.slo.share": ["services.results.slo.share"],
        "workloads.amt.slo.share": ["services.citizens.slo.share"],
        "workloads.wahl.components.display.scaling.set-aside": [
          "services.results.components.display.scaling.set-aside",
          "cases.large.workloads.wahl.components.display.scaling.set-aside",
        ],
      ]
    ).experiment
    #expect(
      AssumptionRank.first(of: found).map(\.path) == [
        "services.results.components.display.scaling.set-aside", "services.results.slo.share",
        "cases.large.workloads.wahl.components.display.scaling.set-aside",
      ])
  }
}
