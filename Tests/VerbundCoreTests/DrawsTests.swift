import Testing
import VerbundCore

@Suite struct DrawsTests {
  private let draws = Draws(seed: 0x0123_4567_89AB_CDEF, night: 3)

  private func sample(
    _ purpose: Purpose, stream: UInt32 = 0, count: UInt32 = 50_000, from draws: Draws? = nil
  ) -> [Double] {
    (0..<count).map {
      (draws ?? self.draws).uniform(purpose, stream: stream, Subject(visit: $0))
    }
  }

  private func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let sum = zip(a, b).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) }
    return sum / Double(a.count) * 12
  }

  @Test func endsStayOpen() {
    #expect(Draws.unit(SIMD4(repeating: 0)) == 0x1p-53)
    #expect(Draws.unit(SIMD4(repeating: .max)) == 1 - 0x1p-53)
  }

  /// Four standard errors: 4 / sqrt(12 n) for the mean, 4 sqrt(1/180 / n) for the second moment.
  @Test(arguments: Purpose.allCases) func uniform(purpose: Purpose) {
    let values = sample(purpose)
    let n = Double(values.count)
    #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
    let mean = values.reduce(0, +) / n
    #expect(abs(mean - 0.5) < 4 / (12 * n).squareRoot())
    let spread = values.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / n
    #expect(abs(spread - 1 / 12.0) < 4 * (1 / 180.0 / n).squareRoot())
  }

  /// Chi-squared over 100 classes: 99 degrees of freedom, 160 is beyond the 0.9999 quantile.
  @Test func classesAreEven() {
    var classes = [Double](repeating: 0, count: 100)
    for u in sample(.arrival, count: 100_000) { classes[Int(u * 100)] += 1 }
    #expect(classes.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 } < 160)
  }

  @Test func purposesAreUnrelated() {
    let all = Purpose.allCases.map { sample($0, count: 20_000) }
    for i in all.indices {
      for j in all.indices.dropFirst(i + 1) {
        #expect(abs(correlation(all[i], all[j])) < 4.5 / 20_000.0.squareRoot())
      }
    }
  }

  @Test func neighboursAreUnrelated() {
    let base = sample(.work)
    let limit = 4.5 / Double(base.count).squareRoot()
    let others = [
      sample(.work, stream: 1),
      sample(.work, from: Draws(seed: 0x0123_4567_89AB_CDEF, night: 4)),
      sample(.work, from: Draws(seed: 0x0123_4567_89AB_CDF0, night: 3)),
      Array(base.dropFirst()) + [0.5],
    ]
    for other in others { #expect(abs(correlation(base, other)) < limit) }
  }

  @Test func everyPartOfTheSubjectCounts() {
    let subjects = [
      Subject(visit: 7), Subject(visit: 8), Subject(visit: 7, page: 1),
      Subject(visit: 7, node: 1), Subject(visit: 7, attempt: 1),
    ]
    var seen: Set<Double> = []
    for seed in [5, 5 + 1 << 40] as [UInt64] {
      for night in 0..<2 {
        for stream in 0..<2 as Range<UInt32> {
          for purpose in Purpose.allCases {
            for subject in subjects {
              let draws = Draws(seed: seed, night: night)
              seen.insert(draws.uniform(purpose, stream: stream, subject))
            }
          }
        }
      }
    }
    #expect(seen.count == 2 * 2 * 2 * Purpose.allCases.count * subjects.count)
  }

  @Test func drawsHaveNoMemory() {
    let subject = Subject(visit: 12, page: 3, node: 2, attempt: 1)
    let first = draws.uniform(.call, stream: 4, subject)
    _ = draws.uniform(.work, stream: 4, subject)
    #expect(
      Draws(seed: 0x0123_4567_89AB_CDEF, night: 3).uniform(.call, stream: 4, subject) == first)
  }
}
