import Foundation

/// Results go to stdout, conversation to stderr.
enum Console {
  /// Writes results. A reader who has left ends the process quietly.
  static func print(_ text: String) throws(Failure) {
    if try put(text) == EPIPE { exit(0) }
  }

  /// Writes what files or the exit code say as well: a reader who has left stops nothing.
  static func tell(_ text: String) throws(Failure) { _ = try put(text) }

  /// - Returns: 0, or EPIPE for a reader who has left.
  private static func put(_ text: String) throws(Failure) -> Int32 {
    let code = write(text, to: STDOUT_FILENO)
    guard code == 0 || code == EPIPE else {
      throw Failure(Failure.inputOutput, "standard output: \(String(cString: strerror(code)))")
    }
    return code
  }

  /// Writes a line of conversation; whether anybody reads it changes nothing.
  static func say(_ line: String) { _ = write(line + "\n", to: STDERR_FILENO) }

  /// Says what is wrong. Lines of a file stand as they are, so that editors can jump there.
  static func complain(_ message: String) {
    if !message.isEmpty { say(clean(message)) }
  }

  /// Without control characters, which could repaint the terminal; file names may hold them.
  private static func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
          return isControl ? "\u{FFFD}" : scalar
        }))
  }

  static func show(onTerminal text: String) { _ = write(text, to: STDERR_FILENO) }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether stderr is a terminal that can move its cursor.
  static var errorCanRedraw: Bool {
    errorIsTerminal && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Whether stdout is a terminal that may be painted (no-color.org).
  static var isColored: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Columns of the terminal on stdout; 100 where there is none.
  static var width: Int { columns(of: STDOUT_FILENO) ?? 100 }

  /// Columns of the terminal on stderr; 80 where it does not say.
  static var errorWidth: Int { columns(of: STDERR_FILENO) ?? 80 }

  private static func columns(of stream: Int32) -> Int? {
    var size = winsize()
    guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The error code, 0 for none.
  private static func write(_ text: String, to stream: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { buffer in
      var done = 0
      while done < buffer.count, let start = buffer.baseAddress {
        let written = Foundation.write(stream, start + done, buffer.count - done)
        if written < 0 {
          if errno == EINTR || errno == EAGAIN { continue }
          return errno
        }
        done += written
      }
      return 0
    }
  }
}
