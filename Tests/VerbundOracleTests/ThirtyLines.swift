import VerbundCore
import VerbundEngine
import VerbundMeasure

struct Queue: ~Copyable, SimulationModel {
  struct Arrival: PlainEvent {
    var time: Nanoseconds
    var customer: UInt32
    static func precedes(_ a: Arrival, _ b: Arrival) -> Bool { a.time < b.time }
  }

  let draws: Draws
  let load: Double
  var station: SortedWorkers
  var waits = LatencyHistogram()

  mutating func handle(_ event: Arrival, _ agenda: inout Agenda<Arrival>) {
    let work = seconds(1, .work, event.customer)
    guard let served = station.arrive(at: event.time, work: work) else { return }
    waits.record(served.start - event.time)
    let next = event.customer + 1
    let gap = seconds(1 / (load * Double(station.count)), .arrival, next)
    agenda.schedule(Arrival(time: event.time + gap, customer: next))
  }

  func seconds(_ mean: Double, _ purpose: Purpose, _ customer: UInt32) -> Nanoseconds {
    let u = draws.uniform(purpose, stream: 0, Subject(visit: customer))
    return wholeNanoseconds(Distribution.exponential.quantile(u) * mean * 1e9)
  }
}
