import VerbundCore
import VerbundEngine
import VerbundMeasure

/// M/M/c on the general kernel: customers arrive, wait in one line, are served by the first free of
/// `c` servers. Two events to a customer.
struct QueueModel: SimulationModel {
  struct Event: PlainEvent {
    var time: Nanoseconds
    /// 0 arrives, 1 departs; then the customer's number.
    var key: UInt64

    @inlinable @inline(__always)
    static func precedes(_ a: Event, _ b: Event) -> Bool {
      a.time < b.time || (a.time == b.time && a.key < b.key)
    }
  }

  let customers: QueueCustomers
  var free: Int
  var arrived: UInt32 = 0
  /// Of the customer who comes next.
  var work: Nanoseconds = 0
  var line = WaitingLine()
  var waits = LatencyHistogram()

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>) {
    if event.key >> 32 == 0 {
      line.append(
        Waiting(since: event.time, work: work, number: UInt32(truncatingIfNeeded: event.key)))
      if arrived < customers.count { scheduleArrival(&agenda) }
    } else {
      free += 1
    }
    while free > 0, let next = line.popFirst() {
      free -= 1
      waits.record(event.time - next.since)
      agenda.schedule(Event(time: event.time + next.work, key: 1 << 32 | UInt64(next.number)))
    }
  }

  mutating func scheduleArrival(_ agenda: inout Agenda<Event>) {
    let customer = customers[arrived]
    agenda.schedule(Event(time: agenda.now + customer.gap, key: UInt64(arrived)))
    work = customer.work
    arrived += 1
  }
}

struct Waiting: BitwiseCopyable {
  var since: Nanoseconds
  var work: Nanoseconds
  var number: UInt32
}

/// First in, first out, in an array that is cleared of its passed head now and then.
struct WaitingLine {
  private var rows: [Waiting] = []
  private var head = 0

  mutating func append(_ row: Waiting) { rows.append(row) }

  mutating func popFirst() -> Waiting? {
    guard head < rows.count else { return nil }
    defer {
      head += 1
      if head == rows.count || head > 4_096 {
        rows.removeFirst(head)
        head = 0
      }
    }
    return rows[head]
  }
}
