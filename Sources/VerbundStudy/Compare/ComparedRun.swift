import VerbundMeasure
import VerbundModel

/// A finished run, read for a comparison.
public struct ComparedRun: Sendable {
  /// As the user named it.
  public let folder: String
  public let manifest: Manifest
  public let experiment: Experiment
  /// In the order of the manifest.
  let cells: [MetricTable]

  /// - Throws: the errors of `RunFolder`.
  public init(_ folder: String) throws(StudyError) {
    let run = try RunFolder(folder)
    let result = try run.result()
    self.init(folder: folder, result: result)
  }

  /// - Parameter folder: stands in tables and messages.
  public init(folder: String, result: StudyResult) {
    self.folder = folder
    manifest = result.manifest
    experiment = result.experiment
    cells = result.tables
  }
}

/// One column of a comparison: a cell of a run.
public struct ComparedCell: Sendable {
  /// Place of its run.
  public let run: Int
  public let table: MetricTable
  /// Digests of its nights.
  let entry: Manifest.CellEntry
  public let variantName: LocalizedText
  public let caseName: LocalizedText

  public var variant: String { table.variant }
  public var `case`: String { table.case }

  init(run: Int, cell: Int, in whole: ComparedRun) {
    self.run = run
    table = whole.cells[cell]
    entry = whole.manifest.cells[cell]
    variantName = whole.experiment.cells[cell].variantName
    caseName = whole.experiment.cells[cell].caseName
  }
}

/// What two runs do not have in common although a fair comparison may need it.
public enum ComparisonCaution: Sendable, Hashable {
  case modelVersions([Int])
  case fidelities([Fidelity])
  case nights([Int])
  case seeds([UInt64])
}

extension RunComparison {
  /// Each with the values in the order of the runs, one per run.
  public var cautions: [ComparisonCaution] {
    func differ<Value: Hashable>(_ value: (Manifest) -> Value) -> [Value]? {
      let values = runs.map { value($0.manifest) }
      return Set(values).count > 1 ? values : nil
    }
    return [
      differ(\.modelVersion).map(ComparisonCaution.modelVersions),
      differ(\.fidelity).map(ComparisonCaution.fidelities),
      differ(\.nights).map(ComparisonCaution.nights),
      differ(\.seed).map(ComparisonCaution.seeds),
    ].compactMap(\.self)
  }
}
