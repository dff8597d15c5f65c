import VerbundMeasure

/// A column and the reference over the nights that both have, where nights are pairs.
public struct CommonNights: Sendable {
  /// How many; they are the first ones of both.
  public let count: Int
  public let column: MetricTable
  public let reference: MetricTable
  /// Whether one of the two has more nights.
  public let isPart: Bool

  /// Nil unless both saw the same people.
  init?(_ column: ComparedCell, _ reference: ComparedCell) {
    let (ours, theirs) = (column.entry.nights, reference.entry.nights)
    let pairs = zip(ours, theirs)
    guard !ours.isEmpty, !theirs.isEmpty,
      pairs.allSatisfy({ $0.night == $1.night && $0.arrivals == $1.arrivals })
    else { return nil }
    count = min(ours.count, theirs.count)
    isPart = ours.count != theirs.count
    self.column = column.table.first(count)
    self.reference = reference.table.first(count)
  }
}

extension MetricTable {
  /// The same metrics over the first nights only.
  fileprivate func first(_ count: Int) -> MetricTable {
    var table = self
    for index in values.indices where values[index].nights.count > count {
      let value = values[index]
      let nights = Array(value.nights.prefix(count))
      let interval = Interval.mean(
        of: nights.compactMap(\.self),
        within: MetricCatalog.metric(value.id)?.bounds(in: value.scope))
      table.values[index] = MetricValue(
        id: value.id, scope: value.scope, unit: value.unit, mean: interval.mean,
        low: interval.low, high: interval.high, n: interval.n, nights: nights)
    }
    return table
  }
}
