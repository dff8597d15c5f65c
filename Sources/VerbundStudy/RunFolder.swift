import Foundation
import VerbundMeasure
import VerbundModel
import VerbundScenario

/// A finished run on disk, or a reference that holds its manifest, metrics and scenario only.
public struct RunFolder: Sendable {
  public let path: String
  public let manifest: Manifest
  /// As it was run: the chosen cells, the seed, the number of nights.
  public let experiment: Experiment

  /// - Throws: `noRun` if the folder is missing or not whole, `inputOutput` if a file is there but
  ///   damaged, `badScenario` if its scenario cannot be read any more.
  public init(_ path: String) throws(StudyError) {
    self.path = path
    guard Disk.isFolder(path) else { throw .noRun(path: path, reason: "no such folder") }
    guard let manifest = RunFile.manifest(in: path) else {
      throw Self.unreadable(RunFile.manifest, in: path)
    }
    guard let bytes = Disk.read("\(path)/\(RunFile.scenario)") else {
      throw Self.unreadable(RunFile.scenario, in: path)
    }
    guard (1...10_000).contains(manifest.nights) else {
      throw .inputOutput(path: path, reason: "its \(RunFile.manifest) names no number of nights")
    }
    self.manifest = manifest
    experiment = try Self.experiment(bytes, "\(path)/\(RunFile.scenario)", manifest)
  }

  /// Half a file is damaged; a whole one of another program, or none, makes no run.
  private static func unreadable(_ name: String, in path: String) -> StudyError {
    guard Disk.exists("\(path)/\(name)") else {
      return .noRun(path: path, reason: "holds no readable \(name)")
    }
    if let bytes = Disk.read("\(path)/\(name)"),
      (try? JSONSerialization.jsonObject(with: bytes)) != nil
    {
      return .noRun(path: path, reason: "its \(name) is none of a run")
    }
    return .inputOutput(path: path, reason: "its \(name) is damaged")
  }

  private static func experiment(
    _ bytes: Data, _ file: String, _ manifest: Manifest
  ) throws(StudyError) -> Experiment {
    let all: Experiment
    do throws(ScenarioError) {
      all = try ScenarioFile.read(text: String(decoding: bytes, as: UTF8.self), file: file)
    } catch {
      guard case .issues(let list) = error else { throw .noRun(path: file, reason: "\(error)") }
      throw .badScenario(list.issues)
    }
    return try all.selecting(
      StudyOptions(
        variants: manifest.variants, cases: manifest.cases, nights: manifest.nights,
        seed: manifest.seed))
  }

  /// The results as they were, from the nights in the folder.
  /// - Throws: `noRun` if nights are missing, as in a reference; `inputOutput` if they are damaged,
  ///   or if scenario or metrics were changed after the run.
  public func result() throws(StudyError) -> StudyResult {
    try refuseOtherScenario()
    let study = try Study(experiment, options: StudyOptions())
    var result = study.result(try study.sumUp(store), folder: path, clock: manifest.clock)
    guard result.manifest.digest == manifest.digest else {
      throw .inputOutput(
        path: path, reason: "its nights do not give the digest of its \(RunFile.manifest)")
    }
    try refuseOtherMetrics(result.tables)
    result.manifest = manifest
    result.reused = true
    return result
  }

  /// Writes `report.html` anew.
  public func write(report: String) throws(StudyError) -> String {
    let file = "\(path)/\(RunFile.report)"
    try Disk.write(Data(report.utf8), to: file)
    return file
  }
}
