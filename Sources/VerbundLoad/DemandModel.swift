import VerbundCore
import VerbundModel
import VerbundPlan

/// All intensities of a night as one product: basis (slots x functions) times weights (functions x
/// streams and sites).
///
/// Functions are, for each workload, its shape and its bursts, each alone, times a noise that all
/// regions share and times a noise of each region's own; and for each site its tenants' day. Noise
/// so multiplies the intensity and is correlated between regions, and the product stays linear.
public struct DemandModel: Sendable {
  private let plan: Plan
  private let shapes: [Shape]
  private let functions: [Function]

  private struct Function: Sendable {
    enum Kind: Sendable {
      /// Atom 0 is the shape; burst b is atom b + 1.
      case demand(workload: Int, atom: Int, noise: NoiseSource)
      case tenants(site: Int)
    }
    let kind: Kind
  }

  private enum NoiseSource: Equatable, Sendable {
    case none
    case common
    case own(stream: Int)
  }

  public init(_ plan: Plan) {
    self.plan = plan
    let horizon = plan.scenario.horizon
    shapes = plan.workloads.map { Shape($0.demand, slot: horizon.slot, slots: horizon.slots) }
    var functions: [Function] = []
    for (index, workload) in plan.workloads.enumerated() {
      let own = plan.streams.indices.filter { plan.streams[$0].workload == index }
      var noises: [NoiseSource] = [.none]
      if workload.demand.noise.deviation > 0 {
        noises += [.common] + own.map { .own(stream: $0) }
      }
      for atom in 0...workload.demand.bursts.count {
        for noise in noises {
          functions.append(Function(kind: .demand(workload: index, atom: atom, noise: noise)))
        }
      }
    }
    functions += plan.sites.indices.map { Function(kind: .tenants(site: $0)) }
    self.functions = functions
  }

  /// The night's table. - Complexity: O(slots x functions x streams), as one `dgemm`.
  public func table(seed: UInt64, night: Int) -> DemandTable {
    let figures = NightFigures(plan, seed: seed, night: night)
    let product = ExactProduct.multiply(
      basis(Draws(seed: seed, night: night)), weights(figures))
    return table(product)
  }

  /// Slots x functions.
  func basis(_ draws: Draws) -> Matrix {
    var basis = Matrix(rows: plan.slots, columns: functions.count)
    for (column, function) in functions.enumerated() {
      switch function.kind {
      case .demand(let workload, let atom, let noise):
        let shape = shapes[workload]
        let atoms = atom == 0 ? shape.profile : shape.bursts[atom - 1]
        let key: UInt32? =
          switch noise {
          case .none: nil
          case .common: plan.workloads[workload].key
          case .own(let stream): plan.streams[stream].key
          }
        for slot in 0..<plan.slots {
          let z = key.map { standardUniform(draws, key: $0, slot: slot) } ?? 1
          basis[slot, column] = atoms[slot] * z
        }
      case .tenants(let site):
        for slot in 0..<plan.slots {
          let hour = plan.scenario.horizon.clock(slot: slot).hour
          basis[slot, column] = plan.sites[site].tenants.hourly[hour]
        }
      }
    }
    return basis
  }

  /// Functions x (streams, then sites).
  func weights(_ figures: NightFigures) -> Matrix {
    var weights = Matrix(
      rows: functions.count, columns: plan.streams.count + plan.sites.count)
    for (row, function) in functions.enumerated() {
      switch function.kind {
      case .demand(let workload, let atom, let noise):
        for (column, stream) in plan.streams.enumerated() where stream.workload == workload {
          let law = plan.workloads[workload].demand.noise
          let factor: Double =
            switch noise {
            case .none: 1
            case .common: law.deviation * law.correlation.squareRoot()
            case .own(let owner):
              owner == column ? law.deviation * (1 - law.correlation).squareRoot() : 0
            }
          let burst = atom == 0 ? 1 : figures.burst[stream.region]
          weights[row, column] = stream.level * figures.volume[stream.region] * burst * factor
        }
      case .tenants(let site):
        weights[row, plan.streams.count + site] =
          plan.sites[site].tenants.utilisation * figures.baseLoad[site]
      }
    }
    return weights
  }

  private func table(_ product: Matrix) -> DemandTable {
    let cut = plan.streams.count * plan.slots
    var base = Array(product.values[cut...])
    for (site, row) in plan.sites.enumerated() {
      for slot in site * plan.slots..<(site + 1) * plan.slots {
        base[slot] = min(max(0, base[slot]), row.tenants.reserved)
      }
    }
    return DemandTable(
      slots: plan.slots, hits: product.values[..<cut].map { max(0, $0) }, baseLoad: base)
  }

  /// Mean 0, variance 1, bounded: uniform on (-sqrt 3, sqrt 3).
  private func standardUniform(_ draws: Draws, key: UInt32, slot: Int) -> Double {
    let u = draws.uniform(.noise, stream: key, Subject(visit: UInt32(slot)))
    return (2 * u - 1) * 3.0.squareRoot()
  }
}
