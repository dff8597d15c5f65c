import Foundation
import Synchronization

/// A program on a real terminal: what it shows there, and what is typed.
final class PseudoTerminal {
  private let master: Int32
  private let process = Process()
  private let screen = Screen()
  private let out: FileHandle
  let outFile: String

  /// Starts the program with stdin and stderr on the terminal; stdout goes to a file. It
  /// works in `folder`, by default where the tests do.
  ///
  /// It gets a session of its own, so that Ctrl-C reaches it as it reaches a user's program.
  init(
    _ arguments: [String], columns: Int, in scratch: Scratch, folder: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw POSIXError(.EIO) }
    self.master = master
    outFile = "\(scratch.path)/terminal-out"
    try Data().write(to: URL(fileURLWithPath: outFile))
    out = try FileHandle(forWritingTo: URL(fileURLWithPath: outFile))
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
    process.arguments = ["-c", "-w", Tool.path] + arguments
    var all = ProcessInfo.processInfo.environment
    for key in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] { all[key] = nil }
    all["TERM"] = "xterm"
    process.environment = all.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardInput = terminal
    process.standardError = terminal
    process.standardOutput = out
    try process.run()
    close(slave)
    Thread.detachNewThread { [screen, master] in screen.listen(master) }
  }

  var text: String { screen.text }

  /// Waits until the text has been shown; false if the program ends without it.
  func waits(for part: String) -> Bool {
    while !text.contains(part) {
      guard process.isRunning else { return text.contains(part) }
      usleep(5_000)
    }
    return true
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// What it showed, what it wrote, and its exit code.
  func outcome() throws -> Tool.Outcome {
    process.waitUntilExit()
    screen.done.wait()
    close(master)
    try out.close()
    return Tool.Outcome(
      code: process.terminationStatus, out: try String(contentsOfFile: outFile, encoding: .utf8),
      error: text)
  }
}

/// What a terminal has shown so far.
private final class Screen: Sendable {
  let done = DispatchSemaphore(value: 0)
  private let shown = Mutex(Data())

  var text: String { shown.withLock { String(decoding: $0, as: UTF8.self) } }

  func listen(_ master: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(master, &buffer, buffer.count)
      // The terminal ends with an error when its last user has left it.
      guard count > 0 else { break }
      shown.withLock { $0.append(contentsOf: buffer[..<count]) }
    }
    done.signal()
  }
}
