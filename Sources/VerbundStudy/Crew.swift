import Foundation
import Synchronization

/// Some threads that take numbered jobs in their order until all are done or one fails.
enum Crew {
  private struct Board: Sendable {
    var next = 0
    var failure: (index: Int, error: StudyError)?
  }

  /// A place for the mutex that several threads can hold.
  private final class Shared: Sendable {
    let board = Mutex(Board())
  }

  /// Runs `body` for 0 ..< count on at most `jobs` threads, the calling one included.
  ///
  /// After a failure no further job begins; those begun go on. The jobs begin in their order, so
  /// the failure thrown, that of the lowest index, does not depend on the threads.
  static func work(
    count: Int, jobs: Int, _ body: @Sendable (Int) throws(StudyError) -> Void
  ) throws(StudyError) {
    guard count > 0 else { return }
    let shared = Shared()
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
      while let index = take(shared, of: count) {
        do throws(StudyError) {
          try body(index)
        } catch {
          fail(shared, index, error)
        }
      }
    }
    if let error = shared.board.withLock({ $0.failure?.error }) { throw error }
  }

  private static func take(_ shared: Shared, of count: Int) -> Int? {
    shared.board.withLock { board in
      guard board.failure == nil, board.next < count else { return nil }
      defer { board.next += 1 }
      return board.next
    }
  }

  private static func fail(_ shared: Shared, _ index: Int, _ error: StudyError) {
    shared.board.withLock { board in
      if board.failure.map({ index < $0.index }) ?? true { board.failure = (index, error) }
    }
  }
}
