import VerbundCore

/// The chart's data as a table of at most 48 rows.
struct EveningTable {
  let chart: EveningChart
  let voice: Voice

  /// Steps of one row: a round number of minutes.
  private var rowSteps: Int {
    let minutes: [Int64] = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 10_080]
    let choices = minutes.map { Int(max(1, $0 * .minute / chart.step)) }
    return choices.first { chart.steps / $0 <= 48 } ?? max(1, chart.steps / 48)
  }

  var markup: Markup {
    let caption = voice.say(
      "Mittel je \(span): Seitenaufrufe je Sekunde und rechtzeitig beantworteter Anteil",
      "Means per \(span): page views per second and share answered in time")
    let summary = voice.say("Die Werte des Diagramms als Tabelle", "The chart's values as a table")
    let rows = stride(from: 0, to: chart.steps, by: rowSteps).map(line)
    return """
      <details><summary>\(summary)</summary>
      <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
      <table class="data"><caption>\(caption)</caption>
      <thead>
      <tr><th scope="col" rowspan="2">\(voice.say("Ab Uhrzeit", "From"))</th>\
      <th scope="colgroup" colspan="\(chart.load.count)">\
      \(voice.say("Aufrufe je s", "Page views per s"))</th>\
      <th scope="colgroup" colspan="\(chart.share.count)">\
      \(voice.say("rechtzeitig", "in time"))</th></tr>
      <tr>\(Markup.join((chart.load + chart.share).map(head), ""))</tr>
      </thead>
      <tbody>
      \(Markup.join(rows))
      </tbody></table></div></details>
      """
  }

  private var span: String { voice.duration(chart.step &* Int64(rowSteps)) }

  private func head(_ line: EveningChart.Line) -> Markup {
    "<th scope=\"col\">\(voice.say(line.title))</th>"
  }

  private func line(_ first: Int) -> Markup {
    let range = first..<min(first + rowSteps, chart.steps)
    let loads = chart.load.map { line -> String in
      mean(line.mean[range].compactMap(\.self)).map { voice.numbers.fixed($0, decimals: 1) }
        ?? NumberStyle.none
    }
    let shares = chart.share.enumerated().map { index, line -> String in
      let weights = index < chart.load.count ? chart.load[index].mean : []
      return weighted(line.mean, weights, range).map {
        voice.numbers.join(voice.numbers.fixed($0 * 100, decimals: 1), "%")
      } ?? NumberStyle.none
    }
    let cells = (loads + shares).map { "<td>\($0)</td>" as Markup }
    let time = voice.bareClock(chart.clock(first))
    return "<tr><th scope=\"row\">\(time)</th>\(Markup.join(cells, ""))</tr>"
  }

  private func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Weighted by the load of each step, so that a quiet minute does not hide a full one.
  private func weighted(
    _ values: [Double?], _ weights: [Double?], _ range: Range<Int>
  ) -> Double? {
    var sum = 0.0
    var total = 0.0
    for index in range {
      guard let value = values[index] else { continue }
      let weight = index < weights.count ? weights[index] ?? 0 : 0
      sum += value * weight
      total += weight
    }
    return total > 0 ? sum / total : mean(values[range].compactMap(\.self))
  }
}
