import Foundation
import Synchronization
import Testing
import VerbundMeasure
import VerbundModel

@testable import VerbundStudy

@Suite struct StudyTests {
  private func run(
    _ experiment: Experiment = SmallExperiment.make(), in scratch: Scratch, jobs: Int = 2,
    options change: (inout StudyOptions) -> Void = { _ in },
    progress: @escaping @Sendable (StudyProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> StudyResult {
    var options = StudyOptions(jobs: jobs, results: scratch.path)
    change(&options)
    return try Study(experiment, options: options).run(
      progress: progress, isCancelled: isCancelled, report: { "report of \($0.digest)" })
  }

  private let files = [
    "columns.csv", "latency.csv", "manifest.json", "metrics.csv", "nights", "report.html",
    "scenario.yaml", "series.csv",
  ]

  @Test func leavesAWholeFolderNamedByItsInputs() throws {
    let scratch = try Scratch()
    let result = try run(in: scratch)
    #expect(scratch.names("small") == [String(result.run.prefix(12))])
    let folder = "small/\(result.run.prefix(12))"
    #expect(result.folder == "\(scratch.path)/\(folder)")
    #expect(scratch.names(folder) == files)
    #expect(
      scratch.names("\(folder)/nights") == [
        "lean--0.json", "lean--1.json", "plenty--0.json", "plenty--1.json",
      ])
    #expect(!result.reused)
    #expect(result.tables.map(\.variant) == ["plenty", "lean"])
    #expect(result.comparisons.map(\.variant) == ["lean"])
    #expect(scratch.bytes("\(folder)/report.html") == Data("report of \(result.digest)".utf8))
  }

  @Test func theNumberOfThreadsChangesNoByte() throws {
    let one = try Scratch()
    let two = try Scratch()
    let a = try run(in: one, jobs: 1)
    let b = try run(in: two, jobs: 3)
    #expect(a.digest == b.digest)
    #expect(a.manifest.cells == b.manifest.cells)
    for name in files where name != "nights" && name != "manifest.json" {
      let path = "small/\(a.run.prefix(12))/\(name)"
      #expect(one.bytes(path) != nil)
      #expect(one.bytes(path) == two.bytes(path), "\(name)")
    }
  }

  /// A variant against itself: the same digest, and no difference in anything.
  @Test func anAAPairIsIdentical() throws {
    var experiment = SmallExperiment.make()
    experiment.cells[1] = experiment.cells[0]
    experiment.cells[1].variant = "same"
    let result = try run(experiment, in: try Scratch())
    #expect(result.manifest.cells[0].digest == result.manifest.cells[1].digest)
    let comparison = try #require(result.comparisons.first)
    #expect(comparison.sameArrivals)
    #expect(!comparison.differences.isEmpty)
    for difference in comparison.differences where difference.mean != nil {
      #expect(difference.mean == 0 && difference.low == 0 && difference.high == 0)
      #expect(difference.verdict == nil || difference.verdict == .noRelevantDifference)
    }
  }

  @Test func aFinishedRunIsReadAndNotRunAgain() throws {
    let scratch = try Scratch()
    let first = try run(in: scratch)
    let again = try run(in: scratch, progress: { _ in Issue.record("it ran again") })
    #expect(again.reused)
    #expect(again.manifest == first.manifest)
    #expect(again.tables == first.tables)
    #expect(again.series == first.series)
    #expect(again.comparisons == first.comparisons)
  }

  @Test func aRunOfAnotherProgramMakesWay() throws {
    let scratch = try Scratch()
    let first = try run(in: scratch)
    let path = "\(first.folder)/manifest.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing(first.manifest.machine.binary, with: "other")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let again = try run(in: scratch)
    #expect(!again.reused)
    #expect(again.digest == first.digest)
    #expect(scratch.names("small") == [String(first.run.prefix(12))])
  }

  @Test func theInputsNameTheRun() throws {
    func id(
      _ experiment: Experiment = SmallExperiment.make(cases: ["a", "b"]),
      _ change: (inout StudyOptions) -> Void = { _ in }
    ) throws -> String {
      var options = StudyOptions()
      change(&options)
      return try Study(experiment, options: options).run
    }
    var other = SmallExperiment.make(cases: ["a", "b"])
    other.frozen += "# changed\n"
    let ids = [
      try id(), try id(other), try id { $0.seed = 1 }, try id { $0.nights = 3 },
      try id { $0.variants = ["lean"] }, try id { $0.cases = ["a"] },
    ]
    #expect(Set(ids).count == ids.count)
    #expect(
      try id()
        == id {
          $0.jobs = 1
          $0.results = "x"
          $0.variants = ["lean", "plenty"]
        })
  }

