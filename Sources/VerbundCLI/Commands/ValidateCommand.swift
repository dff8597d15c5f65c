import ArgumentParser
import VerbundModel

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Say everything that is wrong with scenario files.")

  @Argument(help: "Scenario files.")
  var files: [String]

  func run() throws {
    var worst: Int32 = 0
    for file in files {
      do throws(Failure) {
        let scenario = try ScenarioAtHand(file)
        _ = try scenario.study()
        try Console.print("\(file): ok: \(counts(scenario.experiment))\n")
      } catch {
        Console.complain(error.message)
        if worst == 0 { worst = error.code }
      }
    }
    if worst != 0 { throw ExitCode(worst) }
  }

  private func counts(_ experiment: Experiment) -> String {
    let variants = Set(experiment.cells.map(\.variant)).count
    let cases = Set(experiment.cells.map(\.case)).count
    let scenario = experiment.cells.first?.scenario
    let parts: [(Int, String, String)] = [
      (variants, "variant", "variants"), (cases, "case", "cases"),
      (experiment.nights, "night", "nights"),
      (scenario?.sites.count ?? 0, "site", "sites"),
      (scenario?.regions.count ?? 0, "region", "regions"),
      (scenario?.workloads.count ?? 0, "workload", "workloads"),
      (scenario?.links.count ?? 0, "link", "links"),
      (experiment.assumptions.count, "figure", "figures"),
    ]
    return parts.map { "\($0) \($0 == 1 ? $1 : $2)" }.joined(separator: ", ")
  }
}
