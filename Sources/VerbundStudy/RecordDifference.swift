import Foundation
import VerbundMeasure

/// Where two nights first differ, in words.
enum RecordDifference {
  static func first(_ old: NightRecord, _ new: NightRecord) -> String? {
    if old.arrivals != new.arrivals { return "the arrivals" }
    if let text = series(old.series, new.series) { return text }
    if let text = accounts(old, new) { return text }
    if old.trace != new.trace { return "the event trace" }
    return old == new ? nil : "the record"
  }

  private static func series(_ old: [Series], _ new: [Series]) -> String? {
    if old.count != new.count { return "\(new.count) series instead of \(old.count)" }
    for (a, b) in zip(old, new) where a != b {
      if (a.scope, a.metric) != (b.scope, b.metric) {
        return "series \(b.metric) of \(b.scope) instead of \(a.metric) of \(a.scope)"
      }
      let slot = zip(a.values, b.values).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      guard let slot else { return "series \(b.metric) of \(b.scope): its length" }
      return "series \(b.metric) of \(b.scope), slot \(slot): "
        + "\(text(b.values[slot])) instead of \(text(a.values[slot]))"
    }
    return nil
  }

  private static func text(_ value: Double?) -> String {
    value == nil ? "none" : CSV.number(value)
  }

  /// The first metric that one of the nights gives otherwise.
  private static func accounts(_ old: NightRecord, _ new: NightRecord) -> String? {
    for metric in MetricCatalog.all {
      let (a, b) = (metric.compute(old), metric.compute(new))
      for (x, y) in zip(a, b) where x != y {
        return "\(metric.id) of \(y.scope): \(text(y.value)) instead of \(text(x.value))"
      }
      if a.count != b.count { return "\(metric.id): its scopes" }
    }
    return nil
  }
}
