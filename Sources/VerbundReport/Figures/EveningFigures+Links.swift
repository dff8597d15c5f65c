import VerbundModel

// The connections that come closest to their limit.
extension EveningFigures {
  private struct Busy {
    var link: Link
    var variant: String
    var peak: CurveFacts.Extreme
  }

  var links: Figure? {
    let busiest = self.busiest
    guard !busiest.isEmpty else { return nil }
    var step: Int64?
    let panels = busiest.map { busy -> Figure.Panel in
      let load = lines(
        "utilisation", "link:" + busy.link.id, times: busy.link.bandwidth / 1e6)
      step = step ?? load.step
      return Figure.Panel(title: title(busy.link), unit: "Mbit/s", curves: load.curves)
    }
    guard let draft = draft(panels, step: step) else { return nil }
    return figure(
      "links", voice.say("Last der Verbindungen", "Load of the connections"), draft,
      finding: finding(busiest, draft.words))
  }

  /// At most three, the highest peak of any variant first; equal ones keep the scenario's order.
  private var busiest: [Busy] {
    let busy = (view.scenario?.links ?? []).compactMap { link -> Busy? in
      let shares = lines("utilisation", "link:" + link.id, times: 100)
      let peaks = shares.curves.compactMap { curve in
        CurveFacts(curve.mean).highest.map { (curve.title, $0) }
      }
      guard let top = peaks.max(by: { $0.1.value < $1.1.value }) else { return nil }
      let first = peaks.first { $0.1.value == top.1.value } ?? top
      return Busy(link: link, variant: first.0, peak: first.1)
    }
    let ranked = busy.enumerated().sorted {
      ($1.element.peak.value, $0.offset) < ($0.element.peak.value, $1.offset)
    }
    return ranked.prefix(3).map(\.element)
  }

  private func finding(_ busiest: [Busy], _ words: FindingWords) -> String {
    guard busiest.contains(where: { $0.peak.value > 0 }) else {
      return voice.say(
        "Auf keiner Verbindung liegt Last.", "No connection carries any load.")
    }
    let text = AxisText(unit: "Mbit/s", voice: voice)
    let parts = busiest.filter { $0.peak.value > 0 }.map { busy in
      let load = text.full(busy.peak.value / 100 * busy.link.bandwidth / 1e6)
      let whole = text.full(busy.link.bandwidth / 1e6)
      return voice.say(
        """
        \(voice.quote(title(busy.link))) \(load) von \(whole) (\(voice.quote(busy.variant)), \
        \(words.at(busy.peak.index)))
        """,
        """
        \(voice.quote(title(busy.link))) \(load) of \(whole) (\(voice.quote(busy.variant)), \
        \(words.at(busy.peak.index)))
        """)
    }
    return voice.say(
      """
      Am stärksten belegt \(words.average): \(voice.list(parts)). Die Bandbreiten sind angenommen, \
      anderer Verkehr ist nicht enthalten.
      """,
      """
      The highest load \(words.average): \(voice.list(parts)). Bandwidths are assumed, other \
      traffic is not included.
      """)
  }

  private func title(_ link: Link) -> String {
    link.ends.map(name).joined(separator: " – ")
  }

  private func name(_ node: String) -> String {
    guard let scenario = view.scenario else { return node }
    if let site = scenario.sites.first(where: { $0.id == node }) { return voice.say(site.name) }
    return scenario.regions.first { $0.id == node }?.name
      ?? scenario.hubs.first { $0.id == node }?.name ?? node
  }
}
