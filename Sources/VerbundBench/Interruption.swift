import Foundation
import Synchronization

/// The process that is compared with: its id, 0 for none, -1 for one that is just being started.
private let other = Atomic<Int32>(0)
/// The signal that came while the other was being started.
private let pending = Atomic<Int32>(0)

/// Ctrl-C takes the program along that is being measured: it has a process group of its own, so
/// the terminal's signal does not reach it.
enum Interruption {
  /// To be called once, before the first program is started.
  static func prepare() {
    _ = (other.load(ordering: .relaxed), pending.load(ordering: .relaxed))  // made before use
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { Interruption.end(by: $0) }
      // Under nohup a closed terminal does not matter.
      if number == SIGHUP, isIgnoring(before) { signal(number, SIG_IGN) }
    }
  }

  /// Starts a process so that a signal at any instant ends it too.
  static func guarding(_ process: Process, start: () throws -> Void) throws {
    other.store(-1, ordering: .sequentiallyConsistent)
    do {
      try start()
      other.store(process.processIdentifier, ordering: .sequentiallyConsistent)
    } catch {
      release()
      throw BenchFailure(
        text: "the program \(process.executableURL?.path ?? "") cannot be started: "
          + "was it built for this machine?")
    }
    let number = pending.load(ordering: .sequentiallyConsistent)
    if number != 0 { end(by: number) }
  }

  /// The process has ended.
  static func release() { other.store(0, ordering: .sequentiallyConsistent) }

  /// In a signal handler: nothing but loads, stores and system calls.
  private static func end(by number: Int32) {
    let process = other.load(ordering: .sequentiallyConsistent)
    if process < 0 {
      pending.store(number, ordering: .sequentiallyConsistent)
      return
    }
    if process > 0 { kill(process, SIGKILL) }
    _exit(128 + number)
  }

  private static func isIgnoring(_ handler: sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
