import VerbundMeasure
import VerbundModel

/// Equal service for one placement of demand: variants down, what they need across; below it every
/// simulated size.
struct FinanceTable {
  let section: SectionContext
  let equal: EqualService

  private var voice: Voice { section.voice }
  private var numbers: NumberStyle { section.voice.numbers }
  private var view: CaseView { equal.ladder.smallest.view }

  var markup: Markup {
    let summary = voice.say(
      "Der Dienst bei jeder gerechneten Größe", "The service at every computed size")
    return """
      \(needs)
      <details class="paper"><summary>\(summary)</summary>
      \(sizes)
      </details>
      """
  }

  // MARK: What each variant needs

  private var needs: Markup {
    let heads = [
      voice.say("Variante", "Variant"), voice.say("selbst vorzuhalten", "to set aside itself"),
      voice.say("zusammen, EUR im Jahr", "together, EUR a year"),
      voice.say("Ziel gehalten in", "target held on"), voice.say("das sind Hosts", "as hosts"),
      voice.say("davon Vorhaltung, EUR", "of it set-aside, EUR"),
      voice.say("davon die Nacht, EUR", "of it the night, EUR"),
      voice.say("Leerlauf, kWh im Jahr", "idle, kWh a year"),
      voice.say("CO₂, kg im Jahr", "CO₂, kg a year"),
    ].map { "\($0)" as Markup }
    let rows = equal.lines.map { line -> (head: Markup, cells: [Markup]) in
      ("\(voice.say(line.title))", cells(line).map { "\($0)" })
    }
    let promise = voice.percent(view.promise(of: view.focus))
    let limit = view.workload(view.focus).map { voice.duration($0.slo.threshold) } ?? ""
    let caption = voice.say(
      "Gleicher Dienst: \(promise) der Aufrufe binnen \(limit), im Mittel der Nächte",
      "Equal service: \(promise) of page views within \(limit), on average over the nights")
    return section.table(caption, style: "data finance", heads: heads, rows: rows)
  }

  private func cells(_ line: EqualService.Line) -> [String] {
    let none = NumberStyle.none
    guard let trial = line.decisive,
      let cost = YearlyCost(trial, services: equal.ladder.services)
    else { return [line.outcome.text(voice)] + Array(repeating: none, count: 7) }
    let bound = line.outcome.bound(voice)
    // The figures are no better known than that.
    func least(_ value: Double, _ digits: Int = 3) -> String {
      bound + numbers.significant(value.rounded(toDigits: digits), digits: digits)
    }
    func euros(_ value: Double) -> String { bound + voice.yearlyEuros(value) }
    return [
      line.outcome.text(voice), euros(cost.total), nights(trial), least(cost.hosts, 2),
      euros(cost.setAside), voice.bareEuros(cost.night),
      least(cost.energy), least(cost.carbon),
    ]
  }

  /// `5 von 5 Nächten`.
  private func nights(_ trial: EqualService.Trial) -> String {
    let (held, all) = (numbers.whole(trial.nightsHeld), numbers.whole(trial.nights))
    return trial.nights == 1
      ? voice.say("\(held) von 1\u{A0}Nacht", "\(held) of 1\u{A0}night")
      : voice.say("\(held) von \(all)\u{A0}Nächten", "\(held) of \(all)\u{A0}nights")
  }

  // MARK: Every simulated size

  private var sizes: Markup {
    let heads: [Markup] =
      ["\(voice.say("Variante", "Variant"))"]
      + equal.ladder.steps.map { "\(section.vCPU($0.vCPU))" }
    let rows = equal.lines.map { line -> (head: Markup, cells: [Markup]) in
      ("\(voice.say(line.title))", line.trials.map(cell))
    }
    let caption = voice.say(
      "Der Dienst bei jeder gerechneten Größe der Vorhaltung",
      "The service at every computed size of the set-aside")
    return section.table(caption, style: "comparison", heads: heads, rows: rows)
  }

  private func cell(_ trial: EqualService.Trial) -> Markup {
    guard let value = trial.attainment else { return "\(NumberStyle.none)" }
    let format = RowFormat.share(voice)
    var lines: [Markup] = ["<b>\(format.full(value.mean))</b>"]
    if let interval = format.interval(value) { lines.append("<small>\(interval)</small>") }
    if let text = holding(trial) { lines.append(text) }
    lines.append("<small>\(nights(trial))</small>")
    return .join(lines, "<br>")
  }

  /// Held, held on average with an interval that reaches below, or missed.
  private func holding(_ trial: EqualService.Trial) -> Markup? {
    guard let holds = trial.holds else { return nil }
    if trial.isNarrow(section.margin) {
      let text = voice.say("knapp verfehlt", "narrowly missed")
      return "<span class=\"verdict open\">✗ \(text)</span>"
    }
    if !holds {
      return "<span class=\"verdict worse\">✗ \(voice.say("verfehlt", "missed"))</span>"
    }
    if trial.surely == false {
      let text = voice.say("hält nur im Mittel", "holds on average only")
      return "<span class=\"verdict open\">~ \(text)</span>"
    }
    return "<span class=\"verdict better\">✓ \(voice.say("hält", "holds"))</span>"
  }
}
