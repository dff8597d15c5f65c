import Foundation
import VerbundCore
import VerbundEngine
import VerbundMeasure
import VerbundModel

/// Variants x cases x nights of one experiment, run on all cores and kept on disk.
public struct Study: Sendable {
  /// As it will be run: only the chosen cells, with the seed and the number of nights to be used.
  public let experiment: Experiment
  public let options: StudyOptions
  let cells: [PreparedCell]

  /// Chooses the cells and compiles each of them.
  /// - Throws: `unknown` for a name that is not there, `badScenario` with the issues of all plans.
  public init(_ experiment: Experiment, options: StudyOptions) throws(StudyError) {
    self.experiment = try experiment.selecting(options)
    self.options = options
    var cells: [PreparedCell] = []
    var issues: [Issue] = []
    for cell in self.experiment.cells {
      do throws(IssueList) {
        cells.append(try PreparedCell(cell))
      } catch {
        issues += error.issues
      }
    }
    guard issues.isEmpty else { throw .badScenario(IssueList(issues).issues) }
    self.cells = cells
  }

  /// Raised with every change of the model that changes results.
  public static var modelVersion: Int { VerbundEngine.modelVersion }

  /// Digest of the inputs, 64 hexadecimal digits.
  public var run: String { RunIdentity.digest(experiment, fidelity: .request) }

  /// Runs what is not on disk yet and leaves a whole run folder.
  ///
  /// Each night is on disk before it is reported. A broken run is taken up where it stopped; a
  /// finished one of the same inputs, model and program is read and not run again.
  /// - Parameters:
  ///   - progress: told before the first night and after each one, one call at a time.
  ///   - watch: shows the nights under way.
  ///   - isCancelled: asked often; nights finished by then stay.
  ///   - report: renders `report.html`.
  public func run(
    progress: @escaping @Sendable (StudyProgress) -> Void = { _ in },
    watch: StudyWatch = StudyWatch(),
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: (StudyResult) -> String
  ) throws(StudyError) -> StudyResult {
    let started = Date()
    let places = try RunPlaces(results: options.results, scenario: experiment.name, run: run)
    if let result = try finished(places) { return result }
    try Disk.makeFolder(places.home)
    let lock = try FolderLock(places.lock)
    defer { _ = lock.isHeld }
    // Another process may have finished it while this one waited for the disk.
    if let result = try finished(places) { return result }
    let store = try openPartial(places)
    try simulate(into: store, progress: progress, watch: watch, isCancelled: isCancelled)
    let outcomes = try sumUp(store)
    let clock = Manifest.Clock(
      started: started.formatted(.iso8601), ended: Date().formatted(.iso8601),
      seconds: (Date().timeIntervalSince(started) * 1_000).rounded() / 1_000)
    let result = result(outcomes, folder: places.final, clock: clock)
    try write(result, outcomes, store, report: report(result))
    try publish(places)
    return result
  }

  /// The partial folder, cleared of what is not a whole file.
  private func openPartial(_ places: RunPlaces) throws(StudyError) -> NightStore {
    try Disk.makeFolder(places.partial + "/nights")
    Disk.removeDrafts(in: places.partial)
    Disk.removeDrafts(in: places.partial + "/nights")
    return NightStore(folder: places.partial, run: places.run, binary: MachineFacts.binary)
  }

  /// The outcome of each cell, read back from the disk.
  func sumUp(_ store: NightStore) throws(StudyError) -> [CellOutcome] {
    let outcomes = Slots<CellOutcome>(cells.count)
    try Crew.work(count: cells.count, jobs: options.jobs) { index throws(StudyError) in
      let cell = cells[index].cell
      outcomes[index] = CellOutcome(cell, try store.load(cell, nights: experiment.nights))
    }
    return outcomes.all
  }

  func result(
    _ outcomes: [CellOutcome], folder: String, clock: Manifest.Clock
  ) -> StudyResult {
    let manifest = Manifest(
      scenario: experiment.name, run: run, seed: experiment.seed, nights: experiment.nights,
      variants: experiment.names(\.variant), cases: experiment.names(\.case),
      fidelity: outcomes.contains { $0.table.fidelity == .flow } ? .flow : .request,
      modelVersion: Self.modelVersion,
      digest: ResultDigest.of(cells: outcomes.map(\.digest)).description,
      cells: outcomes.map(\.entry), machine: MachineFacts.collect(jobs: options.jobs),
      clock: clock)
    return StudyResult(
      experiment: experiment, run: run, folder: folder, tables: outcomes.map(\.table),
      comparisons: comparisons(outcomes), series: outcomes.map(\.series),
      loans: outcomes.map(\.loans), manifest: manifest, reused: false)
  }

  private func comparisons(_ outcomes: [CellOutcome]) -> [Comparison] {
    guard let reference = experiment.compareTo else { return [] }
    return outcomes.compactMap { outcome in
      guard outcome.table.variant != reference,
        let base = outcomes.first(where: {
          $0.table.variant == reference && $0.table.case == outcome.table.case
        })
      else { return nil }
      return .paired(
        variant: outcome.table, reference: base.table,
        sameArrivals: outcome.entry.arrivals == base.entry.arrivals, margins: experiment.margins)
    }
  }
}
