import Testing
import VerbundCore
import VerbundMeasure
import VerbundModel

@testable import VerbundEngine

/// Work for clients that gave up, dropped or not.
@Suite struct CancelTests {
  /// One worker of 10 pages per second, patience of 0.5 s.
  private func impatient(_ rate: Double) -> SmallFederation {
    var federation = SmallFederation()
    federation.setAside = 1
    federation.hitsPerSecond = rate
    federation.timeout = 500_000_000
    federation.onTimeout = .cancel
    federation.minutes = 60
    return federation
  }

  /// M/M/1 whose customers leave after a constant time, served or not: work is a dam of that height
  /// that flows over (Barrer, "Queuing with impatient customers and indifferent clerks", 1957).
  @Test(arguments: [(8.0, 0.3678794411714423), (12.0, 2.718281828459045)])
  func leavingCustomersAreAFiniteDam(rate: Double, power: Double) throws {
    let nights = try (0..<3).map { try simulate(impatient(rate), night: $0).workloads[0] }
    let lost = nights.reduce(0) { $0 + Double($1.timedOut) }
    let all = nights.reduce(0) { $0 + Double($1.offered) }
    // e^-(mu - lambda) tau with mu = 10 and tau = 0.5.
    let load = rate / 10
    let within = 1 - load * power
    let expected = (1 - load) * power / within
    #expect(abs(lost / all - expected) < 0.012, "\(lost / all) against \(expected)")
    let busy = nights.reduce(0) { $0 + Double($1.work.value) } / 3 / 3_600e9
    #expect(abs(busy - (1 - (1 - load) / within)) < 0.012, "\(busy)")
  }

  /// The other rule does all the work for nobody: in overload hardly anybody is served in time.
  @Test func workThatGoesOnStarvesThoseWhoWait() throws {
    var federation = impatient(12)
    let cancelled = try simulate(federation).workloads[0]
    federation.onTimeout = .goOn
    let done = try simulate(federation).workloads[0]
    #expect(Double(cancelled.completed) > 0.7 * Double(cancelled.offered))
    #expect(Double(done.completed) < 0.05 * Double(done.offered))
    #expect(done.work.value > cancelled.work.value)
  }

  /// Everybody gives up after 8 s of 10 s of work: each service stops there.
  @Test func serviceStopsAtOnce() throws {
    var federation = SmallFederation()
    federation.law = .deterministic
    federation.work = 10 * .second
    federation.timeout = 8 * .second
    federation.onTimeout = .cancel
    federation.hitsPerSecond = 0.01
    let row = try simulate(federation).workloads[0]
    #expect(row.completed == 0 && row.timedOut > 10)
    let inFlight = row.work.value - Int128(row.timedOut) * 8_000_000_000
    #expect(inFlight >= 0 && inFlight <= Int128(row.inFlight) * 8_000_000_000)
  }
}
