import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan

/// The federation as a model for the kernel: one night of one cell, every page view an event chain.
///
/// State is rows behind dense indices. What happens is spread over the files beside this one:
/// visits, the front door, calls, stations, scaling, loans; `handle` is the one switch.
struct Federation: ~Copyable, SimulationModel {
  let plan: Plan
  let draws: Draws
  let figures: NightFigures

  // Fixed for the night.
  let nodes: [NodeRow]
  let children: [Int32]
  let components: [ComponentRow]
  let workloads: [WorkloadRow]
  let streamWorkload: [Int32]
  let streamRegion: [Int32]
  let streamKeys: [UInt32]
  let hostSite: [Int32]
  let hostSpeed: [Double]
  let slotLength: Nanoseconds
  let committedOrder: [Int]

  // What changes.
  var arrivals: [ArrivalStream]
  var visits = Pool<VisitRow>()
  var requests = Pool<RequestRow>()
  var doors: [Door]
  var deadlines: [Ring<Deadline>]
  var replicas = Pool<ReplicaRow>()
  var stations: [Station]
  var wires: Wires
  var meter: EnergyMeter
  var settlement: Settlement
  var loans: LoanBook
  var counters: [Counters]
  var messages = MessageBook()
  var starts: UInt32 = 0
  var slotState: SlotState
  var trace = TraceHash()
  var arrivalTrace = TraceHash()

  init(_ plan: Plan, demand: DemandTable, seed: UInt64, night: Int) {
    self.plan = plan
    draws = Draws(seed: seed, night: night)
    figures = NightFigures(plan, seed: seed, night: night)
    let tables = NightTables(plan, demand, figures)
    nodes = tables.nodes
    children = tables.children
    components = tables.components
    workloads = tables.workloads
    arrivals = tables.arrivals
    streamWorkload = plan.streams.map { Int32($0.workload) }
    streamRegion = plan.streams.map { Int32($0.region) }
    streamKeys = plan.streams.map(\.key)
    hostSite = plan.hosts.map { Int32($0.site) }
    hostSpeed = plan.hosts.map(\.speed)
    slotLength = plan.scenario.horizon.slot
    committedOrder = plan.portalOrder(demand, figures)
    doors = plan.workloads.map { Door($0.door) }
    deadlines = plan.workloads.map { _ in Ring() }
    stations = plan.components.map { Station($0.component) }
    wires = Wires(plan)
    meter = EnergyMeter(plan)
    settlement = Settlement(plan)
    loans = LoanBook(plan)
    counters = plan.workloads.map { _ in Counters(slots: plan.slots) }
    slotState = SlotState(plan)
    placeSetAside()
  }

  /// The events that start everything.
  mutating func begin(_ agenda: inout Agenda<FederationEvent>) {
    for stream in arrivals.indices { scheduleArrival(stream, &agenda) }
    agenda.schedule(FederationEvent(.control, at: 0, stream: 0, serial: 0, subject: 0))
    let lending = plan.scenario.lending
    if lending.order == .portal {
      for (serial, time) in [lending.arrival, lending.until].enumerated() {
        agenda.schedule(
          FederationEvent(
            .portalOrder, at: max(0, time), stream: 0, serial: UInt32(serial), subject: serial))
      }
    }
  }

  @inline(__always)
  mutating func handle(_ event: FederationEvent, _ agenda: inout Agenda<FederationEvent>) {
    trace.add(UInt64(bitPattern: event.time), event.key)
    let subject = Int(event.subject)
    switch event.kind {
    case .control: control(&agenda)
    case .portalOrder: subject == 0 ? startPortalOrder(&agenda) : endPortalOrder(agenda.now)
    case .replicaReady: becomeReady(subject, event.generation, at: agenda.now)
    case .visitArrives: visitArrives(subject, &agenda)
    case .pageOffered: offerPage(subject, &agenda)
    case .atDoor: arriveAtDoor(subject, &agenda)
    case .atReplica: arriveAtReplica(subject, &agenda)
    case .workDone: workDone(subject, &agenda)
    case .reply: replyArrives(subject, &agenda)
    case .answered: answered(subject, &agenda)
    case .refused: refusalArrives(subject, &agenda)
    case .deadline: deadline(subject, &agenda)
    }
  }
}
