import Testing
import VerbundCore
import VerbundModel

@testable import VerbundPlan

@Suite struct ShapeTests {
  private func demand(_ profile: [ProfilePoint], _ bursts: [Burst] = []) -> Demand {
    Demand(
      regions: [], hitsPerThousand: 1, profile: profile, window: 0..<(10 * .minute),
      bursts: bursts, noise: Noise(deviation: 0, correlation: 0))
  }

  /// The mean over the window is 1 by definition.
  @Test func meanOverTheWindowIsOne() {
    let shape = Shape(
      demand([
        ProfilePoint(at: 2 * .minute, value: 3), ProfilePoint(at: 7 * .minute, value: 11),
        ProfilePoint(at: 20 * .minute, value: 1),
      ]), slot: .minute, slots: 10)
    #expect(abs(shape.profile.reduce(0, +) / 10 - 1) < 1e-12)
    #expect(shape.profile[0] == shape.profile[1])
  }

  /// A triangle of height 2: area = 2 x (2 + 4) / 2 minutes = 6 slot units.
  @Test func burstHasItsArea() {
    let burst = Burst(at: 3 * .minute, rise: 2 * .minute, fall: 4 * .minute, height: 2)
    let shape = Shape(demand([ProfilePoint(at: 0, value: 5)], [burst]), slot: .minute, slots: 10)
    #expect(abs(shape.bursts[0].reduce(0, +) - 6) < 1e-12)
    #expect(shape.bursts[0][0] == 0 && shape.bursts[0][7] == 0)
    #expect(abs(shape.bursts[0][2] - 1.5) < 1e-12)
  }

  /// A step within a slot is taken at its mean.
  @Test func slotIsTheMeanOfWhatIsInIt() {
    let shape = Shape(
      demand([
        ProfilePoint(at: 90 * .second, value: 1), ProfilePoint(at: 90 * .second, value: 3),
      ]), slot: .minute, slots: 3)
    #expect(abs(shape.profile[1] / shape.profile[0] - 2) < 1e-12)
    #expect(abs(shape.profile[2] / shape.profile[0] - 3) < 1e-12)
  }
}
