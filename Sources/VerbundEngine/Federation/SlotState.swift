import VerbundCore
import VerbundMeasure
import VerbundPlan

/// Bytes of citizens' messages: sent = delivered + on the way.
struct MessageBook: BitwiseCopyable {
  var sent: Int64 = 0
  var delivered: Int64 = 0
}

/// What is gathered slot by slot for the series.
struct SlotState {
  /// Since the last slot's end, by site.
  var energy: [Int128]
  var load: [Int128]
  var meanLatency: [[Double?]]
  var tailLatency: [[Double?]]
  var wanted: [[Double?]]
  var ready: [[Double?]]
  var lent: [[Double?]]
  var power: [[Double?]]
  var utilisation: [[Double?]]
  var links: [[Double?]]
  var hostsOnPeak: [Int64]

  init(_ plan: Plan) {
    energy = plan.sites.map { _ in 0 }
    load = plan.sites.map { _ in 0 }
    let perWorkload: [[Double?]] = plan.workloads.map { _ in [] }
    (meanLatency, tailLatency) = (perWorkload, perWorkload)
    (wanted, ready, lent) = (perWorkload, perWorkload, perWorkload)
    power = plan.sites.map { _ in [] }
    utilisation = plan.sites.map { _ in [] }
    links = plan.links.map { _ in [] }
    hostsOnPeak = plan.sites.map { _ in 0 }
  }
}
