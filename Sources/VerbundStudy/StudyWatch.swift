import Synchronization
import VerbundCore
import VerbundModel

/// Shows what is being simulated at this moment; may be asked at any time from any thread.
public final class StudyWatch: Sendable {
  /// A night under way.
  public struct Night: Sendable, Hashable {
    public var variant: String
    public var `case`: String
    /// Counted from 0.
    public var night: Int
    /// Nights of its cell.
    public var nights: Int
    /// The evening that is simulated.
    public var horizon: Horizon
    /// How far the simulation is in it.
    public var simulated: Nanoseconds

    /// 0 at its begin, 1 at its end.
    public var share: Double {
      horizon.length > 0 ? Double(simulated) / Double(horizon.length) : 0
    }
  }

  private let meters = Mutex<[NightMeter]>([])

  /// Knows of nothing yet.
  public init() {}

  /// The nights under way, in the order of their begin.
  public var running: [Night] { meters.withLock { $0.map(\.reading) } }

  func begin(_ cell: Cell, _ night: Int, of nights: Int) -> NightMeter {
    let meter = NightMeter(cell, night, of: nights)
    meters.withLock { $0.append(meter) }
    return meter
  }

  func end(_ meter: NightMeter) { meters.withLock { $0.removeAll { $0 === meter } } }
}

/// Counts the slots of one night as they begin.
final class NightMeter: Sendable {
  private let night: StudyWatch.Night
  private let begun = Atomic<Int>(0)

  init(_ cell: Cell, _ night: Int, of nights: Int) {
    self.night = .init(
      variant: cell.variant, case: cell.case, night: night, nights: nights,
      horizon: cell.scenario.horizon, simulated: 0)
  }

  /// The simulation asks once per slot whether it shall stop: that is a clock at no cost.
  func step() { begun.add(1, ordering: .relaxed) }

  var reading: StudyWatch.Night {
    var reading = night
    let slots = max(0, begun.load(ordering: .relaxed) - 1)
    reading.simulated = min(Nanoseconds(slots) * night.horizon.slot, night.horizon.length)
    return reading
  }
}
