/// One quantity on the slot grid, over the nights of a cell.
public struct SeriesSummary: Sendable, Hashable, Codable {
  /// `federation`, `workload:ID`, `site:ID` or `link:ID`.
  public var scope: String
  public var metric: String
  public var unit: String
  /// Mean over nights and its 95 % interval, one per slot; the mean is nil where no night has one.
  public var slots: [Interval]

  public init(scope: String, metric: String, unit: String, slots: [Interval]) {
    self.scope = scope
    self.metric = metric
    self.unit = unit
    self.slots = slots
  }

  /// Every series of the nights, in the order of their first occurrence. Intervals stay where
  /// values can be: shares in [0, 1], all else from 0 on.
  /// - Complexity: O(nights x series x slots).
  public static func summarise(_ records: [NightRecord]) -> [SeriesSummary] {
    var groups: [[Series]] = []
    var places: [String: Int] = [:]
    for series in records.sorted(by: { $0.night < $1.night }).flatMap(\.series) {
      let key = "\(series.scope) \(series.metric)"
      if let place = places[key] {
        groups[place].append(series)
      } else {
        places[key] = groups.count
        groups.append([series])
      }
    }
    return groups.map(summary)
  }

  private static func summary(_ nights: [Series]) -> SeriesSummary {
    let length = nights.map(\.values.count).max() ?? 0
    let bounds = nights[0].isShare ? 0...1 : 0...Double.infinity
    let slots = (0..<length).map { slot in
      Interval.mean(
        of: nights.compactMap { slot < $0.values.count ? $0.values[slot] : nil }, within: bounds)
    }
    return SeriesSummary(
      scope: nights[0].scope, metric: nights[0].metric, unit: nights[0].unit, slots: slots)
  }
}
