import Foundation
import Testing
import VerbundMeasure
import VerbundModel

@testable import VerbundStudy

/// Runs side by side: real ones of a small experiment.
@Suite struct RunComparisonTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func run(
    nights: Int = 2, seed: UInt64? = nil, variants: [String] = [], name: String = "small",
    cases: [String] = []
  ) throws -> ComparedRun {
    let result = try result(
      nights: nights, seed: seed, variants: variants, name: name, cases: cases)
    return ComparedRun(folder: result.folder, result: result)
  }

  private func result(
    nights: Int = 2, seed: UInt64? = nil, variants: [String] = [], name: String = "small",
    cases: [String] = []
  ) throws -> StudyResult {
    let experiment = SmallExperiment.make(name: name, nights: nights, cases: cases)
    let options = StudyOptions(variants: variants, seed: seed, jobs: 2, results: scratch.path)
    return try Study(experiment, options: options).run { _ in "" }
  }

  private func difference(
    _ comparison: RunComparison, _ column: Int, _ id: String = "requests.completed"
  ) throws -> PairedDifference {
    let found = try #require(comparison.comparisons()[column])
    return try #require(found[id, Scope.whole])
  }

  @Test func theReferenceIsTheOneThatTheScenarioNames() throws {
    let comparison = try RunComparison([try run(), try run(seed: 5)])
    #expect(comparison.columns.map(\.variant) == ["plenty", "lean", "plenty", "lean"])
    #expect(comparison.columns.map(\.run) == [0, 0, 1, 1])
    #expect(comparison.reference == 0)
    #expect(comparison.comparisons()[0] == nil)
    #expect(comparison.gaps.isEmpty && comparison.rows.count > 30)
  }

  /// In one run the figures are those of its own comparison.
  @Test func aRunAgainstItselfIsItsOwnComparison() throws {
    let result = try result()
    let comparison = try RunComparison([ComparedRun(folder: "whole", result: result)])
    #expect(comparison.comparisons()[1] == result.comparisons[0])
    #expect(comparison.cautions.isEmpty)
  }

  @Test func commonNightsOfTheSameSeedArePairs() throws {
    let short = try run(nights: 2)
    let long = try run(nights: 4)
    let comparison = try RunComparison([short, long])
    let same = try difference(comparison, 2)
    // The same variant in the same first nights: no difference at all.
    #expect(same.mean == 0 && same.low == 0 && same.high == 0)
    #expect(same.n == 2 && same.degrees == nil)
    #expect(comparison.cautions == [.nights([2, 4])])
  }

  /// Whatever is subtracted and judged is over the same nights on both sides.
  @Test func differencesAreOfWhatBothAreInTheCommonNights() throws {
    let comparison = try RunComparison([try run(nights: 2), try run(nights: 4)])
    let common = try #require(comparison.common[3])
    #expect(comparison.common[0] == nil && comparison.common[1]?.isPart == false)
    #expect(common.count == 2 && common.isPart)
    let whole = try #require(comparison.columns[3].table["requests.completed", Scope.whole])
    let part = try #require(common.column["requests.completed", Scope.whole])
    #expect(part.nights == Array(whole.nights.prefix(2)) && part.n == 2 && part.low != nil)
    let reference = try #require(common.reference["requests.completed", Scope.whole]?.mean)
    let found = try difference(comparison, 3)
    let mean = try #require(part.mean)
    #expect(abs(try #require(found.mean) - (mean - reference)) < 1e-9 && whole.mean != mean)
    // The same comparison as that of the two runs cut to two nights.
    let short = try RunComparison([try run(nights: 2), try run(nights: 2, name: "again")])
    #expect(comparison.comparisons()[3]?.differences == short.comparisons()[3]?.differences)
  }

  @Test func otherSeedsAreUnrelatedSamples() throws {
    let one = try run(nights: 3)
    let other = try run(nights: 4, seed: 5)
    let comparison = try RunComparison([one, other])
    #expect(comparison.comparisons()[2]?.sameArrivals == false)
    #expect(comparison.comparisons()[1]?.sameArrivals == true)
    let found = try difference(comparison, 2)
    func nights(_ column: Int) throws -> [Double] {
      let value = comparison.columns[column].table["requests.completed", Scope.whole]
      return try #require(value).nights.compactMap(\.self)
    }
    let expected = Interval.welch(of: try nights(2), from: try nights(0))
    #expect(found.low == expected.interval.low && found.degrees == expected.degrees)
    #expect(comparison.cautions == [.nights([3, 4]), .seeds([42, 5])])
  }

  @Test func theReferenceCanBeChosen() throws {
    let runs = [try run(), try run(seed: 5, cases: ["a", "b"])]
    let chosen = try RunComparison(
      runs, against: ReferenceCell(run: 1, variant: "lean", case: "b"))
    #expect(chosen.columns[chosen.reference].case == "b")
    #expect(chosen.columns[chosen.reference].variant == "lean")
    let own = try RunComparison(runs, against: ReferenceCell(run: 1))
    #expect(own.columns[own.reference].variant == "plenty")
    #expect(throws: StudyError.unknown(kind: "variant", name: "leen", hint: "lean")) {
      try RunComparison(runs, against: ReferenceCell(run: 0, variant: "leen"))
    }
    #expect(throws: StudyError.unknown(kind: "case", name: "c", hint: nil)) {
      try RunComparison(runs, against: ReferenceCell(run: 0, variant: "lean", case: "c"))
    }
  }

  @Test func whatOneRunLacksIsNamed() throws {
    var whole = try result()
    for index in whole.tables.indices {
      whole.tables[index].values.removeAll { $0.id == "carbon" }
    }
    let poor = ComparedRun(folder: "poor", result: whole)
    let comparison = try RunComparison([try run(), poor], metrics: ["energy.it", "carbon"])
    #expect(Set(comparison.rows.map(\.id)) == ["energy.it"])
    #expect(Set(comparison.gaps.map(\.id)) == ["carbon"])
    #expect(comparison.gaps.allSatisfy { $0.columns == [2, 3] })
  }

  @Test func otherModelsAndFidelitiesAreSaid() throws {
    var other = try result()
    other.manifest.modelVersion = 99
    other.manifest.fidelity = .flow
    let runs = [try run(), ComparedRun(folder: "other", result: other)]
    let cautions = try RunComparison(runs).cautions
    #expect(
      cautions == [.modelVersions([Study.modelVersion, 99]), .fidelities([.request, .flow])])
  }

  @Test func theFileHasARowPerMetricScopeAndColumn() throws {
    let comparison = try RunComparison([try run(), try run(seed: 5)])
    let lines = ComparisonFile.text(comparison).split(separator: "\n")
    #expect(lines.count == 1 + 4 * comparison.rows.count)
    let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
    for line in lines {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == columns)
    }
    #expect(lines.contains { $0.contains(",paired,") } && lines.contains { $0.contains(",welch,") })
  }
}
