import VerbundCore
import VerbundModel

extension Experiment {
  /// The experiment with only the chosen cells, and the seed and nights that are to be used.
  /// - Throws: `unknown` with the nearest name.
  func selecting(_ options: StudyOptions) throws(StudyError) -> Experiment {
    try check(options.variants, among: cells.map(\.variant), kind: "variant")
    try check(options.cases, among: cells.map(\.case), kind: "case")
    var chosen = self
    chosen.cells = cells.filter {
      (options.variants.isEmpty || options.variants.contains($0.variant))
        && (options.cases.isEmpty || options.cases.contains($0.case))
    }
    chosen.seed = options.seed ?? seed
    chosen.nights = options.nights ?? nights
    return chosen
  }

  private func check(
    _ names: [String], among known: [String], kind: String
  ) throws(StudyError) {
    for name in names where !known.contains(name) || name.isEmpty {
      throw .unknown(
        kind: kind, name: name,
        hint: nearestWord(to: name, among: known.filter { !$0.isEmpty }))
    }
  }

  /// Names in the order of the cells, each once; none for the empty name.
  func names(_ name: (Cell) -> String) -> [String] {
    var seen: [String] = []
    for cell in cells where !name(cell).isEmpty && !seen.contains(name(cell)) {
      seen.append(name(cell))
    }
    return seen
  }
}
