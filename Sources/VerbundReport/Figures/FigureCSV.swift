/// The data of a figure for spreadsheets: in English as RFC 4180 has it, in German with semicolons
/// and decimal commas, as German spreadsheets read it.
struct FigureCSV {
  let figure: Figure
  let voice: Voice

  private var isGerman: Bool { voice.language == .de }

  /// German files begin with a byte order mark, without which umlauts are read wrongly.
  var text: String {
    (isGerman ? "\u{FEFF}" : "") + ([head] + rows).map(line).joined()
  }

  private enum Cell {
    case text(String)
    case number(Double?)
  }

  private var head: [Cell] {
    let amounts = [
      voice.say("Einheit", "unit"), voice.say("Mittel", "mean"), voice.say("unten", "low"),
      voice.say("oben", "high"),
    ]
    let places =
      switch figure.shape {
      case .evening:
        [
          voice.say("Zeit", "time"), voice.say("Kennzahl", "quantity"),
          voice.say("Variante", "variant"),
        ]
      case .bars:
        [
          voice.say("Gruppe", "group"), voice.say("Kennzahl", "quantity"),
          voice.say("Variante", "variant"),
        ]
      }
    return (places + amounts).map(Cell.text)
  }

  private var rows: [[Cell]] {
    switch figure.shape {
    case .evening(let evening): rows(evening)
    case .bars(let bars):
      bars.bars.map { bar in
        [
          .text(bar.group), .text(bars.title), .text(bar.title), unit(bars.unit),
          .number(bar.value), .number(bar.low), .number(bar.high),
        ]
      }
    }
  }

  private func rows(_ evening: Figure.Evening) -> [[Cell]] {
    func value(_ values: [Double?], _ index: Int) -> Double? {
      index < values.count ? values[index] : nil
    }
    return evening.panels.flatMap { panel in
      panel.curves.flatMap { curve in
        (0..<evening.steps).map { step in
          [
            .text(time(evening, step)), .text(panel.title), .text(curve.title), unit(panel.unit),
            .number(value(curve.mean, step)), .number(value(curve.low, step)),
            .number(value(curve.high, step)),
          ]
        }
      }
    }
  }

  /// Local time with its offset, `2027-05-09T18:04:00+02:00`, in both languages (ISO 8601).
  private func time(_ evening: Figure.Evening, _ step: Int) -> String {
    let clock = evening.clock(step)
    let local = evening.start &+ Int64(evening.utcOffset) &+ evening.offset(step)
    let offset = evening.utcOffset.magnitude
    return "\(clock.year)-\(two(clock.month))-\(two(clock.day))"
      + "T\(two(clock.hour)):\(two(clock.minute)):\(two(Int((local % 60 + 60) % 60)))"
      + (evening.utcOffset < 0 ? "-" : "+")
      + "\(two(Int(offset / 3_600))):\(two(Int(offset / 60 % 60)))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// A ratio has a unit as well.
  private func unit(_ text: String) -> Cell { .text(text.isEmpty ? "1" : text) }

  // MARK: Cells

  private func line(_ cells: [Cell]) -> String {
    cells.map(field).joined(separator: isGerman ? ";" : ",") + "\n"
  }

  private func field(_ cell: Cell) -> String {
    switch cell {
    case .number(let value):
      let text = value.map { JSONText.rounded($0, digits: 7).text } ?? ""
      let figure = text == "null" ? "" : text
      return isGerman ? figure.replacing(".", with: ",") : figure
    case .text(let value): return quoted(harmless(TerminalText.clean(value)))
    }
  }

  /// A spreadsheet takes a cell that begins with one of these for a formula.
  private func harmless(_ value: String) -> String {
    guard let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return value
    }
    return "'" + value
  }

  private func quoted(_ value: String) -> String {
    guard value.utf8.contains(where: { [0x22, 0x2C, 0x3B, 0x0A, 0x0D].contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
