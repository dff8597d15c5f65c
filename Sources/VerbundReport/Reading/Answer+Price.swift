import VerbundMeasure
import VerbundModel

// The third sentence: what it costs, whom else it touches, what cannot be said.
extension AnswerWriter {
  var price: String {
    let parts = [money, energy].compactMap(\.self) + view.otherWorkloads.compactMap(others)
    guard !parts.isEmpty else { return capitalised(limits) + "." }
    return voice.say("Der Preis einer Nacht: ", "The price of one night: ") + items(parts)
      + "; " + limits + "."
  }

  private var money: String? {
    let settled = amounts(
      "cost.settlement",
      voice.say("untereinander verrechnet", "settled between administrations"))
    let paid = amounts("cost.external", voice.say("nach außen bezahlt", "paid outside"))
    let parts = [settled, paid].compactMap(\.self)
    return parts.isEmpty ? nil : items(parts)
  }

  /// The variants with an amount; `nothing` where none has one.
  private func amounts(_ id: String, _ what: String) -> String? {
    guard let row = view.row(id, of: view.focus) else { return nil }
    let format = view.format(row, voice)
    let spent = view.columns.filter { ($0.table[row.id, row.scope]?.mean ?? 0) != 0 }
    if spent.isEmpty { return voice.say("nichts ", "nothing ") + what }
    let list = spent.map { "\(name($0)) \(format.full($0.table[row.id, row.scope]?.mean))" }
    return what + voice.say(" bei ", " for ") + voice.list(list)
  }

  private var energy: String? {
    guard let row = view.row("energy.attributed", of: view.focus),
      let range = range(row)
    else { return nil }
    return voice.say("zugeordnete Energie \(range)", "attributed energy \(range)")
  }

  /// A service of others: its share answered in time, and in which variants that changed.
  private func others(_ service: Workload) -> String? {
    guard let row = view.row("slo.attainment", of: service.id), let range = range(row) else {
      return nil
    }
    let title = voice.quote(voice.say(service.name))
    let text = voice.say(
      "von \(title) rechtzeitig beantwortet \(range)", "of \(title) answered in time \(range)")
    let notes = changes(row)
    return notes.isEmpty ? text : text + " (" + notes.joined(separator: "; ") + ")"
  }

  private func changes(_ row: KeyRow) -> [String] {
    guard input.nights > 1 else { return [] }
    let judged = view.columns.filter { view.verdict(row, $0) != nil }
    let order: [Verdict] = [.worse, .undecided, .better, .noRelevantDifference]
    return order.compactMap { verdict in
      let names = judged.filter { view.verdict(row, $0) == verdict }
      guard !names.isEmpty else { return nil }
      if names.count == judged.count {
        return verdict.word(voice) + voice.say(" in allen Varianten", " in all variants")
      }
      return verdict.word(voice) + " in " + voice.list(names.map(name))
    }
  }

  /// One figure where all variants show the same, else lowest and highest.
  private func range(_ row: KeyRow) -> String? {
    let format = view.format(row, voice)
    let means = view.values(row).compactMap(\.mean)
    guard let low = means.min(), let high = means.max() else { return nil }
    if format.full(low) == format.full(high) { return format.full(low) }
    return format.bare(low) + voice.say(" bis ", " to ") + format.full(high)
  }

  private var limits: String {
    let count = voice.nights(input.nights)
    let nights =
      input.nights == 1
      ? voice.say("eine Nacht trägt kein Urteil", "one night supports no verdict")
      : voice.say(
        "\(count) tragen einen Vergleich, nie eine Zusage",
        "\(count) support a comparison, never a guarantee")
    return nights
      + voice.say(
        ", und das Jahr, in dem Hardware für die Spitze leer steht, ist nicht enthalten",
        ", and the year in which hardware for the peak stands idle is not included")
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
