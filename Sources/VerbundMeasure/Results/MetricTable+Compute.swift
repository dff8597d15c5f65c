extension MetricTable {
  /// All metrics of a cell from its nights, which are put into the order of their numbers. The
  /// order is the catalogue's, within a metric the federation's first and then the record's.
  /// The table is at flow fidelity as soon as one night is.
  /// - Complexity: O(metrics x scopes x nights).
  public static func compute(
    variant: String, case: String, records: [NightRecord]
  ) -> MetricTable {
    let nights = records.sorted { $0.night < $1.night }
    return MetricTable(
      variant: variant, case: `case`,
      fidelity: nights.contains { $0.fidelity == .flow } ? .flow : .request,
      values: MetricCatalog.all.flatMap { $0.values(over: nights) })
  }
}

extension MetricDefinition {
  /// The metric over the nights, one value per scope that any night has.
  fileprivate func values(over nights: [NightRecord]) -> [MetricValue] {
    var scopes: [String] = []
    var rows: [String: [Double?]] = [:]
    for (index, night) in nights.enumerated() {
      for (scope, value) in compute(night) {
        if rows[scope] == nil {
          scopes.append(scope)
          rows[scope] = Array(repeating: nil, count: nights.count)
        }
        rows[scope]?[index] = value
      }
    }
    return scopes.map { scope in
      let values = rows[scope] ?? []
      let interval = Interval.mean(of: values.compactMap(\.self), within: bounds(in: scope))
      return MetricValue(
        id: id, scope: scope, unit: unit, mean: interval.mean, low: interval.low,
        high: interval.high, n: interval.n, nights: values)
    }
  }
}
