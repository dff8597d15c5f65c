import VerbundModel

/// Times to answer, over completed page views: never to be shown without `success.share`.
///
/// At the federation: of the page views of all workloads pooled within the night.
extension MetricCatalog {
  static let latencyMean = latency(
    "latency.mean",
    title: .init(de: "Mittlere Antwortzeit", en: "Mean latency"),
    definition: .init(
      de: "Mittlere Zeit vom Seitenaufruf bis zur Antwort, über die beantworteten.",
      en: "Mean time from page view to answer, over those completed."),
    { $0.mean })

  static let latencyP50 = percentile(0.5, id: "latency.p50", percent: "50")
  static let latencyP95 = percentile(0.95, id: "latency.p95", percent: "95")
  static let latencyP99 = percentile(0.99, id: "latency.p99", percent: "99")

  private static func percentile(
    _ share: Double, id: String, percent: String
  ) -> MetricDefinition {
    latency(
      id,
      title: .init(de: "Antwortzeit, \(percent) %", en: "Latency, \(percent) %"),
      definition: .init(
        de: "Antwortzeit, die \(percent) % der beantworteten Seitenaufrufe der Nacht einhielten.",
        en: "Latency that \(percent) % of the night's completed page views did not exceed."),
      { $0.quantile(share).map(Double.init) })
  }

  /// Nanoseconds in, milliseconds out.
  private static func latency(
    _ id: String, title: LocalizedText, definition: LocalizedText,
    _ nanoseconds: @escaping @Sendable (LatencyHistogram) -> Double?
  ) -> MetricDefinition {
    MetricDefinition(
      id, unit: "ms", title: title, definition: definition, better: .lower,
      margin: .relative(0.1), needsEqualService: true, .latency(nanoseconds))
  }
}
