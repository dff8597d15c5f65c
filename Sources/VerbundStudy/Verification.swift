import Foundation
import VerbundEngine
import VerbundMeasure
import VerbundModel

/// Whether a run, done again from its own folder, gives the same results.
public struct Verification: Sendable {
  public let scenario: String
  public let run: String
  /// Nights of each cell that were run again.
  public let nights: Int
  public let nightsInRun: Int
  /// All nights of all cells were run again.
  public let isWhole: Bool
  /// Digest of the repeated run's results; the manifest's where only some nights were repeated.
  public let digest: String
  /// Where it first differs; nil if it is identical.
  public let difference: String?

  public var isIdentical: Bool { difference == nil }
}

extension RunFolder {
  /// Runs everything again, in memory, and compares it with what the folder says and holds.
  /// - Parameters:
  ///   - cases: only these; none for all.
  ///   - nights: only the first nights of each cell; their traces, arrivals and results are
  ///     compared, the later nights and the metrics over all of them are not.
  /// - Throws: the errors of a study; a difference is no error.
  public func verify(
    cases: [String] = [], nights: Int? = nil, jobs: Int,
    progress: @escaping @Sendable (StudyProgress) -> Void = { _ in },
    watch: StudyWatch = StudyWatch(), isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(StudyError) -> Verification {
    let study = try Study(experiment, options: StudyOptions(jobs: jobs))
    let nights = min(nights ?? experiment.nights, experiment.nights)
    let chosen = Set(try experiment.selecting(StudyOptions(cases: cases)).cells.map(\.case))
    let cells = Array(study.cells.enumerated().filter { chosen.contains($0.element.cell.case) })
    let isPart = nights < experiment.nights || cells.count < study.cells.count
    let total = cells.count * nights
    let desk = ProgressDesk(StudyProgress(finished: 0, total: total), tell: progress)
    var outcomes: [CellOutcome] = []
    var difference = inputDifference(study)
    for (index, cell) in cells {
      let records = try simulate(
        cell, nights: nights, jobs: jobs, desk, watch, total: total, isCancelled)
      let outcome = CellOutcome(cell.cell, records)
      outcomes.append(outcome)
      difference =
        difference
        ?? (isPart
          ? nightDifference(index, outcome.entry, records)
          : cellDifference(index, outcome, records))
        ?? storedDifference(cell.cell, records)
    }
    if isPart {
      return Verification(
        scenario: experiment.name, run: manifest.run, nights: nights,
        nightsInRun: experiment.nights, isWhole: false,
        digest: manifest.digest, difference: difference)
    }
    let result = study.result(outcomes, folder: path, clock: manifest.clock)
    return Verification(
      scenario: experiment.name, run: manifest.run, nights: nights,
      nightsInRun: experiment.nights, isWhole: true,
      digest: result.digest, difference: difference ?? wholeDifference(result, outcomes))
  }

  private func simulate(
    _ cell: PreparedCell, nights: Int, jobs: Int, _ desk: ProgressDesk, _ watch: StudyWatch,
    total: Int, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(StudyError) -> [NightRecord] {
    let records = Slots<NightRecord>(nights)
    do throws(StudyError) {
      try Crew.work(count: nights, jobs: jobs) { night throws(StudyError) in
        if isCancelled() { throw .interrupted(finished: 0, total: 0) }
        let meter = watch.begin(cell.cell, night, of: nights)
        defer { watch.end(meter) }
        records[night] = try cell.simulate(
          seed: experiment.seed, night: night, meter: meter, isCancelled: isCancelled)
        desk.finished(variant: cell.cell.variant, case: cell.cell.case, night: night)
      }
    } catch {
      guard case .interrupted = error else { throw error }
      throw .interrupted(finished: desk.count, total: total)
    }
    return records.all
  }

  private func inputDifference(_ study: Study) -> String? {
    if manifest.modelVersion != modelVersion {
      return "it was made with model version \(manifest.modelVersion), "
        + "this program has \(modelVersion)"
    }
    if study.run != manifest.run {
      return "\(RunFile.scenario) and the inputs named in \(RunFile.manifest) are not those "
        + "that were run (\(study.run.prefix(12)) instead of \(manifest.run.prefix(12)))"
    }
    return nil
  }

  private func cellDifference(
    _ index: Int, _ outcome: CellOutcome, _ records: [NightRecord]
  ) -> String? {
    let found = outcome.entry
    if index < manifest.cells.count, manifest.cells[index] == found { return nil }
    return nightDifference(index, found, records)
      ?? "\(Self.place(found)): \(metricDifference(outcome) ?? "the digest of the cell")"
  }

  /// The first night that is not what the manifest says.
  private func nightDifference(
    _ index: Int, _ found: Manifest.CellEntry, _ records: [NightRecord]
  ) -> String? {
    let place = Self.place(found)
    guard index < manifest.cells.count else { return "\(place): not in the manifest" }
    let stored = manifest.cells[index]
    if (stored.variant, stored.case) != (found.variant, found.case) {
      return "\(place): the manifest names \(stored.variant) \(stored.case) in its place"
    }
    for (record, entry) in zip(records, found.nights) {
      let old = stored.nights.first { $0.night == entry.night }
      if old == entry { continue }
      let night = self.stored(found, entry.night)
      let what = night.flatMap { RecordDifference.first($0, record) } ?? Self.first(old, entry)
      return "\(place), night \(entry.night): \(what)"
    }
    return nil
  }

  private static func place(_ cell: Manifest.CellEntry) -> String {
    cell.case.isEmpty ? cell.variant : "\(cell.variant), \(cell.case)"
  }

  private func stored(_ cell: Manifest.CellEntry, _ night: Int) -> NightRecord? {
    experiment.cells.first { $0.variant == cell.variant && $0.case == cell.case }
      .flatMap { store.load($0, night) }
  }

  private static func first(_ old: Manifest.NightEntry?, _ new: Manifest.NightEntry) -> String {
    guard let old else { return "not in the manifest" }
    if old.arrivals != new.arrivals { return "the arrivals" }
    if old.events != new.events { return "events: \(new.events) instead of \(old.events)" }
    if old.trace != new.trace { return "the event trace" }
    return "the results"
  }

  /// The first row of `metrics.csv` that the cell would write otherwise.
  private func metricDifference(_ outcome: CellOutcome) -> String? {
    let old = Self.lines(Disk.read("\(path)/\(MetricsFile.name)"))
    return Self.lines(MetricsFile.bytes([outcome.table])).first { !old.contains($0) }
      .map { "\(MetricsFile.name) would hold \($0)" }
  }

  /// What is left when all cells agree: the whole digest, and tables changed on disk.
  private func wholeDifference(_ result: StudyResult, _ outcomes: [CellOutcome]) -> String? {
    if manifest.cells.count != outcomes.count { return "the number of cells" }
    if manifest.digest != result.digest { return "the digest of the run" }
    for (name, bytes) in Study.tables(result, outcomes) {
      if let line = changedLine(name, bytes) { return line }
    }
    guard Disk.exists("\(path)/\(SeriesFile.name)") else { return nil }
    let pieces = SeriesFile.pieces(result.series, of: result.experiment.cells)
    return changedLine(SeriesFile.name, pieces.reduce(into: Data()) { $0 += $1 })
  }

  private func changedLine(_ name: String, _ bytes: Data) -> String? {
    firstChange(name, bytes).map { "\(name), line \($0), is not what the run gives" }
  }

  /// The first line of a file that is not what it should be; nil if all are, or it is not there.
  func firstChange(_ name: String, _ bytes: Data) -> Int? {
    guard let old = Disk.read("\(path)/\(name)"), old != bytes else { return nil }
    let (before, after) = (Self.lines(old), Self.lines(bytes))
    let line = zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return (line ?? min(before.count, after.count)) + 1
  }

  private static func lines(_ bytes: Data?) -> [Substring] {
    String(decoding: bytes ?? Data(), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
  }
}
