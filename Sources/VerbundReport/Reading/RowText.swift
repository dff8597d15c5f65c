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
    case .capacity: voice.say("Kapazität", "Capacity")
    case .energy: voice.say("Energie", "Energy")
    case .cost: voice.say("Kosten", "Cost")
    }
  }

  /// Under the ranking metric the services are told apart; elsewhere the metrics.
  func label(_ row: KeyRow, in topic: RowGroup.Topic) -> String {
    guard topic == .onTime else { return title(row.id) }
    let id = row.scope.split(separator: ":", maxSplits: 1).last.map(String.init) ?? row.scope
    return workload(id)
  }

  func title(_ id: String) -> String {
    metric(id).map { voice.say($0.title) } ?? id
  }

  func definition(_ id: String) -> String? {
    metric(id).map { voice.say($0.definition) }
  }

  private func metric(_ id: String) -> MetricDefinition? {
    MetricCatalog.all.first { $0.id == id }
  }

  func workload(_ id: String) -> String { view.workload(id).map { voice.say($0.name) } ?? id }
}
