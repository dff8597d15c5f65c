/// The steps that a worst minute is looked for in: those with at least a tenth of the highest
/// load. In a quiet minute one page view makes a large share.
enum BusySteps {
  /// The values with nil at quiet steps; all of them where no load is known.
  static func of(_ values: [Double?], load: [Double?]) -> [Double?] {
    let peak = load.compactMap(\.self).filter(\.isFinite).max()
    guard let peak else { return values }
    return values.enumerated().map { index, value in
      let here = index < load.count ? load[index] ?? 0 : 0
      return here * 10 >= peak ? value : nil
    }
  }
}
