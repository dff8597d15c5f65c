import VerbundMeasure

// The first point: how much it is about, who serves better, and who misses the target for how long.
extension AnswerWriter {
  var service: Answer.Point {
    guard let row = view.row("slo.attainment", of: view.focus), !ranked(row).isEmpty else {
      let nothing = voice.say(
        "wie viele Seitenaufrufe rechtzeitig beantwortet wurden, wurde nicht gemessen",
        "how many page views were answered in time was not measured")
      return Answer.Point(stakeText + nothing, remarks: [])
    }
    var sentence = stakeText + (bareVerdicts ?? withoutVerdict)
    if input.nights == 1 {
      sentence += voice.say("; eine Nacht trägt kein Urteil", "; one night supports no verdict")
    }
    return Answer.Point(sentence, remarks: [undecided, missed ?? figures(row, most: 4)])
  }

  private var stakeText: String {
    guard let stake = cases.stake else {
      return voice.say(
        "Wie viel Technik auf dem Spiel steht, ist offen: ",
        "How much hardware is at stake is open: ")
    }
    let size = voice.numbers.join(voice.numbers.whole(stake.hostVCPU), "vCPU")
    if stake.hosts <= 1 {
      return voice.say(
        "Es geht um höchstens einen Host (\(size)): ", "This is about one host at most (\(size)): ")
    }
    if stake.hosts < Stake.small {
      let hosts = voice.word(stake.hosts)
      return voice.say(
        "Es geht um etwa \(hosts) Hosts zu je \(size): ",
        "This is about some \(hosts) hosts of \(size) each: ")
    }
    let hosts = voice.numbers.whole(stake.hosts)
    return voice.say(
      "Es geht um rund \(hosts)\u{A0}Hosts: ", "This is about some \(hosts)\u{A0}hosts: ")
  }

  private var withoutVerdict: String {
    voice.say("für \(serviceName) gibt es kein Urteil", "for \(serviceName) there is no verdict")
  }

  /// Best first, the reference among them in any case.
  private func figures(_ row: KeyRow, most: Int) -> String {
    let format = view.format(row, voice)
    var chosen = Array(ranked(row).prefix(most))
    if let reference = view.reference, !chosen.contains(where: \.isReference) {
      chosen[chosen.count - 1] = reference
    }
    let list = chosen.map { column in
      let value = column.table[row.id, row.scope]
      let interval = value.flatMap(format.interval).map { " (\($0))" } ?? ""
      return "\(name(column)) \(format.full(value?.mean))\(interval)"
    }
    return voice.say("\(within.capitalisedFirst) beantwortet", "Answered \(within)") + inCase + ": "
      + list.joined(separator: ", ")
  }

  /// Falling by mean; equal values keep the order of the variants; those not measured are left out.
  func ranked(_ row: KeyRow) -> [Column] {
    func mean(_ column: Column) -> Double? { column.table[row.id, row.scope]?.mean }
    return view.columns.enumerated().filter { mean($0.element) != nil }.sorted { a, b in
      let (x, y) = (mean(a.element) ?? 0, mean(b.element) ?? 0)
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
  }

  // MARK: Minutes below the target

  /// Variants alike in nights and minutes below the target.
  private struct Missed: Hashable {
    var nights: Int
    var low: Double
    var high: Double

    init(_ value: MetricValue) {
      let minutes = value.nights.compactMap(\.self).filter { $0 > 0 }
      nights = minutes.count
      low = minutes.min() ?? 0
      high = minutes.max() ?? 0
    }
  }

  /// `„Inseln“ liegt in 3 von 5 Nächten zeitweise unter dem Ziel, 15 bis 210 Minuten lang`, the
  /// longest first; nil where it was not measured for every variant.
  private var missed: String? {
    var groups: [(missed: Missed, columns: [Column])] = []
    for column in view.columns {
      guard let value = column.table["slo.missed", view.focusScope],
        value.nights.compactMap(\.self).count == input.nights
      else { return nil }
      let own = Missed(value)
      if let index = groups.firstIndex(where: { $0.missed == own }) {
        groups[index].columns.append(column)
      } else {
        groups.append((own, [column]))
      }
    }
    groups.sort { ($0.missed.high, $0.missed.nights) > ($1.missed.high, $1.missed.nights) }
    guard let first = groups.first else { return nil }
    let place = inCase.isEmpty ? "" : inCase.dropFirst().capitalisedStart
    if first.missed.nights == 0 {
      return voice.say(
        place.isEmpty
          ? "Keine Variante liegt auch nur eine Minute unter dem Ziel (\(target))"
          : "\(place) liegt keine Variante auch nur eine Minute unter dem Ziel (\(target))",
        (place.isEmpty ? "No variant" : "\(place), no variant")
          + " is below the target (\(target)) for even a minute")
    }
    let rest = groups.dropFirst().map { group in
      let all = names(group.columns)
      guard group.missed.nights > 0 else {
        return all
          + (input.nights == 1
            ? voice.say(" nicht", " not at all") : voice.say(" in keiner", " on none"))
      }
      return input.nights == 1
        ? "\(all) \(minutes(group.missed))"
        : voice.say(
          "\(all) in \(of(group.missed)), \(minutes(group.missed))",
          "\(all) on \(of(group.missed)), \(minutes(group.missed))")
    }
    return ([opening(first.missed, first.columns, place)] + rest).joined(separator: "; ")
  }

  private func opening(_ missed: Missed, _ columns: [Column], _ place: String) -> String {
    let isOne = columns.count == 1
    let who = names(columns)
    let lies = isOne ? "liegt" : "liegen"
    let start = place.isEmpty ? "\(who) \(lies)" : "\(place) \(lies) \(who)"
    let english = (place.isEmpty ? "" : place + ", ") + "\(who) \(isOne ? "is" : "are")"
    if input.nights == 1 {
      return voice.say(
        "\(start) \(minutes(missed)) unter dem Ziel (\(target))",
        "\(english) below the target (\(target)) \(minutes(missed))")
    }
    let noun = voice.say("\u{A0}Nächten", "\u{A0}nights")
    return voice.say(
      "\(start) in \(of(missed))\(noun) zeitweise unter dem Ziel (\(target)), \(minutes(missed))",
      "\(english) below the target (\(target)) on \(of(missed))\(noun), \(minutes(missed))")
  }

  private func of(_ missed: Missed) -> String {
    let (some, all) = (voice.numbers.whole(missed.nights), voice.numbers.whole(input.nights))
    return voice.say("\(some) von \(all)", "\(some) of \(all)")
  }

  private func minutes(_ missed: Missed) -> String {
    let (low, high) = (
      voice.numbers.significant(missed.low), voice.numbers.significant(missed.high)
    )
    let range = low == high ? high : low + voice.say(" bis ", " to ") + high
    let unit =
      range == "1" ? voice.say("Minute", "minute") : voice.say("Minuten", "minutes")
    return voice.say("\(range)\u{A0}\(unit) lang", "for \(range)\u{A0}\(unit)")
  }

  /// `99 % binnen 2 s, angenommen`.
  var target: String {
    voice.percent(view.promise(of: view.focus)) + " " + within + ", " + cases.targetWord(voice)
  }
}

extension Substring {
  fileprivate var capitalisedStart: String { String(self).capitalisedFirst }
}
