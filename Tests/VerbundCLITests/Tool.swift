import Foundation
import Testing

/// The built program, run as a user runs it.
enum Tool {
  struct Outcome {
    var code: Int32
    var out: String
    var error: String
  }

  /// Lies beside the program that runs these tests.
  static let path: String = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return own.deletingLastPathComponent().appendingPathComponent("verbund").path
  }()

  static let smoke: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("scenarios/smoke/two-sites.yaml").path
  }()

  static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try start(path, arguments, environment: environment).outcome()
  }

  /// A line of shell; `$0` is the program, `$1` and so on the arguments.
  static func shell(_ line: String, _ arguments: String...) throws -> Outcome {
    try start("/bin/sh", ["-c", line, path] + arguments).outcome()
  }

  /// Output goes to files, so that no full pipe stops the child.
  static func start(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Running {
    let running = try Running()
    running.process.executableURL = URL(fileURLWithPath: program)
    running.process.arguments = arguments
    var all = ProcessInfo.processInfo.environment
    for key in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] { all[key] = nil }
    running.process.environment = all.merging(environment) { $1 }
    running.process.standardInput = FileHandle.nullDevice
    running.process.standardOutput = try FileHandle(forWritingTo: running.out)
    running.process.standardError = try FileHandle(forWritingTo: running.error)
    try running.process.run()
    return running
  }
}

/// A child process and the files that take its output.
final class Running {
  let process = Process()
  let scratch: Scratch
  let out: URL
  let error: URL

  init() throws {
    scratch = try Scratch()
    out = URL(fileURLWithPath: "\(scratch.path)/out")
    error = URL(fileURLWithPath: "\(scratch.path)/error")
    for file in [out, error] { try Data().write(to: file) }
  }

  func outcome() throws -> Tool.Outcome {
    process.waitUntilExit()
    // A process that a signal killed has no exit code: no test expects that.
    let code = process.terminationReason == .exit ? process.terminationStatus : -1
    return Tool.Outcome(
      code: code, out: try String(contentsOf: out, encoding: .utf8),
      error: try String(contentsOf: error, encoding: .utf8))
  }
}

/// A folder of its own for one test, removed with the value.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("verbund-cli-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }
}

/// The object of `--format json`.
struct Answer: Decodable {
  struct Metric: Decodable {
    var id: String, scope: String, unit: String
    var mean: Double?, low: Double?, high: Double?
    var n: Int
  }

  struct Variant: Decodable {
    var name: String, `case`: String, digest: String, fidelity: String
    var metrics: [Metric]

    func value(_ id: String, _ scope: String) -> Metric? {
      metrics.first { $0.id == id && $0.scope == scope }
    }
  }

  var scenario: String, run: String, folder: String, digest: String
  var variants: [Variant]

  init(_ text: String) throws {
    self = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
  }
}
