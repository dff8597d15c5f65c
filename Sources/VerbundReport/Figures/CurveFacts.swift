/// What is said of a curve: its highest and lowest step and its mean, of the values that are there.
struct CurveFacts {
  struct Extreme: Hashable {
    var index: Int
    var value: Double
  }

  private(set) var highest: Extreme?
  private(set) var lowest: Extreme?
  private(set) var mean: Double?

  /// The first of equal steps counts.
  init(_ values: [Double?], steps: Int = .max) {
    var sum = 0.0
    var count = 0
    for (index, value) in values.prefix(steps).enumerated() {
      guard let value, value.isFinite else { continue }
      if highest.map({ value > $0.value }) ?? true { highest = Extreme(index: index, value: value) }
      if lowest.map({ value < $0.value }) ?? true { lowest = Extreme(index: index, value: value) }
      sum += value
      count += 1
    }
    mean = count > 0 ? sum / Double(count) : nil
  }
}
