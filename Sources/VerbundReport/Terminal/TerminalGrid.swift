/// Variants across: a line of figures and a line of verdicts per metric.
struct TerminalGrid {
  let block: TerminalBlock
  let groups: [RowGroup]
  private let labelWidth: Int
  private let unitWidth: Int
  private let columnWidths: [Int]

  init(block: TerminalBlock, groups: [RowGroup]) {
    self.block = block
    self.groups = groups
    let rows = groups.flatMap { group in group.rows.map { (group, $0) } }
    labelWidth = rows.map { block.label($0.1, in: $0.0).count + 2 }.max() ?? 0
    unitWidth = rows.map { block.unit($0.1).count }.max() ?? 0
    columnWidths = block.view.columns.map { column in
      let cells = rows.flatMap {
        [block.figure($0.1, column).count, block.verdict($0.1, column).text.count]
      }
      return max(cells.max() ?? 0, min(block.name(column).count, 16))
    }
  }

  var width: Int { labelWidth + 1 + unitWidth + columnWidths.reduce(0) { $0 + $1 + 2 } }

  var lines: [String] {
    heading
      + groups.flatMap { group in
        [block.paint(block.heading(group.topic), .bold)]
          + group.rows.flatMap { lines($0, in: group) }
      }
  }

  /// Long names take several lines, the last one right above the figures.
  private var heading: [String] {
    let names = zip(block.view.columns, columnWidths).map {
      TerminalText.fold(block.name($0), to: $1)
    }
    let count = names.map(\.count).max() ?? 0
    return (0..<count).map { index in
      var line = String(repeating: " ", count: labelWidth + 1 + unitWidth)
      for (name, width) in zip(names, columnWidths) {
        let place = index - (count - name.count)
        let part = place < 0 ? "" : name[place]
        line += "  " + block.paint(TerminalText.right(part, width), .bold)
      }
      return line
    }
  }

  private func lines(_ row: KeyRow, in group: RowGroup) -> [String] {
    let unit = block.unit(row)
    let label = TerminalText.left("  " + block.label(row, in: group), labelWidth)
    var figures = label + " " + TerminalText.left(unit, unitWidth)
    var verdicts = String(repeating: " ", count: labelWidth + 1 + unitWidth)
    for (column, width) in zip(block.view.columns, columnWidths) {
      figures += "  " + TerminalText.right(block.figure(row, column), width)
      let verdict = block.verdict(row, column)
      verdicts += "  " + block.paint(TerminalText.right(verdict.text, width), verdict.paint)
    }
    let isJudged = block.view.columns.contains { block.view.verdict(row, $0) != nil }
    return isJudged ? [figures, verdicts] : [figures]
  }
}
