import Testing
import VerbundModel

@testable import VerbundMeasure

@Suite struct MetricCatalogTests {
  /// The stable ids: a change here breaks every reader of results.
  @Test func ids() {
    #expect(
      MetricCatalog.all.map(\.id) == [
        "visits.offered", "visits.served", "visits.abandoned", "hits.offered",
        "requests.offered", "requests.completed", "requests.rejected", "requests.timed-out",
        "requests.failed", "requests.in-flight", "success.share", "slo.attainment",
        "slo.missed", "latency.mean", "latency.p50", "latency.p95", "latency.p99",
        "connections.peak",
        "utilisation.mean", "utilisation.peak", "hosts.on.mean", "hosts.on.peak",
        "capacity.shortfall.peak", "capacity.lent", "energy.it", "energy.facility",
        "energy.attributed", "energy.per-1000-requests", "carbon", "carbon.attributed",
        "cost.settlement", "cost.external", "external.share", "link.utilisation.peak",
        "data.crossing",
      ])
  }

  @Test(arguments: MetricCatalog.all.map(\.id)) func words(id: String) throws {
    let metric = try #require(MetricCatalog.metric(id))
    for language in Language.allCases {
      #expect(!metric.title[language].isEmpty)
      #expect(metric.definition[language].hasSuffix("."))
      #expect(metric.definition[language].count <= 150)
    }
    #expect(metric.title.de != metric.title.en)
    #expect(!metric.unit.isEmpty)
    #expect(metric.margin.amount(reference: 100) > 0)
  }

  @Test(arguments: MetricCatalog.all.map(\.id)) func scopesAreKept(id: String) throws {
    let metric = try #require(MetricCatalog.metric(id))
    let kinds = metric.compute(Samples.night()).map { $0.scope.prefix { $0 != ":" } }
    #expect(Set(kinds.map(String.init)) == Set(metric.scopes.map(\.rawValue)))
    #expect(kinds.first.map(String.init) == Scope.whole)
  }

  /// Longer ways count more: the words must not promise an amount of data between sites.
  @Test func linkLoadIsNamedForWhatItIs() throws {
    let metric = try #require(MetricCatalog.metric("data.crossing"))
    #expect(metric.title.de.contains("Leitungen") && metric.title.en.contains("links"))
    #expect(metric.definition.de.contains("auf jeder Leitung"))
    #expect(metric.definition.en.contains("on every link"))
  }

  @Test func unknownId() { #expect(MetricCatalog.metric("latency.p12") == nil) }

  @Test func shares() {
    #expect(
      MetricCatalog.all.filter(\.isShare).map(\.id) == [
        "success.share", "slo.attainment", "utilisation.mean", "utilisation.peak",
        "external.share", "link.utilisation.peak",
      ])
  }

  /// Only a balance has two signs, and only where one side of it is looked at.
  @Test func bounds() throws {
    for metric in MetricCatalog.all {
      for scope in metric.compute(Samples.night()).map(\.scope) {
        let isBalance = metric.id == "cost.settlement" && scope.hasPrefix("site:")
        let bounds = metric.bounds(in: scope)
        #expect((bounds == nil) == isBalance, "\(metric.id) of \(scope)")
        #expect(bounds?.lowerBound ?? 0 == 0)
        #expect((bounds?.upperBound == 1) == metric.isShare, "\(metric.id) of \(scope)")
      }
    }
  }

  @Test func scopeNames() {
    #expect(Scope.workload("nw") == "workload:nw")
    #expect(Scope.federation("") == "federation")
    for kind in Scope.allCases { #expect(Scope(of: kind("nw")) == kind) }
    #expect(Scope(of: "nowhere:nw") == nil)
  }

  @Test func margins() {
    #expect(Margin.relative(0.1).amount(reference: -50) == 5)
    #expect(Margin.relative(0.1).amount(reference: nil) == 0)
    #expect(Margin.absolute(3).amount(reference: 50) == 3)
  }
}
