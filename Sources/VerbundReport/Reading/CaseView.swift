import VerbundMeasure
import VerbundModel

/// One variant of a case, with everything that is shown of it.
struct Column: Sendable {
  var variant: String
  var `case`: String
  var title: LocalizedText
  var table: MetricTable
  /// Nil for the reference, and where nothing is compared.
  var comparison: Comparison?
  var isReference: Bool
  var scenario: Scenario?
}

/// One case: its variants side by side.
struct CaseView: Sendable {
  /// Empty where the experiment has no cases.
  var id: String
  var title: LocalizedText
  var columns: [Column]
  var focus: String

  var reference: Column? { columns.first(where: \.isReference) }
  var scenario: Scenario? { columns.lazy.compactMap(\.scenario).first }
  var focusScope: String { "workload:" + focus }

  func workload(_ id: String) -> Workload? {
    scenario?.workloads.first { $0.id == id }
  }

  /// Services of others: they run on the hosts of those who are asked to lend.
  var otherWorkloads: [Workload] {
    scenario?.workloads.filter { $0.id != focus } ?? []
  }

  func values(_ row: KeyRow) -> [MetricValue] {
    columns.compactMap { $0.table[row.id, row.scope] }
  }

  func format(_ row: KeyRow, _ voice: Voice) -> RowFormat { RowFormat(values(row), voice) }

  func verdict(_ row: KeyRow, _ column: Column) -> Verdict? {
    column.comparison?[row.id, row.scope]?.verdict
  }

  /// The cases of a result in the order of its tables.
  static func all(of input: ReportInput) -> [CaseView] {
    var views: [CaseView] = []
    for table in input.tables {
      let cell = input.experiment.cells.first {
        $0.variant == table.variant && $0.case == table.case
      }
      let column = Column(
        variant: table.variant, case: table.case,
        title: cell?.variantName ?? LocalizedText(table.variant), table: table,
        comparison: input.comparisons.first {
          $0.variant == table.variant && $0.case == table.case
        },
        isReference: table.variant == input.experiment.compareTo, scenario: cell?.scenario)
      if let index = views.firstIndex(where: { $0.id == table.case }) {
        views[index].columns.append(column)
      } else {
        let title = cell?.caseName ?? LocalizedText(table.case)
        views.append(
          CaseView(
            id: table.case, title: title, columns: [column], focus: input.experiment.focus))
      }
    }
    return views
  }
}
