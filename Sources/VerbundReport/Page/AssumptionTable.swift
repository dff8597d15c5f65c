import VerbundModel

/// Assumptions with value, confidence and source; what repeats is one row.
struct AssumptionTable {
  let section: SectionContext
  let meaning: (Confidence) -> String
  let word: (Confidence) -> String

  private var voice: Voice { section.voice }

  /// `isCaption`: whether the label is seen too; in a fold its title stands above already.
  func markup(_ items: [Assumption], label: String, isCaption: Bool = false) -> Markup {
    let heads = [
      voice.say("Angabe", "Figure"), voice.say("Wert", "Value"), voice.say("Güte", "Confidence"),
      voice.say("Quelle", "Source"),
    ].map { "<th scope=\"col\">\($0)</th>" as Markup }
    let style: Markup = isCaption ? "" : " class=\"spoken\""
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(label)">
      <table class="list assumptions"><caption><span\(style)>\(label)</span></caption>
      <thead><tr>\(Markup.join(heads, ""))</tr></thead>
      <tbody>
      \(Markup.join(AssumptionRow.all(of: items).map(line)))
      </tbody></table>
      </div>
      """
  }

  private func line(_ row: AssumptionRow) -> Markup {
    """
    <tr><th scope="row">\(head(row))</th><td>\(values(row))</td>\
    <td><abbr title="\(meaning(row.confidence))">\(row.confidence.rawValue)</abbr> \
    <small>\(word(row.confidence))</small></td>\
    <td>\(source(row.source))</td></tr>
    """
  }

  /// The figure's name, where the page's language has one, and its key in the scenario.
  private func head(_ row: AssumptionRow) -> Markup {
    let (text, places) = row.pattern
    // A mapping at the top is named by the title above.
    let isNamed = row.figures.count == 1 || text.split(separator: ".").count > 2
    let path = row.figures.count == 1 ? row.figures[0].path : text
    let name = isNamed ? name(path).map { "\($0) " as Markup } : nil
    let list: Markup =
      places.isEmpty
      ? "" : " <small lang=\"en\">*: \(places.joined(separator: ", "))</small>"
    return "\(name ?? "")<code lang=\"en\">\(text)</code>\(list)"
  }

  private func name(_ path: String) -> String? {
    voice.language == .de ? FigureName.german(of: path) : nil
  }

  /// With several figures, each behind its name.
  private func values(_ row: AssumptionRow) -> Markup {
    guard row.figures.count > 1 else {
      return "\(AssumptionText.value(row.figures[0].value, voice))"
    }
    let parts = row.figures.map { figure -> Markup in
      let key = figure.path.split(separator: ".").last.map(String.init) ?? ""
      let value = AssumptionText.value(figure.value, voice)
      let known = name(figure.path)
      // What is named by its mapping still needs its own key: `Anteil der Region NW`.
      let isNamedByKey = FigureName.stem(of: figure.path).hasSuffix(key)
      let text = known.map { isNamedByKey ? $0 : "\($0) \(key)" } ?? key
      return "\(text)\u{A0}<b>\(value)</b>"
    }
    return .join(parts, " · ")
  }

  private func source(_ text: String) -> Markup {
    guard !text.isEmpty else { return "\(NumberStyle.none)" }
    let (own, cited) = AssumptionText.source(text, voice)
    let quotation: Markup = cited.isEmpty ? "" : "<span lang=\"en\">\(cited)</span>"
    return own.isEmpty || cited.isEmpty ? "\(own)\(quotation)" : "\(own): \(quotation)"
  }
}

/// Values and sources of assumptions as a reader of the page's language expects them.
enum AssumptionText {
  /// Decimals in the language's way, and a list of one figure as `24 × 1`.
  static func value(_ text: String, _ voice: Voice) -> String {
    let isList = text.hasPrefix("[") && text.hasSuffix("]")
    let bare = isList ? text.dropFirst().dropLast() : Substring(text)
    let items = bare.split(separator: ",").map { $0.drop { $0 == " " } }
    if items.count > 4, let first = items.first, items.allSatisfy({ $0 == first }) {
      return "\(items.count)\u{A0}×\u{A0}" + decimals(String(first), voice)
    }
    return decimals(text, voice)
  }

  private static func decimals(_ text: String, _ voice: Voice) -> String {
    guard voice.language == .de else { return text }
    let marks = Array(text)
    func isDigit(_ index: Int) -> Bool {
      marks.indices.contains(index) && ("0"..."9").contains(marks[index])
    }
    return String(
      marks.indices.map { index in
        marks[index] == "." && isDigit(index - 1) && isDigit(index + 1) ? "," : marks[index]
      })
  }

  /// What the program itself says of a figure, in the page's language, and the citation as it is.
  static func source(_ text: String, _ voice: Voice) -> (own: String, cited: String) {
    if text == "own estimate" { return (voice.say("eigene Schätzung", text), "") }
    let standard = "default of the format"
    guard text.hasPrefix(standard) else { return ("", text) }
    let rest = text.dropFirst(standard.count)
    return (
      voice.say("Vorgabe des Formats", standard),
      rest.hasPrefix(": ") ? String(rest.dropFirst(2)) : ""
    )
  }
}
