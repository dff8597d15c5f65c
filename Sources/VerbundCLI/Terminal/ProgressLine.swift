import VerbundCore
import VerbundModel
import VerbundStudy

/// What the progress of a run looks like: one line on the whole, one on the nights under way.
struct ProgressLine {
  let progress: StudyProgress
  let running: [StudyWatch.Night]
  /// Seconds since the begin.
  let seconds: Double
  let words: Words
  /// No line is longer, in characters.
  let width: Int

  private static let barWidth = 24

  /// `███░░░ 7/20 nights · 3.2/min · 4:05 left`; what does not fit is left out from the end.
  var whole: String {
    let count = "\(progress.finished)/\(progress.total) \(words.nights)"
    let text = joined([count] + pace, upTo: width)
    let room = min(Self.barWidth, width - text.count - 1)
    guard room >= 8, progress.total > 0 else { return text }
    let filled = Int(Double(room) * min(1, done / Double(progress.total)))
    return String(repeating: "█", count: filled)
      + String(repeating: "░", count: room - filled) + " " + text
  }

  /// `verbund, klein: night 3/5, 19:42 · inseln: …`, as many as fit.
  var nights: String { joined(running.map(text), upTo: width) }

  /// Finished nights, and the parts of those under way.
  private var done: Double {
    Double(progress.finished) + running.reduce(0) { $0 + $1.share }
  }

  private var pace: [String] {
    let worked = done - Double(progress.found)
    guard worked > 0.01, seconds > 0.5 else { return [clock(seconds)] }
    let perMinute = (worked / seconds * 600).rounded() / 10
    let left = seconds / worked * max(0, Double(progress.total) - done)
    return ["\(words.number(perMinute))/min", words.left(clock(left))]
  }

  private func text(_ night: StudyWatch.Night) -> String {
    let cell = night.case.isEmpty ? night.variant : "\(night.variant), \(night.case)"
    return "\(cell): \(words.night) \(night.night + 1)/\(night.nights), \(moment(night))"
  }

  /// The simulated time of day; a share where the horizon is longer than two days.
  private func moment(_ night: StudyWatch.Night) -> String {
    guard night.horizon.length <= 48 * .hour else {
      return "\(Int((night.share * 100).rounded(.down))) %"
    }
    let time = CivilTime(
      unixSeconds: night.horizon.start + night.simulated / .second,
      utcOffset: night.horizon.utcOffset)
    return "\(two(time.hour)):\(two(time.minute))"
  }

  private func joined(_ parts: [String], upTo width: Int) -> String {
    var text = ""
    for part in parts {
      let longer = text.isEmpty ? part : "\(text) · \(part)"
      guard longer.count <= width else { break }
      text = longer
    }
    return text
  }

  private func clock(_ seconds: Double) -> String {
    let whole = Int(min(max(0, seconds), 1e9).rounded())
    guard whole >= 3_600 else { return "\(whole / 60):\(two(whole % 60))" }
    return "\(whole / 3_600):\(two(whole / 60 % 60)):\(two(whole % 60))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
