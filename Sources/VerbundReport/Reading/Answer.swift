import VerbundMeasure
import VerbundModel

/// The answer in three sentences, made from the figures of the tables.
public struct Answer: Sendable, Hashable {
  /// How much it is about.
  public var stake: String
  /// Who serves best, with interval and verdict.
  public var ranking: String
  /// What it costs, also the lenders' own citizens, and what cannot be said.
  public var price: String

  public var sentences: [String] { [stake, ranking, price] }

  init(_ view: CaseView, _ input: ReportInput, _ voice: Voice) {
    let writer = AnswerWriter(view: view, input: input, voice: voice)
    stake = writer.stake
    ranking = writer.ranking
    price = writer.price
  }

  /// One answer per case, in the order of the result.
  public static func all(_ input: ReportInput, language: Language) -> [Answer] {
    CaseView.all(of: input).map { Answer($0, input, Voice(language)) }
  }
}

struct AnswerWriter {
  let view: CaseView
  let input: ReportInput
  let voice: Voice

  func name(_ column: Column) -> String { voice.quote(voice.say(column.title)) }

  var service: String {
    voice.quote(view.workload(view.focus).map { voice.say($0.name) } ?? view.focus)
  }

  func items(_ parts: [String]) -> String { parts.joined(separator: "; ") }
}

// MARK: The stake

extension AnswerWriter {
  var stake: String {
    guard let stake = Stake(view, input) else {
      return voice.say(
        "Wie viel Technik auf dem Spiel steht, geht aus diesem Ergebnis nicht hervor.",
        "How much hardware is at stake cannot be told from this result.")
    }
    return opening(stake) + amounts(stake) + size(stake) + "."
  }

  private func opening(_ stake: Stake) -> String {
    if stake.hosts >= Stake.small {
      let hosts = voice.numbers.whole(stake.hosts)
      return voice.say("Es geht um rund \(hosts) Hosts: ", "This is about some \(hosts) hosts: ")
    }
    return voice.say(
      "Es geht um wenig Technik, um weniger als zehn Hosts: ",
      "This is about little hardware, fewer than ten hosts: ")
  }

  private func amounts(_ stake: Stake) -> String {
    let setAside = vCPU(Double(stake.setAside))
    var parts = [
      voice.say(
        "Für \(service) sind \(setAside) bereitgestellt", "\(setAside) are set aside for \(service)"
      )
    ]
    if let text = wanting(stake) { parts.append(text) }
    if let lent = stake.lentPeak {
      let amount = vCPU(lent.rounded())
      parts.append(
        lent > 0
          ? voice.say(
            "geliehen oder gemietet werden im Mittel bis zu \(amount)",
            "up to \(amount) are lent or rented on average")
          : voice.say("geliehen oder gemietet wird nichts", "nothing is lent or rented"))
    }
    return items(parts)
  }

  private func wanting(_ stake: Stake) -> String? {
    guard let row = view.shortfallRow, let column = stake.neediest,
      let value = column.table[row.id, row.scope], value.mean != nil
    else { return nil }
    let amount = view.format(row, voice).full(value.mean)
    return voice.say(
      "in \(name(column)) fehlen in der Spitze \(amount)",
      "in \(name(column)) \(amount) are wanting at the peak")
  }

  private func size(_ stake: Stake) -> String {
    guard stake.hosts > 0 else { return "" }
    let each = vCPU(Double(stake.hostVCPU))
    let count = voice.numbers.whole(stake.hosts)
    return stake.hosts == 1
      ? voice.say(
        "; für das Größere reicht ein Host mit \(each)",
        "; one host of \(each) holds the larger of these")
      : voice.say(
        "; für das Größere reichen \(count) Hosts mit je \(each)",
        "; \(count) hosts of \(each) each hold the larger of these")
  }

  private func vCPU(_ value: Double) -> String {
    voice.numbers.join(voice.numbers.fixed(value, decimals: 0), "vCPU")
  }
}
