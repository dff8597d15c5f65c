import VerbundCore
import VerbundModel
import VerbundPlan

/// The control tick: how many replicas each component should have, and what is done about it.
extension Federation {
  /// Lays the set-aside on its hosts; what must run at the start is ready at the start.
  mutating func placeSetAside() {
    for place in plan.setAside {
      let component = plan.components[place.component]
      let host = plan.hosts[place.host]
      let row = ReplicaRow(
        of: place.component, components[place.component], host: place.host, meter,
        speed: host.speed, rank: Int64(scalers[place.component].home.count))
      let slot = replicas.insert(row).slot
      scalers[place.component].home.append(Int32(slot))
      meter.reserve(
        Int32(component.component.workers), host: place.host, workload: component.workload, at: 0)
    }
    for component in scalers.indices {
      for slot in scalers[component].home.prefix(scalers[component].floor(at: 0)) {
        replicas[Int(slot)].state = .ready
        stations.addReady(replicas.at(Int(slot)), to: component, at: 0)
      }
    }
  }

  mutating func control(_ agenda: inout Agenda<FederationEvent>) {
    let now = agenda.now
    for component in scalers.indices {
      scalers[component].closeScrape(stations.integrals(component, at: now))
      // Who scales a service is lost with its home.
      if faults.hasLost(site: Int(workloads[Int(components[component].workload)].home)) { continue }
      let view = ScalingView(
        now: now, replicas: running(component) + scalers[component].lost,
        ready: measured(component, now), utilisation: scalers[component].visible ?? 0)
      let wanted = scalers[component].decide(view, committed: committed(component))
      adjust(component, to: wanted, &agenda)
    }
    agenda.schedule(
      FederationEvent(
        .control, at: now + plan.scenario.controlPeriod, stream: 0, serial: 0, subject: 0))
  }

  /// Replicas that run or start.
  func running(_ component: Int) -> Int {
    scalers[component].home.count { isRunning(Int($0)) }
      + scalers[component].lent.count { isRunning(Int($0)) }
  }

  /// Replicas that took requests throughout the scrape which the scaler sees: younger ones count as
  /// not ready, as in Kubernetes.
  private func measured(_ component: Int, _ now: Nanoseconds) -> Int {
    let begin = now - 2 * plan.scenario.controlPeriod
    let station = stations.pointer(component)
    return (0..<station.row.count).count { place in
      stations.ready(station, place).row.readySince <= begin
    }
  }

  /// Running replicas that are ordered until a fixed time.
  private func committed(_ component: Int) -> Int {
    scalers[component].lent.count { isRunning(Int($0)) && replicas[Int($0)].isCommitted }
  }

  func isRunning(_ replica: Int) -> Bool {
    replicas[replica].state == .ready || replicas[replica].state == .starting
  }

  /// Starts what is missing, at home first, then elsewhere; or drains what is too much.
  private mutating func adjust(
    _ component: Int, to wanted: Int, _ agenda: inout Agenda<FederationEvent>
  ) {
    let surplus = running(component) - wanted
    if surplus > 0 {
      drain(component, surplus, agenda.now)
    } else if surplus < 0 {
      let left = startAtHome(component, -surplus, &agenda)
      if left > 0 { borrowAutomatically(component, left, &agenda) }
    }
  }

  /// Returns how many could not be started at home.
  private mutating func startAtHome(
    _ component: Int, _ count: Int, _ agenda: inout Agenda<FederationEvent>
  ) -> Int {
    var left = count
    for slot in scalers[component].home where left > 0 {
      if faults.hasLost(replica: slot, on: Int(replicas[Int(slot)].hostNumber)) { continue }
      switch replicas[Int(slot)].state {
      case .ready, .starting: continue
      case .draining:
        replicas[Int(slot)].state = .ready
        replicas[Int(slot)].readySince = agenda.now
        stations.addReady(replicas.at(Int(slot)), to: component, at: agenda.now)
      case .off:
        // The image lies at home already.
        startUp(Int(slot), from: agenda.now, &agenda)
      }
      left -= 1
    }
    return left
  }

  /// Schedules a replica's readiness; its host has the image at `time`.
  mutating func startUp(
    _ replica: Int, from time: Nanoseconds, _ agenda: inout Agenda<FederationEvent>
  ) {
    starts &+= 1
    let component = Int(replicas[replica].component)
    replicas[replica].state = .starting
    replicas[replica].startNumber = starts
    agenda.schedule(
      FederationEvent(
        .replicaReady, at: time + plan.components[component].component.startUp,
        stream: component, serial: starts, subject: replica, generation: starts))
  }

  mutating func becomeReady(_ replica: Int, _ startNumber: UInt32, at now: Nanoseconds) {
    guard replicas[replica].state == .starting, replicas[replica].startNumber == startNumber
    else { return }
    replicas[replica].state = .ready
    replicas[replica].freeAt = now
    replicas[replica].readySince = now
    stations.addReady(replicas.at(replica), to: Int(replicas[replica].component), at: now)
  }

  /// Takes replicas out of service: the latest lent first, committed ones never, then at home from
  /// the highest index.
  private mutating func drain(_ component: Int, _ count: Int, _ now: Nanoseconds) {
    var left = count
    for slot in scalers[component].lent.reversed() where left > 0 {
      guard isRunning(Int(slot)), !replicas[Int(slot)].isCommitted else { continue }
      stop(Int(slot), now)
      left -= 1
    }
    let floor = scalers[component].floor(at: now)
    var kept = scalers[component].home.count { isRunning(Int($0)) }
    for slot in scalers[component].home.reversed() where left > 0 && kept > floor {
      guard isRunning(Int(slot)) else { continue }
      stop(Int(slot), now)
      left -= 1
      kept -= 1
    }
  }

  /// No new requests; it leaves when it has none left.
  mutating func stop(_ replica: Int, _ now: Nanoseconds) {
    let component = Int(replicas[replica].component)
    if replicas[replica].state == .ready { stations.removeReady(replica, from: component, at: now) }
    replicas[replica].state = .draining
    if replicas[replica].bound == 0 { retire(replica, now) }
  }

  /// The replica is gone; a lent one's host goes back to its lender.
  mutating func retire(_ replica: Int, _ now: Nanoseconds) {
    replicas[replica].state = .off
    guard replicas[replica].isLent else { return }
    if replicas[replica].isShared { dissolve(replica, at: now) }
    let row = replicas[replica]
    let workers = Int(components[Int(row.component)].workers)
    meter.reserve(-Int32(workers), host: Int(row.hostNumber), workload: Int(row.workload), at: now)
    loans.giveBack(
      workers, host: Int(row.hostNumber), site: Int(row.site), workload: Int(row.workload),
      since: row.lentSince, at: now)
    scalers[Int(row.component)].lent.removeAll { $0 == replica }
    replicas.remove(replicas.at(replica))
  }
}
