import VerbundModel

// Every figure that went in, with how well it is known.
extension SectionContext {
  var assumptions: Markup {
    let all = input.experiment.assumptions
    let title = voice.say("Die Annahmen", "The assumptions")
    guard !all.isEmpty else {
      let text = voice.say("Keine Annahme ist ausgewiesen.", "No assumption is on record.")
      return section("assumptions", title, paragraph(text))
    }
    return section(
      "assumptions", title, paragraph(tally(all)) + codes + .join(groups(all).map(table)))
  }

  private func tally(_ all: [Assumption]) -> String {
    let counts = Confidence.allCases.map { code in
      (code, all.filter { $0.confidence == code }.count)
    }.filter { $0.1 > 0 }
    let list = voice.list(
      counts.map { "\(voice.numbers.whole($0.1))\u{A0}×\u{A0}\($0.0.rawValue)" })
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

  private var codes: Markup {
    let items = Confidence.allCases.map { code in
      "<dt>\(code.rawValue)</dt><dd>\(meaning(code))</dd>" as Markup
    }
    return "<dl class=\"codes\">\n\(Markup.join(items))\n</dl>"
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
    let heads = [
      voice.say("Pfad", "Path"), voice.say("Wert", "Value"), voice.say("Güte", "Confidence"),
      voice.say("Quelle", "Source"),
    ].map { "<th scope=\"col\">\($0)</th>" as Markup }
    let caption = voice.say("Annahmen unter ", "Assumptions under ") + group.name
    return """
      <details><summary>\(group.name) (\(voice.numbers.whole(group.items.count)))</summary>
      <div class="scroll" role="region" tabindex="0" aria-label="\(caption)">
      <table class="list"><caption>\(caption)</caption>
      <thead><tr>\(Markup.join(heads, ""))</tr></thead>
      <tbody>
      \(Markup.join(group.items.map(line)))
      </tbody></table>
      </div></details>
      """
  }

  private func line(_ item: Assumption) -> Markup {
    """
    <tr><th scope="row" class="path">\(item.path)</th><td>\(item.value)</td>\
    <td><abbr title="\(meaning(item.confidence))">\(item.confidence.rawValue)</abbr></td>\
    <td>\(item.source.isEmpty ? NumberStyle.none : item.source)</td></tr>
    """
  }
}
