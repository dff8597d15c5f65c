import Testing
import VerbundMeasure
import VerbundModel

@testable import VerbundReport
@testable import VerbundStudy

@Suite struct StudyInputTests {
  @Test func aStudyBecomesAReport() throws {
    let sample = SampleEvening().input
    let band = SeriesSummary(
      scope: "workload:wahl", metric: "slo.attainment", unit: "share",
      slots: [
        Interval(mean: 0.5, low: 0.4, high: 0.6, n: 5),
        Interval(mean: nil, low: nil, high: nil, n: 0),
      ])
    let result = StudyResult(
      experiment: sample.experiment, run: "aa", folder: "results/x", tables: sample.tables,
      comparisons: sample.comparisons,
      series: [CellSeries(variant: "inseln", case: "", step: 60, series: [band])],
      manifest: Manifest(
        scenario: "wahlabend", run: "aa", seed: 42, nights: 5, variants: [], cases: [],
        fidelity: .request, modelVersion: 7, digest: "bb", cells: [],
        machine: Manifest.Machine(
          binary: "", cpu: "Some CPU", cores: 2, system: "Some system", jobs: 2, peakMemory: 0),
        clock: Manifest.Clock(started: "", ended: "", seconds: 0)),
      reused: false)
    let input = ReportInput(result)
    let series = try #require(input.series.first)
    #expect(series.mean == [0.5, nil] && series.low == [0.4, nil] && series.high == [0.6, nil])
    #expect(series.step == 60 && series.variant == "inseln" && series.scope == "workload:wahl")
    #expect(input.digest == "bb" && input.modelVersion == 7 && input.nights == 5)
    // The same run gives the same page on every machine.
    #expect(input.machine.isEmpty)
  }
}
