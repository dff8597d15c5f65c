import Foundation

/// The programs to compare with, built beforehand.
struct Baseline: Sendable {
  let folder: String

  /// Runs a program and returns what it printed: seconds, a hash, and whatever else.
  ///
  /// Throws a sentence if it is not there, ends badly, or prints no time.
  func run(_ name: String, _ arguments: [String]) throws -> [String] {
    let program = "\(folder)/\(name)"
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw BenchFailure(text: "there is no program \(program): ./dev bench builds it")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try Interruption.guarding(process) { try process.run() }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    Interruption.release()
    if let end = badEnd(of: process) {
      throw BenchFailure(text: "the program \(program) \(end)")
    }
    let text = String(decoding: data, as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 2, let seconds = Double(words[0]), seconds > 0, seconds.isFinite else {
      throw BenchFailure(
        text: "the program \(program) printed \"\(text.prefix(60).filter { !$0.isNewline })\" "
          + "instead of its seconds and its result")
    }
    return words
  }

  private func badEnd(of process: Process) -> String? {
    let status = process.terminationStatus
    if process.terminationReason == .uncaughtSignal { return "was ended by signal \(status)" }
    return status == 0 ? nil : "ended with exit code \(status)"
  }
}
