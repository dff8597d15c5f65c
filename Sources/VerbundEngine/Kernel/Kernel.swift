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
  @usableFromInline var clock: Nanoseconds = 0
  @usableFromInline var done: Int64 = 0
  @usableFromInline var isFull = false
  @usableFromInline let ceiling: Int
  @usableFromInline var pending: PendingEvents<Event>

  /// Simulated time.
  @inlinable public var now: Nanoseconds { clock }
  /// Events executed so far.
  @inlinable public var executed: Int64 { done }
  /// Set when more events were pending than the declared ceiling; the run stops there.
  @inlinable public var isOverCeiling: Bool { isFull }

  @inlinable
  init(ceiling: Int) {
    self.ceiling = ceiling
    pending = PendingEvents()
  }

  /// Adds an event at or after `now`.
  @inlinable @inline(__always)
  public mutating func schedule(_ event: Event) {
    precondition(event.time >= clock, "an event before now")
    if pending.count >= ceiling {
      isFull = true
      return
    }
    pending.push(event)
  }

  @inlinable @inline(__always)
  mutating func next(before end: Nanoseconds) -> Event? {
    guard !isFull, let event = pending.pop(before: end) else { return nil }
    clock = event.time
    done += 1
    return event
  }

  /// Visits every event that is still to come, in no particular order.
  ///
  /// - Complexity: O(pending events).
  @inlinable
  public func visitPending(_ body: (Event) -> Void) { pending.visitAll(body) }

  @inlinable
  mutating func advance(to time: Nanoseconds) { clock = time }
}

/// A clock, an agenda and one model.
public struct Kernel<Model: SimulationModel & ~Copyable>: ~Copyable {
  /// The model's state, to be set up before the run and read after it.
  public var model: Model
  /// Where the first events are scheduled.
  public var agenda: Agenda<Model.Event>

  /// - Parameter ceiling: largest number of pending events; the run stops when it is reached.
  @inlinable
  public init(_ model: consuming Model, ceiling: Int = 1 << 26) {
    self.model = model
    agenda = Agenda(ceiling: ceiling)
  }

  /// Executes all events before `end` in their order and sets the clock to `end`.
  ///
  /// - Returns: false if the ceiling was reached.
  @inlinable
  public mutating func run(until end: Nanoseconds) -> Bool {
    while let event = agenda.next(before: end) { model.handle(event, &agenda) }
    if agenda.isOverCeiling { return false }
    agenda.advance(to: end)
    return true
  }
}
