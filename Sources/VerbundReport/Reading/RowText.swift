import VerbundMeasure
import VerbundModel

/// Headings of groups and labels of rows.
struct RowText {
  let view: CaseView
  let voice: Voice

  func heading(_ topic: RowGroup.Topic) -> String {
    switch topic {
    case .onTime: title("slo.attainment")
    case .service(let id): workload(id)
    case .capacity: voice.say("Kapazität", "Capacity") + ofService
    case .energy: voice.say("Energie", "Energy") + ofService
    case .cost: voice.say("Kosten", "Cost")
    }
  }

  /// Under the ranking metric the services are told apart; elsewhere the metrics.
  func label(_ row: KeyRow, in topic: RowGroup.Topic) -> String {
    guard topic == .onTime else { return title(row.id) + allServices(row) }
    let id = row.scope.split(separator: ":", maxSplits: 1).last.map(String.init) ?? row.scope
    return workload(id)
  }

  /// Where there are several services: whose figures these are, unless a row says that they are of
  /// all.
  private var ofService: String {
    (view.scenario?.workloads.count ?? 0) > 1 ? ": " + workload(view.focus) : ""
  }

  /// A figure of the whole federation is not one of the service in question alone.
  private func allServices(_ row: KeyRow) -> String {
    guard row.scope == "federation", (view.scenario?.workloads.count ?? 0) > 1 else { return "" }
    return voice.say(" (alle Dienste)", " (all services)")
  }

  func title(_ id: String) -> String {
    metric(id).map { grouped(voice.say($0.title)) } ?? id
  }

  func definition(_ id: String) -> String? {
    metric(id).map { grouped(voice.say($0.definition)) }
  }

  /// The catalogue writes thousands with a point; a page has one sign for them.
  private func grouped(_ text: String) -> String {
    text.split(separator: "1.000", omittingEmptySubsequences: false)
      .joined(separator: voice.numbers.whole(1_000))
  }

  private func metric(_ id: String) -> MetricDefinition? {
    MetricCatalog.all.first { $0.id == id }
  }

  func workload(_ id: String) -> String { view.workload(id).map { voice.say($0.name) } ?? id }
}
