import VerbundCore
import VerbundEngine

/// Laws of work with mean 1 that only share their mean.
enum WorkLaw: String, CaseIterable {
  case exponential, deterministic, twoPoints

  func quantile(_ u: Double) -> Double {
    switch self {
    case .exponential: -Elementary.log(u)
    case .deterministic: 1
    // Nine in ten need 1/2, the others 11/2: squared coefficient of variation 9/4.
    case .twoPoints: u < 0.9 ? 0.5 : 5.5
    }
  }

  /// The work that is left of a random one at a random time (the equilibrium law).
  func quantileOfRest(_ u: Double) -> Double {
    switch self {
    case .exponential: -Elementary.log(u)
    case .deterministic: u
    // The long ones take 55 of 100 parts of the time.
    case .twoPoints: u < 0.45 ? u / 0.9 : (u - 0.45) / 0.1
    }
  }
}

/// M/G/1 with processor sharing, in steady state from the start: a geometric number present, with
/// what is left of their works at a random time (Sakata, Noguchi, Oizumi, 1971).
struct SharedQueue: ~Copyable, SimulationModel {
  struct Event: PlainEvent {
    var time: Nanoseconds
    var isArrival: Bool
    /// Of arrivals the number of the customer; of departures the generation.
    var number: UInt32

    static func precedes(_ a: Event, _ b: Event) -> Bool {
      if a.time != b.time { return a.time < b.time }
      if a.isArrival != b.isArrival { return b.isArrival }
      return a.number < b.number
    }
  }

  let draws: Draws
  let load: Double
  let law: WorkLaw
  let measured: Int
  var station = SharedProcessor(processors: 1)
  var generation: UInt32 = 0
  var arrivals: [Nanoseconds] = []
  var initial = 0
  var stays: [Nanoseconds] = []
  var present = NumberPresent()

  init(load: Double, law: WorkLaw, measured: Int, draws: Draws) {
    (self.load, self.law, self.measured, self.draws) = (load, law, measured, draws)
  }

  mutating func begin(_ agenda: inout Agenda<Event>) {
    let u = draws.uniform(.baseLoad, stream: 0, Subject(visit: 0))
    initial = Int(Elementary.log(u) / Elementary.log(load))
    for number in 0..<initial {
      let rest = draws.uniform(.noise, stream: 0, Subject(visit: UInt32(number)))
      enter(law.quantileOfRest(rest), 0)
    }
    scheduleArrival(&agenda)
    scheduleDeparture(&agenda)
  }

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    if event.isArrival {
      let u = draws.uniform(.work, stream: 0, Subject(visit: event.number))
      enter(law.quantile(u), event.time)
      scheduleArrival(&agenda)
    } else if event.number != generation {
      return
    }
    while let gone = station.depart(at: event.time) {
      let number = Int(gone.key)
      present.leave(at: event.time, since: arrivals[number])
      if (initial..<initial + measured).contains(number) {
        stays.append(event.time - arrivals[number])
      }
    }
    scheduleDeparture(&agenda)
  }

  private mutating func enter(_ work: Double, _ now: Nanoseconds) {
    present.enter(at: now)
    _ = station.arrive(UInt64(arrivals.count), work: wholeNanoseconds(work * 1e9), at: now)
    arrivals.append(now)
  }

  private func scheduleArrival(_ agenda: inout Agenda<Event>) {
    let number = UInt32(arrivals.count)
    let gap = -Elementary.log(draws.uniform(.arrival, stream: 0, Subject(visit: number))) / load
    agenda.schedule(
      Event(time: agenda.now + wholeNanoseconds(gap * 1e9), isArrival: true, number: number))
  }

  private mutating func scheduleDeparture(_ agenda: inout Agenda<Event>) {
    generation &+= 1
    guard let time = station.nextDeparture else { return }
    agenda.schedule(Event(time: time, isArrival: false, number: generation))
  }
}
