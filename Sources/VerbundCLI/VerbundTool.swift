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
    } catch {
      end(error)
    }
    Foundation.exit(0)
  }

  /// Says what failed, or what the parser has to say, and ends with the exit code.
  private static func end(_ error: any Error) -> Never {
    do throws(Failure) {
      if let failure = error as? Failure { throw failure }
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if !code.isSuccess {
        Console.complain(text)
      } else if !text.isEmpty {
        try Console.print(text + "\n")
      }
      Foundation.exit(code.rawValue)
    } catch {
      Console.complain(error.message)
      Foundation.exit(error.code)
    }
  }
}
