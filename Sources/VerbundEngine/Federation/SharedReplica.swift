import VerbundCore

/// What is shared by the requests with one replica under processor sharing.
final class SharedReplica {
  /// Who shares, and how far each has come.
  var processor: SharedProcessor
  /// Processor time that is in the accounts, ns.
  var credited: Int128 = 0
  /// Time of the earliest event that is scheduled for a departure.
  var wakeAt = Nanoseconds.max
  /// By place: the request there, and its ticket.
  private var present: [(request: Int32, ticket: SharedProcessor.Ticket)] = []

  init(workers: Int, at now: Nanoseconds) {
    processor = SharedProcessor(processors: workers, start: now)
  }

  /// Workers that are busy.
  var level: Int { min(processor.count, processor.processors) }

  /// Lets a request in; returns its place.
  func enter(_ request: Int, _ key: UInt64, work: Nanoseconds, at now: Nanoseconds) -> Int32 {
    let ticket = processor.arrive(key, work: work, at: now)
    let entry = (Int32(truncatingIfNeeded: request), ticket)
    if Int(ticket.row) == present.count {
      present.append(entry)
    } else {
      present[Int(ticket.row)] = entry
    }
    return ticket.row
  }

  /// The next request that is done, if one is.
  func leave(at now: Nanoseconds) -> Int? {
    processor.depart(at: now).map { Int(present[Int($0.ticket.row)].request) }
  }

  /// Takes out the request at a place; returns its work left, ns.
  func cancel(_ place: Int32, at now: Nanoseconds) -> Nanoseconds {
    processor.cancel(present[Int(place)].ticket, at: now) ?? 0
  }

  /// Processor time since the last call, ns.
  func uncredited(at now: Nanoseconds) -> Int64 {
    processor.setProcessors(processor.processors, at: now)
    defer { credited = processor.busyTime }
    return Int64(processor.busyTime - credited)
  }
}
