import VerbundCore
import VerbundEngine
import VerbundMeasure

/// M/M/c: customers arrive, wait in one line and are served by the first server to be free.
struct ManyServers: SimulationModel {
  struct Event: PlainEvent {
    var time: Nanoseconds
    var isArrival: Bool
    var customer: UInt32

    /// At one instant those who leave go before those who arrive, then lower numbers before higher.
    static func precedes(_ a: Event, _ b: Event) -> Bool {
      if a.time != b.time { return a.time < b.time }
      if a.isArrival != b.isArrival { return b.isArrival }
      return a.customer < b.customer
    }
  }

  let draws: Draws
  let secondsBetweenArrivals: Double
  let secondsOfWork: Double
  var idle: Int
  /// When each customer came; the first `started` of them have been or are being served.
  var arrivals: [Nanoseconds] = []
  var started = 0
  var waits = LatencyHistogram()

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    if event.isArrival {
      arrivals.append(event.time)
      schedule(arrivalOf: event.customer + 1, &agenda)
    } else {
      idle += 1
    }
    guard idle > 0, started < arrivals.count else { return }
    let customer = UInt32(started)
    waits.record(event.time - arrivals[started])
    (idle, started) = (idle - 1, started + 1)
    let end = event.time + time(secondsOfWork, .work, customer)
    agenda.schedule(Event(time: end, isArrival: false, customer: customer))
  }

  func schedule(arrivalOf customer: UInt32, _ agenda: inout Agenda<Event>) {
    let next = agenda.now + time(secondsBetweenArrivals, .arrival, customer)
    agenda.schedule(Event(time: next, isArrival: true, customer: customer))
  }

  /// An exponential time that belongs to this customer and purpose, whoever asks, whenever.
  func time(_ meanSeconds: Double, _ purpose: Purpose, _ customer: UInt32) -> Nanoseconds {
    let u = draws.uniform(purpose, stream: 0, Subject(visit: customer))
    return wholeNanoseconds(Distribution.exponential.quantile(u) * meanSeconds * 1e9)
  }
}

/// The mean wait in seconds over one night of five hours, from an empty system on.
func meanWait(servers: Int, load: Double, seed: UInt64, night: Int) -> Double? {
  let draws = Draws(seed: seed, night: night)
  var kernel = Kernel(
    ManyServers(
      draws: draws, secondsBetweenArrivals: 1 / (load * Double(servers)), secondsOfWork: 1,
      idle: servers))
  kernel.model.schedule(arrivalOf: 0, &kernel.agenda)
  guard kernel.run(until: 5 * .hour) else { return nil }
  return kernel.model.waits.mean.map { $0 / 1e9 }
}
