import VerbundMeasure
import VerbundModel

/// The comparison as text: one block per case, key metrics down, variants across.
public enum TerminalTable {
  /// - Parameters:
  ///   - color: paint verdicts and headings; sign and word say the same without it.
  ///   - width: columns of the terminal; where the table is wider, a list is written instead.
  public static func render(
    _ input: ReportInput, language: Language, color: Bool = false, width: Int = 100
  ) -> String {
    let voice = Voice(language)
    let width = max(width, 40)
    let cases = CaseSet(input)
    let blocks = cases.views.map { view in
      TerminalBlock(view: view, input: input, voice: voice, color: color, width: width).lines
    }
    let lines =
      blocks.joined(separator: [""]) + answer(cases, voice, width, color) + legend(voice, width)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The proposal and the three sentences over all cases with their remarks, the same as in the
  /// page.
  private static func answer(
    _ cases: CaseSet, _ voice: Voice, _ width: Int, _ color: Bool
  ) -> [String] {
    guard let answer = Answer(cases, voice) else { return [] }
    func lines(_ text: String, _ width: Int) -> [String] {
      TerminalText.wrap(TerminalText.clean(text), width: width)
    }
    let proposal = lines(answer.proposal, width).map { TerminalText.paint($0, .bold, if: color) }
    let points = answer.points.enumerated().flatMap { index, point -> [String] in
      let sentence = lines(point.sentence, width - 3).enumerated()
        .map { ($0.offset == 0 ? "\(index + 1). " : "   ") + $0.element }
      let remarks = lines(point.remarks.joined(separator: " "), width - 3)
        .map { "   " + TerminalText.paint($0, .faint, if: color) }
      return sentence + (point.remarks.isEmpty ? [] : remarks)
    }
    return [""] + proposal + points
  }

  private static func legend(_ voice: Voice, _ width: Int) -> [String] {
    let text = voice.say(
      """
      Mittel der Nächte ± halbes 95-%-Intervall; Urteile gegen den Bezug, gepaart je Nacht: \
      \(Verdict.legend(voice)).
      """,
      """
      Mean of the nights ± half of the 95% interval; verdicts against the reference, paired by \
      night: \(Verdict.legend(voice)).
      """)
    return [""] + TerminalText.wrap(text, width: width)
  }
}

/// One case.
struct TerminalBlock {
  let view: CaseView
  let input: ReportInput
  let voice: Voice
  let color: Bool
  let width: Int

  var lines: [String] {
    let groups = view.keyRows
    let wide = TerminalGrid(block: self, groups: groups)
    return heading + [""]
      + (wide.width <= width ? wide.lines : TerminalList(block: self, groups: groups).lines)
  }

  private var heading: [String] {
    var parts = [TerminalText.clean(voice.say(input.experiment.title))]
    if !view.id.isEmpty { parts.append(TerminalText.clean(voice.say(view.title))) }
    parts.append(voice.nights(input.nights))
    if let reference = view.reference {
      parts.append(voice.say("Bezug: ", "reference: ") + name(reference))
    }
    return TerminalText.wrap(parts.joined(separator: " · "), width: width)
      .map { paint($0, .bold) }
  }

  func name(_ column: Column) -> String { TerminalText.clean(voice.say(column.title)) }

  func paint(_ text: String, _ paint: TerminalText.Paint?) -> String {
    TerminalText.paint(text, paint, if: color)
  }

  func label(_ row: KeyRow, in group: RowGroup) -> String {
    TerminalText.clean(RowText(view: view, voice: voice).label(row, in: group.topic))
  }

  func heading(_ topic: RowGroup.Topic) -> String {
    TerminalText.clean(RowText(view: view, voice: voice).heading(topic))
  }

  func unit(_ row: KeyRow) -> String { TerminalText.clean(view.format(row, voice).unitName) }

  func figure(_ row: KeyRow, _ column: Column) -> String {
    guard let value = column.table[row.id, row.scope] else { return NumberStyle.none }
    return view.format(row, voice).plusMinus(value)
  }

  /// Sign and word; the word `reference` in the reference's column.
  func verdict(_ row: KeyRow, _ column: Column) -> (text: String, paint: TerminalText.Paint?) {
    if column.isReference { return (voice.say("Bezug", "reference"), .faint) }
    guard let verdict = view.verdict(row, column) else { return ("", nil) }
    return (verdict.sign + " " + verdict.shortWord(voice), paint(of: verdict))
  }

  private func paint(of verdict: Verdict) -> TerminalText.Paint {
    switch verdict {
    case .better: .green
    case .worse: .red
    case .noRelevantDifference, .notComparable: .faint
    case .undecided: .yellow
    }
  }
}
