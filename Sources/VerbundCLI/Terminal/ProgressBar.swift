import Foundation
import Synchronization
import VerbundModel
import VerbundStudy

/// A line on the terminal that says how far a run is: bar, rate and time left.
final class ProgressBar: Sendable {
  private struct State {
    var progress: StudyProgress?
    var isDrawn = false
    var isOver = false
  }

  private let state = Mutex(State())
  private let words: Words
  private let start = Date()
  private let isShown: Bool

  /// Draws only on a terminal, and not if `quiet`.
  init(quiet: Bool, words: Words) {
    self.words = words
    isShown = !quiet && Console.errorIsTerminal
    guard isShown else { return }
    Thread.detachNewThread { [weak self] in
      while self?.draw() ?? false { Thread.sleep(forTimeInterval: 1) }
    }
  }

  func update(_ progress: StudyProgress) {
    state.withLock { $0.progress = progress }
    _ = draw()
  }

  /// Takes the line away.
  func finish() {
    state.withLock { state in
      if state.isDrawn { Console.show(onTerminal: "\r\u{1B}[K") }
      state.isDrawn = false
      state.isOver = true
    }
  }

  /// False when the run is over.
  private func draw() -> Bool {
    guard isShown else { return false }
    return state.withLock { state in
      if state.isOver { return false }
      guard let progress = state.progress, progress.total > 0 else { return true }
      state.isDrawn = true
      Console.show(onTerminal: "\r" + line(progress) + "\u{1B}[K")
      return true
    }
  }

  private func line(_ progress: StudyProgress) -> String {
    let width = 24
    let filled = width * progress.finished / progress.total
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    var text = "\(bar) \(progress.finished)/\(progress.total) \(words.nights)"
    let seconds = Date().timeIntervalSince(start)
    let done = progress.finished - progress.found
    if done > 0, seconds > 0 {
      let perMinute = (Double(done) / seconds * 600).rounded() / 10
      let left = seconds / Double(done) * Double(progress.total - progress.finished)
      text += " · \(words.number(perMinute))/min · \(words.left(clock(left)))"
    } else {
      text += " · \(clock(seconds))"
    }
    return text
  }

  private func clock(_ seconds: Double) -> String {
    let whole = Int(min(max(0, seconds), 1e9).rounded())
    let rest = whole % 60
    return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
