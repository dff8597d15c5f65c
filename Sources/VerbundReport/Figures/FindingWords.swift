import VerbundCore

/// Words that findings are put together from.
struct FindingWords {
  let evening: Figure.Evening
  let nights: Int
  let voice: Voice

  /// A curve and one step of it.
  struct Point {
    var title: String
    var extreme: CurveFacts.Extreme?
  }

  func highest(_ curves: [Figure.Curve]) -> [Point] {
    curves.map {
      Point(title: $0.title, extreme: CurveFacts($0.mean, steps: evening.steps).highest)
    }
  }

  func lowest(_ curves: [Figure.Curve]) -> [Point] {
    curves.map {
      Point(title: $0.title, extreme: CurveFacts($0.mean, steps: evening.steps).lowest)
    }
  }

  /// `um 18:04 Uhr`, with the day where the axis is longer than one.
  func at(_ index: Int) -> String {
    let time = evening.clock(index)
    let day = evening.spansDays ? voice.say("am ", "on ") + voice.date(time) + " " : ""
    return day + voice.say("um ", "at ") + voice.clock(time)
  }

  /// `„Inseln“ 12,3 % um 18:04 Uhr und „Verbund“ 98,9 % um 18:02 Uhr`; one figure where all are
  /// equal; nil where nothing was measured. Variants without a value are left out.
  func list(_ points: [Point], unit: String) -> String? {
    let text = AxisText(unit: unit, voice: voice)
    let parts = points.compactMap { point in
      point.extreme.map { (point.title, "\(text.full($0.value)) \(at($0.index))") }
    }
    return list(parts, of: points.count)
  }

  /// - Parameter count: how many variants there are.
  func list(_ parts: [(title: String, text: String)], of count: Int) -> String? {
    guard let first = parts.first else { return nil }
    if parts.count == count, count > 1, parts.allSatisfy({ $0.text == first.text }) {
      return voice.say("in allen Varianten ", "in all variants ") + first.text
    }
    return voice.list(parts.map { "\(voice.quote($0.title)) \($0.text)" })
  }

  /// What the curves are.
  var average: String {
    nights == 1
      ? voice.say("in der einen Nacht", "in the one night")
      : voice.say("im Mittel der Nächte", "on average over the nights")
  }
}
