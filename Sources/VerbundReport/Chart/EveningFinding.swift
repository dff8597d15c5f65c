import VerbundModel

/// What the chart shows, in sentences: below it for everyone, in it for those who do not see it.
struct EveningFinding {
  let chart: EveningChart
  let voice: Voice

  var text: String { ([peak] + [deepest].compactMap(\.self)).joined(separator: " ") }

  var description: String {
    text
      + voice.say(
        " Zwei Felder über derselben Zeitachse; alle Werte stehen in der Tabelle darunter.",
        " Two panels over one time axis; all values are in the table below.")
  }

  private var peak: String {
    guard let (index, value) = extreme(chart.load.flatMap { [$0.mean] }, by: >) else {
      return voice.say("Es kam niemand.", "Nobody came.")
    }
    let amount = voice.numbers.significant(value >= 100 ? value.rounded() : value)
    let time = voice.clock(chart.clock(index))
    return voice.say(
      "Die Last ist um \(time) am höchsten: \(amount) Seitenaufrufe je Sekunde.",
      "Load is highest at \(time): \(amount) page views per second.")
  }

  /// Each variant's worst step.
  private var deepest: String? {
    let parts = chart.share.compactMap { line -> String? in
      guard let (index, value) = extreme([line.mean], by: <) else { return nil }
      let share = voice.numbers.join(voice.numbers.fixed(value * 100, decimals: 1), "%")
      let at = voice.say(
        "um \(voice.clock(chart.clock(index)))", "at \(voice.clock(chart.clock(index)))")
      return "\(voice.quote(voice.say(line.title))) \(share) \(at)"
    }
    guard !parts.isEmpty else { return nil }
    return voice.say(
      "Der tiefste rechtzeitig beantwortete Anteil: ", "The lowest share answered in time: ")
      + voice.list(parts) + "."
  }

  private func extreme(
    _ rows: [[Double?]], by isBetter: (Double, Double) -> Bool
  ) -> (Int, Double)? {
    var best: (Int, Double)?
    for row in rows {
      for (index, value) in row.prefix(chart.steps).enumerated() {
        guard let value, value.isFinite else { continue }
        if best.map({ isBetter(value, $0.1) }) ?? true { best = (index, value) }
      }
    }
    return best
  }
}
