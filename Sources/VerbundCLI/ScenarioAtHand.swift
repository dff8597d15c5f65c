import VerbundCore
import VerbundModel
import VerbundScenario
import VerbundStudy

/// A scenario file, read and compiled; issues of both carry their places in the files.
struct ScenarioAtHand {
  let experiment: Experiment
  private let positions: [String: SourcePosition]

  /// - Throws: no such file (66) or all issues of the reader (65).
  init(_ path: String) throws(Failure) {
    do throws(ScenarioError) {
      let loaded = try ScenarioFile.load(path)
      experiment = loaded.experiment
      positions = loaded.positions
    } catch {
      throw Failure(error)
    }
  }

  /// Compiles the chosen cells.
  /// - Throws: an unknown name (64) or all issues of the plans (65).
  func study(_ options: StudyOptions = StudyOptions()) throws(Failure) -> Study {
    do throws(StudyError) {
      return try Study(experiment, options: options)
    } catch {
      guard case .badScenario(let issues) = error else { throw Failure(error) }
      throw Failure(.badScenario(IssueList(issues.map(placed)).issues))
    }
  }

  /// With the position of the value, or of the nearest value above it that stands in a file.
  private func placed(_ issue: Issue) -> Issue {
    guard issue.position == nil else { return issue }
    var placed = issue
    var path = issue.path[...]
    while true {
      if let position = positions[String(path)] {
        placed.position = position
        return placed
      }
      guard let dot = path.lastIndex(of: ".") else { break }
      path = path[..<dot]
    }
    placed.position = positions[""] ?? positions["name"]
    return placed
  }
}
