import VerbundModel

// Every figure that went in, with how well it is known.
extension SectionContext {
  var assumptions: Markup {
    let all = input.experiment.assumptions
    guard !all.isEmpty else {
      let text = voice.say("Keine Annahme ist ausgewiesen.", "No assumption is on record.")
      return section("assumptions", assumptionsTitle, paragraph(text))
    }
    return section(
      "assumptions", assumptionsTitle,
      paragraph(tally(all)) + codes(all) + decisive + .join(groups(all).map(table)))
  }

  /// The ones that matter most, open.
  private var decisive: Markup {
    let items = AssumptionRank.first(of: input.experiment)
    guard !items.isEmpty else { return "" }
    let sizes = cases.ladders.contains { $0.steps.count > 1 }
    let caption =
      sizes
      ? voice.say(
        "Wovon das Ergebnis vermutlich am meisten abhängt; geprüft ist nur die Vorhaltung",
        "What the result presumably depends on most; only the set-aside has been examined")
      : voice.say(
        "Wovon das Ergebnis vermutlich am meisten abhängt; geprüft ist das nicht",
        "What the result presumably depends on most; that has not been examined")
    return rows(caption, items)
  }

  private func tally(_ all: [Assumption]) -> String {
    let counts = Confidence.allCases.map { code in
      (code, all.filter { $0.confidence == code }.count)
    }.filter { $0.1 > 0 }
    let list = voice.list(
      counts.map { code, count in
        "\(voice.numbers.whole(count))\u{A0}×\u{A0}\(code.rawValue) (\(word(code)))"
      })
    let weak = all.filter { $0.confidence == .M || $0.confidence == .A }.count
    return voice.say(
      """
      \(voice.numbers.whole(all.count)) Angaben, Vorgaben des Programms eingeschlossen: \(list). \
      Ohne gelesene Quelle sind \(voice.numbers.whole(weak)) (M und A).
      """,
      """
      \(voice.numbers.whole(all.count)) figures, the program's defaults included: \(list). \
      Without a source that was read: \(voice.numbers.whole(weak)) (M and A).
      """)
  }

  private func codes(_ all: [Assumption]) -> Markup {
    let rows = Confidence.allCases.compactMap { code -> (head: Markup, cells: [Markup])? in
      let count = all.filter { $0.confidence == code }.count
      guard count > 0 else { return nil }
      return ("\(code.rawValue)", ["\(meaning(code))", "\(voice.numbers.whole(count))"])
    }
    let heads = [
      voice.say("Güte", "Confidence"), voice.say("bedeutet", "means"),
      voice.say("Angaben", "Figures"),
    ].map { "\($0)" as Markup }
    return table(
      voice.say("Wie gut die Angaben bekannt sind", "How well the figures are known"),
      style: "list codes", heads: heads, rows: rows)
  }

  /// Beside the letter.
  private func word(_ code: Confidence) -> String {
    switch code {
    case .S1, .S2: voice.say("Unterlage", "document")
    case .V2: voice.say("zwei Quellen", "two sources")
    case .V: voice.say("Quelle", "source")
    case .D: voice.say("berechnet", "calculated")
    case .M: voice.say("Gedächtnis", "memory")
    case .A: voice.say("Annahme", "assumption")
    }
  }

  private func meaning(_ code: Confidence) -> String {
    switch code {
    case .S1, .S2:
      voice.say(
        "steht in einer Unterlage der auftraggebenden Stelle",
        "said in a document of the commissioning body")
    case .V2:
      voice.say(
        "in zwei unabhängigen öffentlichen Quellen gelesen",
        "read in two independent public sources")
    case .V: voice.say("in einer öffentlichen Quelle gelesen", "read in one public source")
    case .D:
      voice.say("aus gelesenen Angaben berechnet", "calculated from figures that were read")
    case .M:
      voice.say("aus dem Gedächtnis, nicht zu zitieren", "from memory, not to be quoted")
    case .A: voice.say("Annahme des Modells, ohne Quelle", "assumption of the model, no source")
    }
  }

  /// By the first part of the path, in the order of the file.
  private func groups(_ all: [Assumption]) -> [(name: String, items: [Assumption])] {
    var groups: [(name: String, items: [Assumption])] = []
    for item in all {
      let name = item.path.prefix { $0 != "." && $0 != "[" }
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].items.append(item)
      } else {
        groups.append((String(name), [item]))
      }
    }
    return groups
  }

  private func table(_ group: (name: String, items: [Assumption])) -> Markup {
    let table = AssumptionTable(section: self, meaning: meaning, word: word)
    let count = voice.numbers.whole(group.items.count)
    let german = voice.language == .de ? FigureName.german(part: group.name) : nil
    let title = german.map { "\($0), <code>\(group.name)</code>" as Markup } ?? "\(group.name)"
    let label = voice.say("Annahmen unter ", "Assumptions under ") + group.name
    return """
      <details class="paper"><summary>\(title) (\(count))</summary>
      \(table.markup(group.items, label: label))
      </details>
      """
  }

  private func rows(_ caption: String, _ items: [Assumption]) -> Markup {
    AssumptionTable(section: self, meaning: meaning, word: word)
      .markup(items, label: caption, isCaption: true)
  }
}
