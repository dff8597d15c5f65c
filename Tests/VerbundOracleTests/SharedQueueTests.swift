import Testing
import VerbundCore
import VerbundEngine

@Suite struct SharedQueueTests {
  /// With processor sharing the mean time in the system is E[S] / (1 - load) whatever the law of
  /// the work, and the mean number that of M/M/1.
  @Test(arguments: WorkLaw.allCases) func onlyTheMeanMatters(law: WorkLaw) {
    let load = 0.6
    let customers = 8_000
    var stays: [Double] = []
    var numbers: [Double] = []
    for night in 0..<15 {
      var kernel = Kernel(
        SharedQueue(
          load: load, law: law, measured: customers, draws: Draws(seed: 5, night: night)))
      kernel.model.begin(&kernel.agenda)
      var end = Nanoseconds(Double(customers) / load * 1e9)
      var isWhole = kernel.run(until: end)
      numbers.append(kernel.model.present.mean(until: end))
      while isWhole, kernel.model.stays.count < customers {
        end += .minute
        isWhole = kernel.run(until: end)
      }
      let sum = kernel.model.stays.reduce(0) { $0 + Double($1) }
      stays.append(sum / Double(customers) / 1e9)
      let obeysLittle = kernel.model.present.obeysLittle(at: end)
      let gap = kernel.model.station.gap
      #expect(isWhole && obeysLittle && gap == 0)
    }
    expectMean(stays, 1 / (1 - load), within: 0.1, "stay, \(law)")
    expectMean(numbers, load / (1 - load), within: 0.1, "number, \(law)")
  }
}
