import VerbundCore
import VerbundMeasure
import VerbundPlan

/// Bytes of the messages whose arrival is an event: sent = delivered + dropped + on the way.
struct MessageBook: BitwiseCopyable {
  var sent: Int64 = 0
  var delivered: Int64 = 0
  /// Of calls that were cancelled or lost on their way.
  var dropped: Int64 = 0
}

/// Slot by slot readings of an integral that starts anew at every settlement.
struct Meter: BitwiseCopyable {
  private var mark: Int128 = 0
  private var sum: Int128 = 0

  mutating func read(_ value: Int128) {
    sum += value - mark
    mark = value
  }

  /// The integral was set back to nought.
  mutating func restart() { mark = 0 }

  /// What came since the last taking.
  mutating func take() -> Int128 {
    defer { sum = 0 }
    return sum
  }
}

/// What is gathered slot by slot for the series.
struct SlotState {
  var present = 0
  /// Since the last slot's end, by site.
  var energy: [Meter]
  var load: [Meter]
  var reserved: [Meter]
  var meanLatency: [[Double?]]
  var tailLatency: [[Double?]]
  var wanted: [[Double?]]
  var ready: [[Double?]]
  var lent: [[Double?]]
  var power: [[Double?]]
  var utilisation: [[Double?]]
  var links: [[Double?]]

  init(_ plan: Plan) {
    energy = plan.sites.map { _ in Meter() }
    load = plan.sites.map { _ in Meter() }
    reserved = plan.sites.map { _ in Meter() }
    let perWorkload: [[Double?]] = plan.workloads.map { _ in [] }
    (meanLatency, tailLatency) = (perWorkload, perWorkload)
    (wanted, ready, lent) = (perWorkload, perWorkload, perWorkload)
    power = plan.sites.map { _ in [] }
    utilisation = plan.sites.map { _ in [] }
    links = plan.links.map { _ in [] }
  }
}
