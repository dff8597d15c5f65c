import VerbundMeasure
import VerbundModel

/// What a size of the set-aside is in hosts, money, energy and CO2 over a year, by plain formulas.
///
/// - Money: set-aside vCPU x 8,760 h x the home site's tariff, and one peak night a year.
/// - Energy: set-aside as a share of the home's hosts x their power when idle x 8,760 h x PUE.
/// - CO2: that energy x the mean of the home's 24 hourly values.
struct YearlyCost: Sendable {
  static let hours = 8_760.0
  /// Peak nights a year: an assumption.
  static let peaks = 1.0

  /// Hosts of the home site's class that hold the set-aside, as a fraction.
  var hosts = 0.0
  /// EUR a year for the set-aside.
  var setAside = 0.0
  /// EUR for one night: settled between administrations and paid outside, for all services.
  var night = 0.0
  /// kWh a year that the set-aside's share of idle hosts draws.
  var energy = 0.0
  /// kg CO2 a year of that energy.
  var carbon = 0.0
  /// EUR a year if lenders had to keep their whole offer free and charged their tariff for it; nil
  /// where nothing is lent.
  var keptOffer: Double?

  var total: Double { setAside + night * Self.peaks }

  /// Nil where a home site or its host class is missing.
  init?(_ trial: EqualService.Trial, services: [String]) {
    guard let scenario = trial.column.scenario else { return nil }
    for id in services {
      guard let service = scenario.workloads.first(where: { $0.id == id }),
        let home = scenario.sites.first(where: { $0.id == service.home }),
        let host = scenario.mainHost(of: home)
      else { return nil }
      let vCPU = Double(service.setAsideVCPU)
      let share = vCPU / Double(host.vCPU)
      let kilowatts = share * (host.watts.first ?? 0) * home.pue / 1_000
      hosts += share
      setAside += vCPU * Self.hours * home.tariff.perVCPUHour
      energy += kilowatts * Self.hours
      carbon += kilowatts * Self.hours * home.meanCarbon / 1_000
    }
    night = Self.night(trial, services)
    keptOffer = Self.keptOffer(scenario)
  }

  private static func night(_ trial: EqualService.Trial, _ services: [String]) -> Double {
    // Both in one scope: what is settled is known for the whole federation only.
    func amount(_ id: String) -> Double {
      trial.column.table[id, Scope.whole]?.mean
        ?? services.compactMap { trial.column.table[id, "workload:" + $0]?.mean }.reduce(0, +)
    }
    return amount("cost.settlement") + amount("cost.external")
  }

  private static func keptOffer(_ scenario: Scenario) -> Double? {
    guard scenario.lending.order != .none else { return nil }
    let parts = scenario.lending.offers.compactMap { offer in
      scenario.sites.first { $0.id == offer.site }
        .map { Double(offer.vCPU) * hours * $0.tariff.perVCPUHour }
    }
    return parts.isEmpty ? nil : parts.reduce(0, +)
  }
}

extension Scenario {
  /// The class of which a site has most hosts.
  func mainHost(of site: Site) -> HostClass? {
    site.hosts.max { $0.count < $1.count }
      .flatMap { group in hostClasses.first { $0.id == group.hostClass && $0.vCPU > 0 } }
  }
}

extension Site {
  /// g CO2 per kWh, mean of the hours of the day.
  var meanCarbon: Double {
    carbon.isEmpty ? 0 : carbon.reduce(0, +) / Double(carbon.count)
  }
}
