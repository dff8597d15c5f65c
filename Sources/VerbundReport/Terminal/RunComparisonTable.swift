import VerbundMeasure
import VerbundModel
import VerbundStudy

/// A comparison across runs as text: a block per metric and scope, a line per column.
public enum RunComparisonTable {
  /// The metrics that are shown where none are chosen.
  public static let keyMetrics = [
    "slo.attainment", "success.share", "requests.rejected", "requests.timed-out", "latency.p95",
    "capacity.shortfall.peak", "capacity.lent", "external.share", "energy.attributed",
    "energy.per-1000-requests", "carbon.attributed", "cost.settlement", "cost.external",
  ]

  /// - Parameters:
  ///   - color: paint headings and verdicts; sign and word say the same without it.
  ///   - width: columns of the terminal; where a line is longer, the difference gets its own.
  public static func render(
    _ comparison: RunComparison, language: Language, color: Bool = false, width: Int = 100
  ) -> String {
    let desk = Desk(comparison, Voice(language), color: color, width: max(width, 40))
    return (desk.heading + desk.blocks + desk.notes).joined(separator: "\n") + "\n"
  }

  private struct Desk {
    let comparison: RunComparison
    let voice: Voice
    let color: Bool
    let width: Int
    let differences: [Comparison?]
    let words: RunComparisonWords

    init(_ comparison: RunComparison, _ voice: Voice, color: Bool, width: Int) {
      self.comparison = comparison
      self.voice = voice
      self.color = color
      self.width = width
      differences = comparison.comparisons()
      words = RunComparisonWords(comparison: comparison, voice: voice)
    }

    var heading: [String] {
      let runs = comparison.runs.indices.flatMap { index in
        TerminalText.wrap(words.run(index), width: width)
      }
      let reference = voice.say("Bezug: ", "reference: ") + words.column(comparison.reference)
      return runs + [TerminalText.paint(reference, .bold, if: color)]
    }

    var blocks: [String] { comparison.rows.flatMap { [""] + block($0) } }

    private func block(_ row: RunComparison.Row) -> [String] {
      let values = comparison.columns.indices.compactMap { comparison.value(row, $0) }
      let format = RowFormat(values, voice)
      let unit = format.unitName.isEmpty ? "" : " [\(TerminalText.clean(format.unitName))]"
      let title = TerminalText.paint(words.title(row) + unit, .bold, if: color)
      let names = comparison.columns.indices.map(words.column)
      let figures = values.map(format.plusMinus)
      let nameWidth = min(names.map(\.count).max() ?? 0, 32)
      let figureWidth = figures.map(\.count).max() ?? 0
      let lines = comparison.columns.indices.flatMap { index -> [String] in
        let name = TerminalText.fold(names[index], to: nameWidth)
        let start =
          "  " + TerminalText.left(name.first ?? "", nameWidth) + "  "
          + TerminalText.right(figures[index], figureWidth)
        let line = end(of: start, row, index, format)
        return line.prefix(1) + name.dropFirst().map { "  " + $0 } + line.dropFirst()
      }
      return [title] + lines
    }

    /// The verdict behind the figure, and the difference behind that or below.
    private func end(
      of start: String, _ row: RunComparison.Row, _ index: Int, _ format: RowFormat
    ) -> [String] {
      guard let comparison = differences[index], let found = comparison[row.id, row.scope] else {
        let word = voice.say("Bezug", "reference")
        return [start + "  " + TerminalText.paint(word, .faint, if: color)]
      }
      let difference = words.difference(found, format, self.comparison.common[index])
      var line = start
      if let verdict = found.verdict {
        let text = "\(verdict.sign) \(verdict.shortWord(voice))"
        line += "  " + TerminalText.paint(text, paint(of: verdict), if: color)
        let shown = start.count + 2 + TerminalText.left(text, 16).count + 2 + difference.count
        if shown <= width {
          return [line + String(repeating: " ", count: 18 - text.count) + difference]
        }
      } else if start.count + 20 + difference.count <= width {
        return [line + String(repeating: " ", count: 20) + difference]
      }
      return [line] + TerminalText.wrap(difference, width: width - 6).map { "      " + $0 }
    }

    private func paint(of verdict: Verdict) -> TerminalText.Paint {
      switch verdict {
      case .better: .green
      case .worse: .red
      case .noRelevantDifference, .notComparable: .faint
      case .undecided: .yellow
      }
    }

    var notes: [String] {
      ([words.method] + words.gaps + words.cautions).flatMap { sentence in
        [""] + TerminalText.wrap(TerminalText.clean(sentence), width: width)
      }
    }
  }
}
