import VerbundCore

/// What happens at each event. A model is one type with one closed `switch`; the kernel is compiled
/// for it, so there is no dynamic dispatch in the loop.
public protocol SimulationModel: ~Copyable {
  associatedtype Event: PlainEvent
  /// Changes the model's state at `event.time` and schedules what follows from it.
  mutating func handle(_ event: Event, _ agenda: inout Agenda<Event>)
}

/// Where a model puts what is to come.
public struct Agenda<Event: PlainEvent>: ~Copyable {
  public private(set) var now: Nanoseconds = 0
  public private(set) var executed: Int64 = 0
  /// Set when more events were pending than the declared ceiling; the run stops there.
  public private(set) var isOverCeiling = false
  let ceiling: Int
  var pending: PendingEvents<Event>

  init(ceiling: Int) {
    self.ceiling = ceiling
    pending = PendingEvents()
  }

  /// Adds an event at or after `now`.
  @inline(__always)
  public mutating func schedule(_ event: Event) {
    precondition(event.time >= now, "an event before now")
    if pending.count >= ceiling {
      isOverCeiling = true
      return
    }
    pending.push(event)
  }

  @inline(__always)
  mutating func next(before end: Nanoseconds) -> Event? {
    guard !isOverCeiling, let event = pending.pop(before: end) else { return nil }
    now = event.time
    executed += 1
    return event
  }

  mutating func advance(to time: Nanoseconds) { now = time }
}

/// A clock, an agenda and one model.
public struct Kernel<Model: SimulationModel & ~Copyable>: ~Copyable {
  public var model: Model
  public var agenda: Agenda<Model.Event>

  /// - Parameter ceiling: largest number of pending events; the run stops when it is reached.
  public init(_ model: consuming Model, ceiling: Int = 1 << 26) {
    self.model = model
    agenda = Agenda(ceiling: ceiling)
  }

  /// Executes all events before `end` in their order and sets the clock to `end`.
  ///
  /// - Returns: false if the ceiling was reached.
  public mutating func run(until end: Nanoseconds) -> Bool {
    while let event = agenda.next(before: end) { model.handle(event, &agenda) }
    if agenda.isOverCeiling { return false }
    agenda.advance(to: end)
    return true
  }
}
