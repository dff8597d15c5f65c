import Testing
import VerbundCore

@testable import VerbundPlan

@Suite struct HorizontalScalingTests {
  private func view(
    _ replicas: Int, ready: Int? = nil, _ utilisation: Double, at now: Nanoseconds = 0
  ) -> ScalingView {
    ScalingView(
      now: now, replicas: replicas, ready: ready ?? replicas, utilisation: utilisation)
  }

  private func wanted(_ view: ScalingView) -> Int {
    var policy = HorizontalScaling(target: 0.5)
    return policy.wanted(view)
  }

  /// desired = ceil(replicas x utilisation / target).
  @Test func documentedFormula() {
    #expect(wanted(view(4, 1.0)) == 8)
    #expect(wanted(view(3, 0.7)) == 5)
    #expect(wanted(view(10, 0.2)) == 4)
  }

  @Test func nothingHappensWithinTheTolerance() {
    #expect(wanted(view(10, 0.54)) == 10)
    #expect(wanted(view(10, 0.46)) == 10)
    #expect(wanted(view(10, 0.56)) == 12)
  }

  /// 6 ready at 100 %, 4 starting: up to 12, not 20.
  @Test func startingReplicasCountAsIdleOnTheWayUp() {
    #expect(wanted(view(10, ready: 6, 1.0)) == 12)
    #expect(wanted(view(10, ready: 4, 1.0)) == 10)
  }

  /// 4 ready at 35 % of a target of 50 %, 6 starting: the starting ones do not count.
  @Test func startingReplicasDoNotCountOnTheWayDown() {
    #expect(wanted(view(10, ready: 4, 0.35)) == 3)
  }

  /// However often it is asked, no more than a doubling in 15 s.
  @Test(arguments: [1, 5, 15, 60])
  func rateDoesNotDependOnThePeriod(seconds: Int64) {
    var policy = HorizontalScaling(target: 0.1)
    var replicas = 10
    for tick in 1...(60 / seconds) {
      replicas = policy.wanted(view(replicas, 1.0, at: tick * seconds * .second))
    }
    #expect(replicas == (seconds == 60 ? 20 : 160))
  }

  /// +100 % or +4 in 15 s, whichever is more.
  @Test func upAtTheDocumentedRate() {
    var policy = HorizontalScaling(target: 0.1)
    #expect(policy.wanted(view(2, 1.0)) == 6)
    var other = HorizontalScaling(target: 0.1)
    #expect(other.wanted(view(20, 1.0)) == 40)
  }

  @Test func downOnlyToTheHighestOfFiveMinutes() {
    var policy = HorizontalScaling(target: 0.5)
    #expect(policy.wanted(view(8, 0.5, at: 0)) == 8)
    #expect(policy.wanted(view(8, 0.1, at: 60 * .second)) == 8)
    #expect(policy.wanted(view(8, 0.2, at: 301 * .second)) == 4)
    #expect(policy.wanted(view(8, 0.1, at: 602 * .second)) == 2)
  }

  @Test func fixedIsFixed() {
    var policy = FixedScaling(replicas: 7)
    #expect(policy.wanted(view(3, 1)) == 7)
  }
}
