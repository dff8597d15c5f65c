import VerbundCore
import VerbundMeasure
import VerbundModel

/// Cells of finished runs side by side, each held against one of them.
public struct RunComparison: Sendable {
  /// A metric in a scope that all columns have.
  public struct Row: Sendable, Hashable {
    public var id: String
    public var scope: String
    public var unit: String
  }

  /// A metric in a scope that some columns lack.
  public struct Gap: Sendable, Hashable {
    public var id: String
    public var scope: String
    /// Places of the columns that lack it.
    public var columns: [Int]
  }

  public let runs: [ComparedRun]
  public let columns: [ComparedCell]
  /// Place of the column against which the others are held.
  public let reference: Int
  /// One per column: the nights in common with the reference; nil where there are no pairs, and for
  /// the reference itself.
  public let common: [CommonNights?]
  public let rows: [Row]
  public let gaps: [Gap]

  /// - Parameters:
  ///   - metrics: ids of the rows, in their order; nil for all.
  ///   - scopes: kinds of scope of the rows; nil for all.
  ///   - against: the reference; without it the first run's own, else its first cell.
  /// - Throws: `unknown` for a reference that is not there.
  public init(
    _ runs: [ComparedRun], metrics: [String]? = nil, scopes: [Scope]? = nil,
    against: ReferenceCell? = nil
  ) throws(StudyError) {
    self.runs = runs
    columns = runs.indices.flatMap { run in
      runs[run].cells.indices.map { ComparedCell(run: run, cell: $0, in: runs[run]) }
    }
    let reference = try Self.reference(against, columns, runs)
    self.reference = reference
    common = columns.indices.map { [columns] index in
      index == reference ? nil : CommonNights(columns[index], columns[reference])
    }
    let found = Self.rows(columns) { value in
      (metrics?.contains(value.id) ?? true)
        && (scopes?.contains { $0 == Scope(of: value.scope) } ?? true)
    }
    gaps = found.gaps
    rows = metrics?.flatMap { id in found.rows.filter { $0.id == id } } ?? found.rows
  }

  /// The value of a row in a column.
  public func value(_ row: Row, _ column: Int) -> MetricValue? {
    columns[column].table[row.id, row.scope]
  }

  /// How each column differs from the reference; nil for the reference itself.
  ///
  /// Nights of two cells are pairs where both saw the same people in all nights of the shorter one;
  /// what is compared is then what both are in these nights. Margins are those of the reference's
  /// scenario.
  public func comparisons() -> [Comparison?] {
    let base = columns[reference]
    let margins = runs[base.run].experiment.margins
    return columns.indices.map { index in
      guard index != reference else { return nil }
      return .paired(
        variant: common[index]?.column ?? columns[index].table,
        reference: common[index]?.reference ?? base.table, sameArrivals: common[index] != nil,
        margins: margins)
    }
  }

  private static func reference(
    _ wanted: ReferenceCell?, _ columns: [ComparedCell], _ runs: [ComparedRun]
  ) throws(StudyError) -> Int {
    guard let wanted else {
      let own = runs.first?.experiment.compareTo
      return columns.firstIndex { $0.run == 0 && $0.variant == own } ?? 0
    }
    let ofRun = columns.indices.filter { columns[$0].run == wanted.run }
    func choose(
      _ among: [Int], _ name: String?, _ kind: String, _ key: (ComparedCell) -> String
    ) throws(StudyError) -> [Int] {
      guard let name else { return among }
      let found = among.filter { key(columns[$0]) == name }
      guard found.isEmpty else { return found }
      let known = among.map { key(columns[$0]) }.filter { !$0.isEmpty }
      throw .unknown(kind: kind, name: name, hint: nearestWord(to: name, among: known))
    }
    let variant = wanted.variant ?? runs[wanted.run].experiment.compareTo
    let ofVariant =
      wanted.variant == nil && !ofRun.contains { columns[$0].variant == variant }
      ? ofRun : try choose(ofRun, variant, "variant", \.variant)
    return try choose(ofVariant, wanted.case, "case", \.case).first ?? 0
  }

  /// In the order of the first column; what a later one alone has follows.
  private static func rows(
    _ columns: [ComparedCell], _ isWanted: (MetricValue) -> Bool
  ) -> (rows: [Row], gaps: [Gap]) {
    struct Key: Hashable { var id: String, scope: String }
    var order: [(key: Key, unit: String)] = []
    var holders: [Key: Set<Int>] = [:]
    for (index, column) in columns.enumerated() {
      for value in column.table.values where isWanted(value) {
        let key = Key(id: value.id, scope: value.scope)
        if holders[key] == nil { order.append((key, value.unit)) }
        holders[key, default: []].insert(index)
      }
    }
    var rows: [Row] = []
    var gaps: [Gap] = []
    for (key, unit) in order {
      let lacking = columns.indices.filter { !(holders[key]?.contains($0) ?? false) }
      if lacking.isEmpty {
        rows.append(Row(id: key.id, scope: key.scope, unit: unit))
      } else {
        gaps.append(Gap(id: key.id, scope: key.scope, columns: lacking))
      }
    }
    return (rows, gaps)
  }
}

/// The cell against which others are held.
public struct ReferenceCell: Sendable, Hashable {
  /// Place of its run.
  public var run: Int
  /// Nil for the one that the run's scenario names.
  public var variant: String?
  /// Nil for the first one.
  public var `case`: String?

  public init(run: Int, variant: String? = nil, case: String? = nil) {
    self.run = run
    self.variant = variant
    self.case = `case`
  }
}
