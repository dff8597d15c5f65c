import Foundation
import Synchronization
import VerbundModel
import VerbundStudy

/// Two lines on the terminal that say how far a run is and what it simulates now.
final class ProgressBar: Sendable {
  private struct State {
    var progress: StudyProgress?
    var linesDrawn = 0
    var isOver = false
  }

  /// To be handed to the run.
  let watch = StudyWatch()
  private let state = Mutex(State())
  private let words: Words
  private let start = Date()
  private let isShown: Bool

  /// Draws only on a terminal whose cursor can move, and not if `quiet`.
  init(quiet: Bool, words: Words) {
    self.words = words
    isShown = !quiet && Console.errorCanRedraw
    guard isShown else { return }
    Thread.detachNewThread { [weak self] in
      while self?.draw() ?? false { Thread.sleep(forTimeInterval: 0.2) }
    }
  }

  /// The next drawing shows it.
  func update(_ progress: StudyProgress) {
    let isFirst = state.withLock { state in
      defer { state.progress = progress }
      return state.progress == nil
    }
    if isFirst { _ = draw() }
  }

  /// Takes the lines away.
  func finish() {
    state.withLock { state in
      if state.linesDrawn > 0 {
        let above = state.linesDrawn == 2 ? "\u{1B}[1A\r\u{1B}[K" : ""
        Console.show(onTerminal: "\r\u{1B}[K" + above)
      }
      state.linesDrawn = 0
      state.isOver = true
    }
  }

  /// False when the run is over.
  private func draw() -> Bool {
    guard isShown else { return false }
    return state.withLock { state in
      if state.isOver { return false }
      guard let progress = state.progress, progress.total > 0 else { return true }
      // In the last column some terminals would begin a new line.
      let line = ProgressLine(
        progress: progress, running: watch.running, seconds: Date().timeIntervalSince(start),
        words: words, width: max(0, Console.errorWidth - 1))
      let isTwo = state.linesDrawn == 2 || !line.running.isEmpty
      let up = state.linesDrawn == 2 ? "\u{1B}[1A" : ""
      let below = isTwo ? "\n" + line.nights + "\u{1B}[K" : ""
      Console.show(onTerminal: up + "\r" + line.whole + "\u{1B}[K" + below)
      state.linesDrawn = isTwo ? 2 : 1
      return true
    }
  }
}
