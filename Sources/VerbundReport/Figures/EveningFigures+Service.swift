// What people offered, and what they got.
extension EveningFigures {
  /// Load and the share answered in time.
  var load: Figure? {
    let offered = lines("requests.offered")
    let share = lines("slo.attainment", times: 100)
    let service = view.workload(view.focus)
    let name = service.map { voice.say($0.name) } ?? view.focus
    let limit = service.map { voice.duration($0.slo.threshold) }
    let target = (service?.slo.share ?? 0) * 100
    let text = AxisText(unit: "%", voice: voice).tick(target)
    let inTime = limit.map {
      voice.say("Innerhalb von \($0) beantworteter Anteil", "Share answered within \($0)")
    }
    let panels = [
      Figure.Panel(
        title: voice.say("Seitenaufrufe je Sekunde", "Page views offered per second"), unit: "",
        curves: offered.curves),
      Figure.Panel(
        title: inTime ?? voice.say("Rechtzeitig beantworteter Anteil", "Share answered in time"),
        unit: "%", top: 100,
        mark: target > 0 && target <= 100
          ? Figure.Mark(value: target, title: voice.say("Ziel \(text)", "target \(text)")) : nil,
        curves: share.curves),
    ]
    guard !offered.curves.isEmpty, let draft = draft(panels, step: offered.step) else {
      return nil
    }
    return figure(
      "load",
      voice.say(
        "Last und rechtzeitig beantworteter Anteil: \(name)",
        "Load and share answered in time: \(name)"), draft,
      finding: peak(offered.curves, draft.words) + deepest(share.curves, draft.words) + ".")
  }

  private func peak(_ curves: [Figure.Curve], _ words: FindingWords) -> String {
    let points = words.highest(curves).compactMap(\.extreme)
    guard let top = points.max(by: { $0.value < $1.value }), top.value > 0 else {
      return voice.say("Es kommt niemand", "Nobody comes")
    }
    let amount = AxisText(unit: "", voice: voice).bare(top.value)
    return voice.say(
      "Die Last ist \(words.at(top.index)) am höchsten (\(amount) Seitenaufrufe je Sekunde)",
      "Load is highest \(words.at(top.index)) (\(amount) page views per second)")
  }

  private func deepest(_ curves: [Figure.Curve], _ words: FindingWords) -> String {
    guard let list = words.list(words.lowest(curves), unit: "%") else {
      return voice.say(
        "; ein rechtzeitig beantworteter Anteil ist nicht gemessen",
        "; a share answered in time was not measured")
    }
    return voice.say(
      "; am tiefsten liegt der rechtzeitig beantwortete Anteil so: \(list)",
      "; the share answered in time is lowest as follows: \(list)")
  }

  /// Success with the latencies of those who got through, which mean little without it.
  var service: Figure? {
    let success = lines("success.share", times: 100)
    let p95 = lines("latency.p95")
    let mean = lines("latency.mean")
    guard success.curves.contains(where: { $0.mean.contains { $0 != nil } }) else { return nil }
    let panels = [
      Figure.Panel(
        title: voice.say("Beantworteter Anteil", "Share answered"), unit: "%", top: 100,
        curves: success.curves),
      Figure.Panel(
        title: voice.say(
          "Antwortzeit, die 95 % der Beantworteten unterschreiten",
          "Latency that 95% of those answered stay below"), unit: "ms", curves: p95.curves),
      Figure.Panel(
        title: voice.say(
          "Mittlere Antwortzeit der Beantworteten", "Mean latency of those answered"),
        unit: "ms", curves: mean.curves),
    ]
    guard let draft = draft(panels, step: success.step) else { return nil }
    let words = draft.words
    let low = words.list(words.lowest(success.curves), unit: "%") ?? NumberStyle.none
    let slow = words.list(words.highest(p95.curves), unit: "ms").map {
      voice.say("; die längste p95-Antwortzeit: \($0)", "; the longest p95 latency: \($0)")
    }
    return figure(
      "service", voice.say("Erfolg und Antwortzeit", "Success and latency"), draft,
      finding: voice.say(
        "Am wenigsten wird beantwortet: \(low)", "The least is answered as follows: \(low)")
        + (slow ?? "") + ".",
      note: voice.say(
        "Antwortzeiten gelten nur für Beantwortetes; wer viel abweist, sieht darin schnell aus.",
        "Latencies hold only for what is answered; who refuses much looks fast in them."))
  }
}
