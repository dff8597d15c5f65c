import ArgumentParser
import Foundation
import VerbundStudy

/// The command `verbund`: the one public symbol of this room.
public struct VerbundTool: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "verbund",
    abstract: "Capacity of a federated cloud, simulated request by request.",
    version: "verbund 0.1.0 (model version \(Study.modelVersion))",
    subcommands: [
      ValidateCommand.self, RunCommand.self, VerifyCommand.self, ReportCommand.self,
      CompareCommand.self, ListCommand.self, ExplainCommand.self, SchemaCommand.self,
      NewCommand.self,
    ])

  public init() {}

  /// Runs the command line of this process and ends it with its exit code.
  public static func start() -> Never {
    Signals.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Console.complain(failure.message)
      Foundation.exit(failure.code)
    } catch {
      exit(withError: error)
    }
    Foundation.exit(0)
  }
}
