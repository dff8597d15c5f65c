import VerbundMeasure
import VerbundModel

/// Files of a run that were changed after it would stand beside figures that are not theirs.
extension RunFolder {
  /// - Throws: `inputOutput` if scenario or manifest name other inputs than those that were run.
  func refuseOtherScenario() throws(StudyError) {
    let file = "\(path)/\(RunFile.scenario)"
    var written = experiment
    written.frozen = Disk.read(file).map { String(decoding: $0, as: UTF8.self) } ?? ""
    // As it stands, or as it reads: another version may freeze it otherwise, and a comment is no
    // figure.
    let names = [written, experiment].map {
      RunIdentity.digest($0, fidelity: manifest.fidelity, modelVersion: manifest.modelVersion)
    }
    guard !names.contains(manifest.run) else { return }
    throw .inputOutput(
      path: file,
      reason: """
        it is not the scenario that was run with the seed and nights of \(RunFile.manifest): \
        bring it back (the same "verbund run" as then does), or run it as one of its own
        """)
  }

  /// - Throws: `inputOutput` if the table is there and does not hold the metrics of the nights.
  func refuseOtherMetrics(_ tables: [MetricTable]) throws(StudyError) {
    guard let line = firstChange(MetricsFile.name, MetricsFile.bytes(tables)) else { return }
    throw .inputOutput(
      path: "\(path)/\(MetricsFile.name)",
      reason: """
        line \(line) is not what the nights give: bring the file back (the same "verbund run" as \
        then does), or remove it
        """)
  }
}
