import Foundation
import VerbundMeasure
import VerbundModel

extension Study {
  /// Everything but the nights, which are there already.
  func write(
    _ result: StudyResult, _ outcomes: [CellOutcome], _ store: NightStore, report: String
  ) throws(StudyError) {
    let folder = store.folder
    for (name, bytes) in Self.tables(result, outcomes) {
      try Disk.write(bytes, to: "\(folder)/\(name)")
    }
    try Disk.write(
      pieces: SeriesFile.pieces(result.series, of: result.experiment.cells),
      to: "\(folder)/\(SeriesFile.name)")
    if options.fullSeries { try writeNightSeries(store) }
    try Disk.write(Data(report.utf8), to: "\(folder)/\(RunFile.report)")
    try Disk.write(Data(experiment.frozen.utf8), to: "\(folder)/\(RunFile.scenario)")
    try Disk.write(try Self.bytes(result.manifest), to: "\(folder)/\(RunFile.manifest)")
  }

  /// The tables of a run but the series: the same bytes for the same inputs.
  static func tables(
    _ result: StudyResult, _ outcomes: [CellOutcome]
  ) -> [(name: String, bytes: Data)] {
    [
      (MetricsFile.name, MetricsFile.bytes(result.tables)),
      (LatencyFile.name, LatencyFile.bytes(outcomes)),
      (ColumnsFile.name, ColumnsFile.bytes),
    ]
  }

  func writeNightSeries(_ store: NightStore) throws(StudyError) {
    let chosen = experiment.cells
    let bytes = try SeriesNightsFile.bytes(chosen) { index throws(StudyError) in
      try store.load(chosen[index], nights: experiment.nights)
    }
    try Disk.write(bytes, to: "\(store.folder)/\(SeriesNightsFile.name)")
  }

  private static func bytes(_ manifest: Manifest) throws(StudyError) -> Data {
    do {
      return try StudyJSON.encoder(pretty: true).encode(manifest) + Data("\n".utf8)
    } catch {
      throw .inputOutput(path: RunFile.manifest, reason: "\(error)")
    }
  }

  /// Gives the partial folder its name; a run of another build makes way.
  func publish(_ places: RunPlaces) throws(StudyError) {
    Disk.remove(places.replaced)
    if Disk.exists(places.final) { try Disk.move(places.final, to: places.replaced) }
    try Disk.move(places.partial, to: places.final)
    Disk.remove(places.replaced)
  }

  /// The finished run of the same inputs, model and program, if it is there and whole.
  func finished(_ places: RunPlaces) throws(StudyError) -> StudyResult? {
    guard let manifest = RunFile.manifest(in: places.final), manifest.run == places.run,
      manifest.machine.binary == MachineFacts.binary
    else { return nil }
    let store = NightStore(
      folder: places.final, run: manifest.run, binary: manifest.machine.binary)
    guard let outcomes = try? sumUp(store) else { return nil }
    var result = result(outcomes, folder: places.final, clock: manifest.clock)
    guard result.manifest.digest == manifest.digest else { return nil }
    result.manifest = manifest
    result.reused = true
    try restore(result)
    let isMissing = !Disk.exists("\(places.final)/\(SeriesNightsFile.name)")
    if options.fullSeries, isMissing { try writeNightSeries(store) }
    return result
  }

  /// Scenario and metrics that somebody changed or took away since; the nights are the source.
  private func restore(_ result: StudyResult) throws(StudyError) {
    for (name, bytes) in [
      (RunFile.scenario, Data(experiment.frozen.utf8)),
      (MetricsFile.name, MetricsFile.bytes(result.tables)),
    ] where Disk.read("\(result.folder)/\(name)") != bytes {
      try Disk.write(bytes, to: "\(result.folder)/\(name)")
    }
  }
}

/// The files of a run folder that are read again.
enum RunFile {
  static let manifest = "manifest.json"
  static let scenario = "scenario.yaml"
  static let report = "report.html"

  /// Nil if there is none or it is not one.
  static func manifest(in folder: String) -> Manifest? {
    Disk.read("\(folder)/\(manifest)").flatMap {
      try? StudyJSON.decoder.decode(Manifest.self, from: $0)
    }
  }
}