  @Test func aStopKeepsFinishedNightsAndTheNextRunGoesOn() throws {
    let broken = try Scratch()
    let whole = try Scratch()
    let experiment = SmallExperiment.make(nights: 3)
    let finished = Mutex(0)
    #expect(throws: StudyError.interrupted(finished: 2, total: 6)) {
      try run(
        experiment, in: broken, jobs: 1,
        progress: { progress in finished.withLock { $0 = progress.finished } },
        isCancelled: { finished.withLock { $0 >= 2 } })
    }
    let partial = broken.names("small")
    #expect(partial.count == 1 && partial[0].hasSuffix(".partial"))
    #expect(broken.names("small/\(partial[0])/nights") == ["plenty--0.json", "plenty--1.json"])

    let steps = Mutex([StudyProgress]())
    let resumed = try run(
      experiment, in: broken, progress: { step in steps.withLock { $0.append(step) } })
    #expect(steps.withLock { $0.first } == StudyProgress(finished: 2, total: 6, found: 2))
    #expect(steps.withLock { $0.map(\.finished) } == [2, 3, 4, 5, 6])
    let unbroken = try run(experiment, in: whole)
    #expect(resumed.manifest.cells == unbroken.manifest.cells)
    #expect(resumed.digest == unbroken.digest)
  }

  @Test func aDamagedNightIsSimulatedAgain() throws {
    let scratch = try Scratch()
    let first = try run(in: scratch)
    let night = "\(first.folder)/nights/lean--1.json"
    var bytes = try #require(FileManager.default.contents(atPath: night))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: night))
    let again = try run(in: scratch)
    #expect(!again.reused)
    #expect(again.digest == first.digest)
    #expect(try run(in: scratch).reused)
  }

  @Test func nothingIsSimulatedWhereNothingCanBeWritten() throws {
    let scratch = try Scratch()
    try Data().write(to: URL(fileURLWithPath: "\(scratch.path)/small"))
    #expect(
      throws: StudyError.cannotWrite(path: "\(scratch.path)/small", reason: "File exists")
    ) {
      try run(in: scratch, progress: { _ in Issue.record("it ran") })
    }
  }

  @Test func twoProcessesDoNotMeet() throws {
    let scratch = try Scratch()
    let study = try Study(SmallExperiment.make(), options: StudyOptions(results: scratch.path))
    let places = try RunPlaces(results: scratch.path, scenario: "small", run: study.run)
    try Disk.makeFolder(places.home)
    let lock = try FolderLock(places.lock)
    #expect(throws: StudyError.busy(path: places.lock)) { try run(in: scratch) }
    let isHeld = lock.isHeld
    #expect(isHeld)
  }

  @Test func unknownNamesGetAHint() {
    #expect(throws: StudyError.unknown(kind: "variant", name: "leen", hint: "lean")) {
      try Study(SmallExperiment.make(), options: StudyOptions(variants: ["leen"]))
    }
    #expect(throws: StudyError.unknown(kind: "case", name: "big", hint: nil)) {
      try Study(SmallExperiment.make(), options: StudyOptions(cases: ["big"]))
    }
  }

  @Test func aHostileNameLeadsNowhere() throws {
    let scratch = try Scratch()
    for name in ["../x", "", "a/b", "A", String(repeating: "a", count: 65)] {
      #expect(throws: StudyError.self) { try run(SmallExperiment.make(name: name), in: scratch) }
    }
    #expect(scratch.names() == [])
  }

  @Test func fullSeriesHoldEveryNight() throws {
    let scratch = try Scratch()
    _ = try run(in: scratch)
    let result = try run(in: scratch, options: { $0.fullSeries = true })
    let text = try String(contentsOfFile: "\(result.folder)/series-nights.csv", encoding: .utf8)
    let per = result.series.reduce(0) { $0 + $1.series.reduce(0) { $0 + $1.slots.count } }
    #expect(text.split(separator: "\n").count == 1 + 2 * per)
  }
}
