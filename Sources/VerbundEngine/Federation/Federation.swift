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
  let components: Table<ComponentRow>
  let nodes: Table<NodeRow>
  let workloads: Table<WorkloadRow>
  /// By workload.
  let trees: Table<TreeDraws>
  let streams: Table<StreamRow>
  let slotLength: Nanoseconds
  let end: Nanoseconds
  let watchPeriod: Nanoseconds
  let committedOrder: [Int]

  // What changes. Rows of some of these tables are pointed to: none of them is ever replaced.
  var pageSource: PageSource
  var arrivals: Arrivals
  var requests = Pool<RequestRow>()
  /// The replicas of which a worker waits for its response, by depth: as many places.
  var holders = Storage<Int32>()
  var doors: Table<DoorRow>
  /// When connections close that no further page will use, by workload.
  var expiries: Rings<Nanoseconds>
  /// Whose patience ends up to this time has an event for it.
  var watchedUntil: Nanoseconds = 0
  var replicas: Pool<ReplicaRow>
  /// By replica, where its workers are shared.
  var shared: [SharedReplica?] = []
  var stations: StationTable
  /// The same components as their scalers see them.
  var scalers: [Station]
  var wires: Wires
  var meter: EnergyMeter
  var settlement: Settlement
  var loans: LoanBook
  var faults: FaultState
  var counters: Counters
  var messages = MessageBook()
  var starts: UInt32 = 0
  var slotState: SlotState
  var trace = TraceHash()

  init(_ plan: Plan, demand: DemandTable, seed: UInt64, night: Int) {
    self.plan = plan
    draws = Draws(seed: seed, night: night)
    pageSource = PageSource(draws)
    figures = NightFigures(plan, seed: seed, night: night)
    stations = StationTable(plan.components.count)
    doors = Table(plan.workloads.map { DoorRow($0.door) })
    counters = Counters(workloads: plan.workloads.count, slots: plan.slots)
    expiries = Rings(plan.workloads.count)
    components = NightTables.components(plan, figures, stations)
    nodes = NightTables.nodes(plan, components)
    workloads = NightTables.workloads(plan, figures, nodes, doors, counters, expiries)
    trees = NightTables.trees(workloads)
    wires = Wires(plan)
    streams = Table(wires.streams(plan, workloads, trees))
    arrivals = Arrivals(
      keys: plan.streams.map(\.key), expected: NightTables.visits(plan, demand, figures),
      slots: plan.slots, slotLength: plan.scenario.horizon.slot)
    slotLength = plan.scenario.horizon.slot
    end = Nanoseconds(plan.slots) * slotLength
    watchPeriod = Self.watchPeriod(plan)
    committedOrder = plan.portalOrder(demand, figures)
    replicas = Pool(reserve: Self.mostReplicas(plan))
    scalers = plan.components.map { Station($0.component) }
    meter = EnergyMeter(plan)
    settlement = Settlement(plan)
    loans = LoanBook(plan)
    faults = FaultState(plan)
    slotState = SlotState(plan)
    placeSetAside()
  }

  /// As many as are set aside, and as find room at the sites that offer any: a loan ends when its
  /// replica goes.
  private static func mostReplicas(_ plan: Plan) -> Int {
    let least = max(1, plan.components.map(\.component.workers).min() ?? 1)
    let offers = plan.scenario.lending.offers + plan.scenario.overflow.offers
    return plan.sites.reduce(plan.setAside.count) { sum, site in
      let room = site.hosts.reduce(0) { $0 + plan.hosts[$1].free }
      let offered = offers.filter { $0.site == site.id }.reduce(0) { $0 + $1.vCPU }
      return sum + min(room, offered) / least
    }
  }

  /// The events that start everything.
  mutating func begin(_ agenda: inout Agenda<FederationEvent>) {
    for stream in arrivals.streams { scheduleArrival(stream, &agenda) }
    agenda.schedule(FederationEvent(.control, at: 0, stream: 0, serial: 0, subject: 0))
    agenda.schedule(FederationEvent(.watch, at: 0, stream: 0, serial: 0, subject: 0))
    scheduleFaults(&agenda)
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
    case .page: viewPage(event.meaning, event.visitor, &agenda)
    case .atDoor: arriveLate(requests.at(subject), &agenda)
    case .atReplica: if let request = current(event) { arriveAtReplica(request, &agenda) }
    case .workDone: if let request = current(event) { workDone(request, &agenda) }
    case .reply: if let request = current(event) { replyArrives(request, &agenda) }
    case .deadline: if let request = current(event) { deadline(request, &agenda) }
    case .sharedDone: sharedDone(subject, event.generation, &agenda)
    case .fault: fault(subject, &agenda)
    case .watch: watch(&agenda)
    }
  }

  /// The page view of an event if it is still there: work may have been cancelled or lost.
  @inline(__always)
  private func current(_ event: FederationEvent) -> Request? {
    let request = requests.at(Int(event.subject))
    return request.row.generation == event.generation ? request : nil
  }
}
