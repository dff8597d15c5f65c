/// Round numbers for axes.
enum AxisTicks {
  /// From 0 to the first round number not below `largest`, in at most six steps of 1, 2 or 5.
  static func values(upTo largest: Double) -> [Double] {
    guard largest.isFinite, largest > 0 else { return [0, 1] }
    let power = decade(of: largest)
    for exponent in (power - 1)...(power + 1) {
      for digit in [1.0, 2, 5] {
        let step =
          exponent >= 0 ? digit * powerOfTen(exponent) : digit / powerOfTen(-exponent)
        let count = (largest / step).rounded(.up)
        if count <= 6 { return (0...Int(max(count, 1))).map { Double($0) * step } }
      }
    }
    return [0, largest]
  }

  /// Seconds after the start that are round on the local clock, at most twelve of them.
  static func instants(start: Int64, utcOffset: Int, length: Double) -> (every: Int64, [Int64]) {
    let minutes: [Int64] = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 43_200]
    let every = minutes.map { $0 * 60 }.first { length / Double($0) <= 12 } ?? 43_200 * 60
    guard length.isFinite, length > 0, length / Double(every) <= 400 else { return (every, []) }
    let local = start &+ Int64(utcOffset)
    let past = ((local % every) + every) % every
    let first = past == 0 ? 0 : every - past
    return (every, Array(stride(from: first, through: Int64(length), by: Int(every))))
  }
}
