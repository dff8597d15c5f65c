import Synchronization
import VerbundMeasure

extension Study {
  /// Simulates every night that the store does not hold, and saves it there.
  func simulate(
    into store: NightStore, progress: @escaping @Sendable (StudyProgress) -> Void,
    watch: StudyWatch, isCancelled: @escaping @Sendable () -> Bool
  ) throws(StudyError) {
    let nights = experiment.nights
    let present = Slots<Bool>(cells.count * nights)
    try Crew.work(count: cells.count * nights, jobs: options.jobs) { index in
      present[index] = store.load(cells[index / nights].cell, index % nights) != nil
    }
    let missing = present.all.indices.filter { !present.all[$0] }
    let total = cells.count * nights
    let desk = ProgressDesk(
      StudyProgress(finished: total - missing.count, total: total), tell: progress)
    do throws(StudyError) {
      try Crew.work(count: missing.count, jobs: options.jobs) { job throws(StudyError) in
        let cell = cells[missing[job] / nights]
        let night = missing[job] % nights
        if isCancelled() { throw .interrupted(finished: 0, total: 0) }
        let meter = watch.begin(cell.cell, night, of: nights)
        defer { watch.end(meter) }
        let record = try cell.simulate(
          seed: experiment.seed, night: night, meter: meter, isCancelled: isCancelled)
        try store.save(record, of: cell.cell)
        desk.finished(variant: cell.cell.variant, case: cell.cell.case, night: night)
      }
    } catch {
      guard case .interrupted = error else { throw error }
      throw .interrupted(finished: desk.count, total: total)
    }
  }
}

/// Counts finished nights and tells of them one at a time.
final class ProgressDesk: Sendable {
  private let state: Mutex<StudyProgress>
  private let tell: @Sendable (StudyProgress) -> Void

  init(_ start: StudyProgress, tell: @escaping @Sendable (StudyProgress) -> Void) {
    var start = start
    start.found = start.finished
    state = Mutex(start)
    self.tell = tell
    tell(start)
  }

  var count: Int { state.withLock(\.finished) }

  func finished(variant: String, case: String, night: Int) {
    state.withLock { progress in
      progress.finished += 1
      progress.latest = .init(variant: variant, case: `case`, night: night)
      tell(progress)
    }
  }
}

/// One place per job, filled from any thread.
final class Slots<Value: Sendable>: Sendable {
  private let values: Mutex<[Value?]>

  init(_ count: Int) { values = Mutex([Value?](repeating: nil, count: count)) }

  subscript(_ index: Int) -> Value? {
    get { values.withLock { $0[index] } }
    set { values.withLock { $0[index] = newValue } }
  }

  /// The values of the jobs that were done, in the order of the jobs.
  var all: [Value] { values.withLock { $0.compactMap(\.self) } }
}
