import VerbundModel

// What the service had, and how busy its home was.
extension EveningFigures {
  /// Needed, ready, missing and lent.
  var capacity: Figure? {
    let wanted = lines("capacity.wanted")
    let ready = lines("capacity.ready")
    let missing = lines("capacity.missing")
    let lent = lines("capacity.lent")
    let panels = [
      Figure.Panel(
        title: voice.say("Gebraucht", "Needed"), unit: "vCPU", curves: wanted.curves),
      Figure.Panel(title: voice.say("Bereit", "Ready"), unit: "vCPU", curves: ready.curves),
      Figure.Panel(title: voice.say("Es fehlt", "Missing"), unit: "vCPU", curves: missing.curves),
      Figure.Panel(
        title: voice.say("Geliehen oder gemietet", "Lent or rented"), unit: "vCPU",
        curves: lent.curves),
    ]
    let step = wanted.step ?? ready.step ?? missing.step ?? lent.step
    guard var draft = draft(panels, step: step) else { return nil }
    share(topOf: &draft.evening)
    let parts = [shortage(missing.curves, draft), lending(lent.curves, draft)]
      .compactMap(\.self)
    return figure(
      "capacity", voice.say("Kapazität des Dienstes", "Capacity of the service"), draft,
      finding: sentence(parts),
      note: voice.say(
        "Gebraucht ist, was die Aufrufe bei der Zielauslastung erfordern.",
        "Needed is what the page views take at the target utilisation.")
        + (missing.curves.isEmpty ? "" : missingNote))
  }

  private var missingNote: String {
    voice.say(
      " Was in einer Nacht fehlt, gleicht der Überschuss einer anderen nicht aus.",
      " Surplus on one night does not make up for what is missing on another.")
  }

  /// One scale for all panels, so that their heights compare.
  private func share(topOf evening: inout Figure.Evening) {
    guard let top = evening.panels.map(\.full).max() else { return }
    for index in evening.panels.indices { evening.panels[index].top = top }
  }

  /// The step at which most is missing, per variant; nothing where the run does not say.
  private func shortage(_ missing: [Figure.Curve], _ draft: Draft) -> String? {
    let words = draft.words
    let points = words.highest(missing).filter { $0.extreme != nil }
    guard !points.isEmpty else { return nil }
    guard points.contains(where: { ($0.extreme?.value ?? 0) > 1e-9 }) else {
      return voice.say(
        "mehr gebraucht als bereit ist in keinem Zeitschritt",
        "at no step is more needed than ready")
    }
    let list = words.list(amounts(points, words), of: points.count) ?? ""
    return voice.say(
      "am meisten fehlt \(words.average): \(list)", "most is missing \(words.average): \(list)")
  }

  private func amounts(
    _ points: [FindingWords.Point], _ words: FindingWords
  ) -> [(title: String, text: String)] {
    let text = AxisText(unit: "vCPU", voice: voice)
    return points.map { point in
      guard let extreme = point.extreme, extreme.value > 1e-9 else {
        return (point.title, voice.say("nichts", "nothing"))
      }
      return (point.title, "\(text.full(extreme.value)) \(words.at(extreme.index))")
    }
  }

  private func lending(_ lent: [Figure.Curve], _ draft: Draft) -> String? {
    guard !lent.isEmpty else { return nil }
    let points = draft.words.highest(lent).filter { ($0.extreme?.value ?? 0) > 0 }
    guard !points.isEmpty else {
      return voice.say("geliehen oder gemietet wird nichts", "nothing is lent or rented")
    }
    let list =
      draft.words.list(
        amounts(points, draft.words), of: lent.count) ?? ""
    return voice.say(
      "geliehen oder gemietet wird \(draft.words.average) höchstens: \(list)",
      "the most that is lent or rented \(draft.words.average): \(list)")
  }

  func sentence(_ parts: [String]) -> String {
    let text = parts.joined(separator: "; ")
    guard !text.isEmpty else { return voice.say("Nichts gemessen.", "Nothing was measured.") }
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// How busy the hosts of the service's home are.
  var utilisation: Figure? {
    guard let home = view.workload(view.focus)?.home else { return nil }
    let busy = lines("utilisation", "site:" + home, times: 100)
    let name = view.scenario?.sites.first { $0.id == home }.map { voice.say($0.name) } ?? home
    let panel = Figure.Panel(
      title: voice.say("Auslastung der Hosts", "Utilisation of the hosts"), unit: "%", top: 100,
      curves: busy.curves)
    guard let draft = draft([panel], step: busy.step) else { return nil }
    let list = draft.words.list(draft.words.highest(busy.curves), unit: "%")
    let title = voice.quote(name)
    return figure(
      "utilisation",
      voice.say("Auslastung der Hosts: \(name)", "Utilisation of the hosts: \(name)"), draft,
      finding: list.map {
        voice.say(
          "Die Hosts von \(title) sind \(draft.words.average) höchstens so ausgelastet: \($0).",
          "The hosts of \(title) are at most this busy, \(draft.words.average): \($0).")
      }
        ?? voice.say(
          "Die Auslastung der Hosts von \(title) ist nicht gemessen.",
          "The utilisation of the hosts of \(title) was not measured."))
  }

  /// What the servers of the public sites and the hosts rented outside draw.
  var power: Figure? {
    let power = lines("power", "federation", times: 0.001)
    let panel = Figure.Panel(
      title: voice.say(
        "Leistung der Server öffentlicher Standorte und der gemieteten",
        "Power of the servers of public sites and of rented ones"),
      unit: "kW", curves: power.curves)
    guard let draft = draft([panel], step: power.step) else { return nil }
    let text = AxisText(unit: "kW", voice: voice)
    let means = power.curves.compactMap { curve in
      CurveFacts(curve.mean, steps: draft.evening.steps).mean.map {
        (title: curve.title, text: text.full($0))
      }
    }
    let list = draft.words.list(means, of: power.curves.count)
    return figure(
      "power", voice.say("Elektrische Leistung", "Electrical power"), draft,
      finding: list.map {
        voice.say(
          """
          Im Mittel des gezeigten Zeitraums ziehen die Server der öffentlichen Standorte und die \
          außen gemieteten: \($0).
          """,
          """
          On average over the time shown the servers of the public sites and those rented outside \
          draw: \($0).
          """)
      } ?? voice.say("Die Leistung ist nicht gemessen.", "Power was not measured."))
  }
}
