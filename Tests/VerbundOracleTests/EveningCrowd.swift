import Foundation
import VerbundCore
import VerbundEngine

/// M(t)/M/∞: everybody is served at once, and the rate of arrivals rises and falls as a sine.
struct EveningCrowd: SimulationModel {
  struct Event: PlainEvent {
    var time: Nanoseconds
    var isArrival: Bool
    var number: UInt32

    static func precedes(_ a: Event, _ b: Event) -> Bool {
      if a.time != b.time { return a.time < b.time }
      if a.isArrival != b.isArrival { return b.isArrival }
      return a.number < b.number
    }
  }

  /// Mean rate and its swing, per second; radians per second; mean stay in seconds.
  static let rate = 20.0
  static let swing = 15.0
  static let frequency = 0.2
  static let stay = 4.0

  let draws: Draws
  var arrivals: [Nanoseconds] = []
  var proposals: UInt32 = 0
  var present = NumberPresent()

  init(draws: Draws) { self.draws = draws }

  /// The mean number at `t` seconds after an empty start: the integral of rate(u) exp(-(t -
  /// u)/stay) over u from 0 to t (Eick, Massey, Whitt, 1993, section 3, with the empty start taken
  /// off).
  static func meanNumber(_ t: Double) -> Double {
    let mu = 1 / stay
    func periodic(_ t: Double) -> Double {
      rate / mu + swing * (mu * sin(frequency * t) - frequency * cos(frequency * t))
        / (mu * mu + frequency * frequency)
    }
    return periodic(t) - periodic(0) * exp(-mu * t)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    guard event.isArrival else {
      present.leave(at: event.time, since: arrivals[Int(event.number)])
      return
    }
    propose(&agenda)
    // Thinning: proposals come at the highest rate, and a share of them counts.
    let now = Double(event.time) / 1e9
    let share = (Self.rate + Self.swing * sin(Self.frequency * now)) / (Self.rate + Self.swing)
    if uniform(.routing, event.number) >= share { return }
    present.enter(at: event.time)
    let stay = wholeNanoseconds(-Elementary.log(uniform(.work, event.number)) * Self.stay * 1e9)
    agenda.schedule(
      Event(time: event.time + stay, isArrival: false, number: UInt32(arrivals.count)))
    arrivals.append(event.time)
  }

  mutating func propose(_ agenda: inout Agenda<Event>) {
    let gap = -Elementary.log(uniform(.arrival, proposals)) / (Self.rate + Self.swing)
    agenda.schedule(
      Event(time: agenda.now + wholeNanoseconds(gap * 1e9), isArrival: true, number: proposals))
    proposals += 1
  }

  private func uniform(_ purpose: Purpose, _ number: UInt32) -> Double {
    draws.uniform(purpose, stream: 0, Subject(visit: number))
  }
}
