/// Every metric, in the order of all tables. To add one, define it in its family and name it here.
public enum MetricCatalog {
  public static let all: [MetricDefinition] = [
    visitsOffered, visitsServed, visitsAbandoned,
    hitsOffered,
    requestsOffered, requestsCompleted, requestsRejected, requestsTimedOut, requestsFailed,
    requestsInFlight,
    successShare, sloAttainment, sloMissed,
    latencyMean, latencyP50, latencyP95, latencyP99,
    connectionsPeak,
    utilisationMean, utilisationPeak,
    hostsOnMean, hostsOnPeak,
    capacityShortfallPeak, capacityLent,
    energyIT, energyFacility, energyAttributed, energyPer1000Requests,
    carbon, carbonAttributed,
    costSettlement, costExternal, externalShare,
    linkUtilisationPeak, dataCrossing,
  ]

  private static let byID = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The metric of an id, if there is one.
  public static func metric(_ id: String) -> MetricDefinition? { byID[id] }
}
