import VerbundCore
import VerbundEngine
import VerbundLoad
import VerbundMeasure
import VerbundModel
import VerbundPlan

/// A cell compiled once, ready for any night.
struct PreparedCell: Sendable {
  let cell: Cell
  let plan: Plan
  let demand: DemandModel

  /// - Throws: the issues of the plan, without positions.
  init(_ cell: Cell) throws(IssueList) {
    self.cell = cell
    plan = try Plan.compile(cell.scenario)
    demand = DemandModel(plan)
  }

  /// - Throws: `interrupted` without counts if cancelled; the errors of a simulation.
  func simulate(
    seed: UInt64, night: Int, meter: NightMeter, isCancelled: @Sendable () -> Bool
  ) throws(StudyError) -> NightRecord {
    do throws(SimulationError) {
      return try simulateNight(
        plan, demand: demand.table(seed: seed, night: night), seed: seed, night: night,
        isCancelled: {
          meter.step()
          return isCancelled()
        })
    } catch {
      throw named(error, night: night, seed: seed)
    }
  }

  private func named(_ error: SimulationError, night: Int, seed: UInt64) -> StudyError {
    let place =
      "\(cell.variant)\(cell.case.isEmpty ? "" : ", \(cell.case)"), night \(night), seed \(seed)"
    return switch error {
    case .cancelled: .interrupted(finished: 0, total: 0)
    case .booksDoNotBalance(let account): .booksDoNotBalance("\(account) (\(place))")
    case .ceiling(let reason): .tooLarge("\(reason) (\(place))")
    }
  }
}
