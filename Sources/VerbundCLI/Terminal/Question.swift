import Foundation

/// Questions on stderr, answers from stdin.
enum Question {
  /// Whether somebody is there to answer.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && Console.errorIsTerminal }

  /// Asks until the answer can be understood; an empty one means the suggestion.
  /// - Throws: 64 at the end of input, 130 on Ctrl-C.
  static func ask<Answer>(
    _ text: String, suggestion: String?, words: Words, _ read: (String) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    while true {
      Console.show(onTerminal: text + (suggestion.map { " [\($0)]" } ?? "") + ": ")
      guard let line = try line(words) else {
        Console.show(onTerminal: "\n")
        let text = words.pick("keine Antwort; nichts geschrieben", "no answer; nothing written")
        throw Failure(Failure.usage, text)
      }
      let answer = line.isEmpty ? suggestion ?? "" : line
      do throws(Failure) {
        return try read(answer)
      } catch {
        Console.complain(error.message)
      }
    }
  }

  /// A line without spaces at its ends; nil at the end of input.
  private static func line(_ words: Words) throws(Failure) -> String? {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = Foundation.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR, !Signals.isStopped { continue }
      if Signals.isStopped {
        Console.show(onTerminal: "\n")
        throw Failure(Failure.interrupted, words.pick("abgebrochen", "interrupted"))
      }
      if count <= 0 { return nil }
      if byte == UInt8(ascii: "\n") { break }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespaces)
  }
}
