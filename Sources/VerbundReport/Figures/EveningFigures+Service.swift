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
      finding: peak(offered.curves, draft.words) + deepest(busy(share.curves), draft.words) + ".",
      note: quietNote)
  }

  /// The same curves without the quiet steps of their variant.
  private func busy(_ curves: [Figure.Curve]) -> [Figure.Curve] {
    let offered = lines("requests.offered").curves
    return curves.map { curve in
      let load = offered.first { $0.title == curve.title && $0.style == curve.style }
      var busy = curve
      busy.mean = BusySteps.of(curve.mean, load: load?.mean ?? [])
      return busy
    }
  }

  private var quietNote: String {
    voice.say(
      "Genannt sind Schritte mit mindestens einem Zehntel der höchsten Last.",
      "Steps with at least a tenth of the highest load are named.")
  }

  private func peak(_ curves: [Figure.Curve], _ words: FindingWords) -> String {
    let points = words.highest(curves)
    let tops = points.compactMap(\.extreme)
    guard let most = points.max(by: { ($0.extreme?.value ?? 0) < ($1.extreme?.value ?? 0) }),
      let top = most.extreme, top.value > 0
    else { return voice.say("Es kommt niemand", "Nobody comes") }
    let (time, bare) = (words.at(top.index), AxisText(unit: "", voice: voice).bare(top.value))
    let amount = voice.say(
      "\(bare) Seitenaufrufe je Sekunde", "\(bare) page views per second")
    if points.count == 1 {
      return voice.say(
        "Die Last ist \(words.average) \(time) am höchsten (\(amount))",
        "Load, \(words.average), is highest \(time) (\(amount))")
    }
    if tops.count == points.count, tops.allSatisfy({ $0 == top }) {
      return voice.say(
        "Die Last ist in allen Varianten \(words.average) \(time) am höchsten (\(amount))",
        "In all variants load, \(words.average), is highest \(time) (\(amount))")
    }
    // Visitors who get no answer request fewer pages: the load differs from variant to variant.
    let name = voice.quote(most.title)
    return voice.say(
      "In \(name) ist die Last \(words.average) \(time) am höchsten (\(amount))",
      "Load, \(words.average), is highest in \(name) \(time) (\(amount))")
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
    let average = words.average.prefix(1).uppercased() + words.average.dropFirst()
    let low = words.list(words.lowest(busy(success.curves)), unit: "%") ?? NumberStyle.none
    let slow = words.list(words.highest(busy(p95.curves)), unit: "ms").map {
      voice.say(
        "; die Antwortzeit, die 95\u{A0}% unterschreiten, ist am längsten so: \($0)",
        "; the latency that 95% stay below is longest as follows: \($0)")
    }
    return figure(
      "service", voice.say("Erfolg und Antwortzeit", "Success and latency"), draft,
      finding: voice.say(
        "\(average) wird am wenigsten beantwortet: \(low)",
        "\(average), the least is answered as follows: \(low)")
        + (slow ?? "") + ".",
      note: voice.say(
        "Antwortzeiten gelten nur für Beantwortetes; eine Variante, die viel abweist, sieht darin "
          + "schnell aus. ",
        "Latencies hold only for what is answered; a variant that refuses much looks fast in "
          + "them. ") + quietNote)
  }
}
