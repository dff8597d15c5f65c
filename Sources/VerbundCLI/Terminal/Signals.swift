import Foundation
import Synchronization

private let stopped = Atomic<Bool>(false)

/// What the system tells the process: to stop, and that nobody reads any more.
enum Signals {
  /// Whether Ctrl-C or SIGTERM came.
  static var isStopped: Bool { stopped.load(ordering: .relaxed) }

  /// Writes to a closed pipe or past a file limit fail with an error and do not kill the process,
  /// and no file that is opened later can take the number of a closed standard stream.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", stream == 0 ? O_RDONLY : O_WRONLY)
    }
  }

  /// Waiting for an answer ends with Ctrl-C, too; after `catchStop`.
  static func interruptReading() {
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      sigaction(number, nil, &action)
      action.sa_flags &= ~SA_RESTART
      sigaction(number, &action, nil)
    }
  }

  /// From here on the first Ctrl-C or SIGTERM asks for an end; the second one kills.
  static func catchStop() {
    _ = isStopped  // makes the flag before a signal can find it missing
    // A parent's worker threads may block signals, and a child inherits that.
    var both = sigset_t()
    sigemptyset(&both)
    sigaddset(&both, SIGINT)
    sigaddset(&both, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &both, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        stopped.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
