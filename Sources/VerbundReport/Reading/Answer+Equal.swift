import VerbundMeasure

// The second point: what equal service takes.
extension AnswerWriter {
  var equal: Answer.Point {
    let all = cases.equalService
    guard let first = all.first, first.lines.contains(where: { $0.outcome != .unknown }) else {
      let open = voice.say(
        "was gleicher Dienst jede Variante kostet, beantwortet dieser Lauf nicht: dafür braucht "
          + "es mindestens zwei Größen der Vorhaltung",
        "what equal service costs each variant is not answered by this run: that takes at least "
          + "two sizes of the set-aside")
      return Answer.Point(open, remarks: [])
    }
    let besides = nearMisses(first) + (all.count > 1 ? [others(all)] : [])
    return Answer.Point(
      lead + parts(first),
      remarks: [besides.joined(separator: "; "), kept(first), foreseen])
  }

  private var lead: String {
    let promise = voice.percent(view.promise(of: view.focus))
    return voice.say(
      "gleicher Dienst, im Mittel \(promise) \(within), braucht als eigene Vorhaltung (Kosten je "
        + "Jahr): ",
      "equal service, \(promise) \(within) on average, takes as set-aside of its own (cost a "
        + "year): ")
  }

  /// `bei 40 vCPU verfehlt „Verbund“ (98,9 %) das Ziel nur knapp`, for each size.
  func nearMisses(_ equal: EqualService) -> [String] {
    equal.nearMisses(margin).map { miss in
      let names = miss.lines.map { line -> String in
        let mean = line.trials.first { $0.step.vCPU == miss.vCPU }?.attainment?.mean
        return voice.quote(voice.say(line.title)) + (mean.map { " (\(share($0)))" } ?? "")
      }
      let size = voice.numbers.join(voice.numbers.whole(miss.vCPU), "vCPU")
      let who = voice.list(names, atMost: 3)
      let isOne = names.count == 1
      return voice.say(
        "bei \(size) \(isOne ? "verfehlt" : "verfehlen") \(who) das Ziel nur knapp",
        "at \(size), \(who) \(isOne ? "misses" : "miss") the target only narrowly")
    }
  }

  /// What lenders would have to keep free; nil where nothing is lent.
  private func kept(_ equal: EqualService) -> String? {
    let lines = equal.lines.compactMap { line in
      line.decisive.flatMap { YearlyCost($0, services: equal.ladder.services)?.keptOffer }
        .map { (title: voice.quote(voice.say(line.title)), offer: $0) }
    }
    guard let most = lines.map(\.offer).max() else { return nil }
    let amount = voice.numbers.join(
      voice.numbers.significant(most.rounded(toDigits: 3).rounded(), digits: 3), "EUR")
    let who = voice.list(lines.map(\.title), atMost: 3)
    return voice.say(
      "für \(who) müssen Verleiher zusätzlich Kapazität freihalten (bis zu \(amount) im Jahr, "
        + "nicht enthalten)",
      "for \(who), lenders must keep capacity free as well (up to \(amount) a year, not included)")
  }

  /// How good the forecast behind an order in advance is; nil without such an order.
  private var foreseen: String? {
    guard let column = view.columns.first(where: { $0.scenario?.lending.order == .portal }),
      let scenario = column.scenario
    else { return nil }
    let band = scenario.uncertain.forecast
    let ahead = VariantText.ahead(scenario.lending.placed, voice).map { " " + $0 } ?? ""
    let isExact = band.low == 1 && band.high == 1
    let error =
      isExact
      ? voice.say("ohne Prognosefehler", "without any forecast error")
      : voice.say("bis auf ", "give or take ") + VariantText.error(band, voice)
    return voice.say(
      "die Bestellung (\(name(column))) ist\(ahead) aus den Zahlen ebendieser Nacht berechnet, "
        + "\(error), und gilt nur, wenn die Prognose so gut ist",
      "the order (\(name(column))) is computed\(ahead) from the figures of that very night, "
        + "\(error), and holds only if the forecast is that good")
  }

  /// Variants with the same size together, the smallest size first.
  private func parts(_ equal: EqualService) -> String {
    var groups: [(outcome: EqualService.Outcome, lines: [EqualService.Line])] = []
    for line in equal.lines where line.outcome != .unknown {
      if let index = groups.firstIndex(where: { $0.outcome == line.outcome }) {
        groups[index].lines.append(line)
      } else {
        groups.append((line.outcome, [line]))
      }
    }
    let sorted = groups.enumerated().sorted {
      (rank($0.element.outcome), $0.offset) < (rank($1.element.outcome), $1.offset)
    }.map(\.element)
    return sorted.map { group in
      let names = voice.list(
        group.lines.map { voice.quote(voice.say($0.title)) }, atMost: 3)
      return "\(names) \(group.outcome.text(voice))\(money(group.lines, equal))"
    }.joined(separator: "; ")
  }

  private func rank(_ outcome: EqualService.Outcome) -> Int {
    let size = (outcome.vCPU ?? 0) &* 2
    if case .moreThan = outcome { return size &+ 1 }
    return size
  }

  /// ` (8 673 EUR)`: the year of the set-aside with one such night.
  private func money(_ lines: [EqualService.Line], _ equal: EqualService) -> String {
    let totals = lines.compactMap { line in
      line.decisive.flatMap { YearlyCost($0, services: equal.ladder.services)?.total }
    }
    guard let low = totals.min(), let high = totals.max(), totals.count == lines.count else {
      return ""
    }
    let (a, b) = (voice.yearlyEuros(low), voice.yearlyEuros(high))
    let range = a == b ? a : a + voice.say("\u{A0}bis\u{A0}", "\u{A0}to\u{A0}") + b
    let bound = a == b ? lines.first?.outcome.bound(voice) ?? "" : ""
    return " (\(bound)\(voice.numbers.join(range, "EUR")))"
  }

  /// Whether the other placements say the same: the same sizes, or the same places in their rows.
  private func others(_ all: [EqualService]) -> String {
    let rest = all.dropFirst()
    if rest.allSatisfy({ $0.lines.map(\.outcome) == all[0].lines.map(\.outcome) }) {
      return voice.say("bei anderer Verteilung ist es ebenso", "other placements say the same")
    }
    let differing = rest.filter { $0.places != all[0].places }
    if let one = rest.first, rest.count == 1, differing.isEmpty {
      var sizes: [Int] = []
      for size in one.lines.compactMap(\.outcome.vCPU) where !sizes.contains(size) {
        sizes.append(size)
      }
      let list = voice.list(
        sizes.sorted().map { voice.say("bis\u{A0}", "up to\u{A0}") + voice.numbers.whole($0) })
      let title = voice.quote(one.ladder.title(voice))
      let figure = voice.numbers.join(list, "vCPU")
      return voice.say(
        "\(title): ebenso mit \(figure)", "\(title): alike with \(figure)")
    }
    let titles = (differing.isEmpty ? Array(rest) : differing).map {
      voice.quote($0.ladder.title(voice))
    }
    return voice.say("anders ist es bei ", "it is different for ") + voice.list(titles, atMost: 1)
  }
}

extension EqualService {
  /// Each variant's outcome by its place among the sizes; -1 where no size holds.
  fileprivate var places: [Int?] {
    lines.map { line in
      switch line.outcome {
      case .orLess(let size), .upTo(let size, _): ladder.steps.firstIndex { $0.vCPU == size }
      case .moreThan: -1
      case .unknown: nil
      }
    }
  }
}
