/// For narrow terminals: per metric one line for each variant.
struct TerminalList {
  let block: TerminalBlock
  let groups: [RowGroup]

  var lines: [String] {
    groups.flatMap { group in
      [block.paint(block.heading(group.topic), .bold)]
        + group.rows.flatMap { lines($0, in: group) }
    }
  }

  private func lines(_ row: KeyRow, in group: RowGroup) -> [String] {
    let columns = block.view.columns
    let unit = block.unit(row)
    let label = "  " + block.label(row, in: group) + (unit.isEmpty ? "" : " [\(unit)]")
    let figures = columns.map { block.figure(row, $0) }
    let nameWidth = min(columns.map { block.name($0).count }.max() ?? 0, 16)
    let figureWidth = figures.map(\.count).max() ?? 0
    let isJudged = columns.contains { block.view.verdict(row, $0) != nil }
    return [label]
      + zip(columns, figures).flatMap { column, figure in
        let name = TerminalText.fold(block.name(column), to: nameWidth)
        let line =
          "    " + TerminalText.left(name.first ?? "", nameWidth) + "  "
          + TerminalText.right(figure, figureWidth)
        let rest = name.dropFirst().map { "    " + $0 }
        let verdict = block.verdict(row, column)
        guard isJudged, !verdict.text.isEmpty else { return [line] + rest }
        return [line + "  " + block.paint(verdict.text, verdict.paint)] + rest
      }
  }
}
