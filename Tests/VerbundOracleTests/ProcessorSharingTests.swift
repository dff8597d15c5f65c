import Testing
import VerbundCore
import VerbundMeasure

/// Processor sharing against closed forms, the whole way from a scenario file. It does not ask
/// for the law of the work: means and losses are those of the exponential one (Kelly,
/// "Reversibility and Stochastic Networks", 1979, section 3.3).
@Suite struct ProcessorSharingTests {
  private func scenario(_ law: String, workers: Int, load: Double) -> QueueScenario {
    QueueScenario(
      rate: load * Double(workers) / QueueScenario.service, replicas: 1, workers: workers,
      law: law, discipline: "processor-sharing", minutes: 30 / workers)
  }

  private func means(_ scenario: QueueScenario) throws -> [Double] {
    try scenario.run().map { ($0.latency.mean ?? .nan) / 1e9 }
  }

  /// M/G/1-PS: E[S] / (1 - rho).
  @Test(arguments: ["exponential", "deterministic", "uniform"])
  func oneProcessorForAll(law: String) throws {
    let load = 0.7
    expectMean(
      try means(scenario(law, workers: 1, load: load)), QueueScenario.service / (1 - load),
      within: 0.06, law)
  }

  /// M/G/c-PS: as M/M/c, where each request has a processor until more are present than there are.
  @Test(arguments: ["exponential", "deterministic"])
  func fourProcessorsForAll(law: String) throws {
    let offered = 3.2
    let wait = erlangC(offered, 4) * QueueScenario.service / (4 - offered)
    expectMean(
      try means(scenario(law, workers: 4, load: 0.8)), QueueScenario.service + wait, within: 0.06,
      law)
  }

  /// M/G/1/K-PS: five places and constant work lose as M/M/1/K does.
  @Test func sharingWithALimitLosesAsTheExponentialLaw() throws {
    let load = 0.9
    var full = scenario("deterministic", workers: 1, load: load)
    full.queue = 4
    let powers = (0...5).map { (0..<$0).reduce(1.0) { power, _ in power * load } }
    let lost = try full.run().map { Double($0.rejected) / Double($0.offered) }
    expectMean(lost, powers[5] / powers.reduce(0, +), within: 0.08)
  }
}
