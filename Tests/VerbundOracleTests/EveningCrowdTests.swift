import Foundation
import Testing
import VerbundCore
import VerbundEngine

@Suite struct EveningCrowdTests {
  /// The number present at a time is a Poisson number with the closed form's mean: its mean and its
  /// variance agree with it at every time that is looked at, rising, at the peak and falling.
  @Test func aRateThatRisesAndFalls() {
    let times = [1, 4, 9, 12, 18, 25, 31.0]
    var numbers = times.map { _ in [Double]() }
    for night in 0..<150 {
      var kernel = Kernel(EveningCrowd(draws: Draws(seed: 6, night: night)))
      kernel.model.propose(&kernel.agenda)
      for (place, time) in times.enumerated() {
        let end = Nanoseconds(time * 1e9)
        let isWhole = kernel.run(until: end)
        numbers[place].append(Double(kernel.model.present.count))
        let obeysLittle = kernel.model.present.obeysLittle(at: end)
        #expect(isWhole && obeysLittle)
      }
    }
    for (place, time) in times.enumerated() {
      let expected = EveningCrowd.meanNumber(time)
      expectMean(numbers[place], expected, within: 0.05, "mean at \(time)")
      let squares = numbers[place].map { ($0 - expected) * ($0 - expected) }
      expectMean(squares, expected, within: 0.4, "variance at \(time)")
    }
  }

  /// The closed form against its differential equation, number' = rate - number / stay, in steps of
  /// a millisecond.
  @Test func theClosedFormIsRight() {
    var number = 0.0
    for step in 0..<25_000 {
      let t = (Double(step) + 0.5) / 1_000
      let rate = EveningCrowd.rate + EveningCrowd.swing * sin(EveningCrowd.frequency * t)
      number += (rate - number / EveningCrowd.stay) / 1_000
    }
    #expect(abs(number - EveningCrowd.meanNumber(25)) < 0.02)
  }
}
