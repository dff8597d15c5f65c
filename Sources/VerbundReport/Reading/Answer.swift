import VerbundMeasure
import VerbundModel

/// The answer in three points over all cases, made from the figures of the tables.
public struct Answer: Sendable, Hashable {
  /// What to do, in one sentence.
  public var proposal: String
  /// How much hardware it is about, and who serves better: what holds in every case, and where a
  /// verdict turns.
  public var service: String
  /// What equal service takes.
  public var equal: String
  /// What a night costs, the lenders' own citizens, and what cannot be said.
  public var price: String

  /// The points, each of one or two sentences.
  public var sentences: [String] { [service, equal, price] }

  /// Nil for a result without any cell.
  public init?(_ input: ReportInput, language: Language) {
    self.init(CaseSet(input), Voice(language))
  }

  init?(_ cases: CaseSet, _ voice: Voice) {
    guard let lead = cases.leadView else { return nil }
    let writer = AnswerWriter(cases: cases, view: lead, voice: voice)
    proposal = writer.proposal
    service = writer.service
    equal = writer.equal
    price = writer.price
  }
}

/// Writes sentences over all cases; single figures are those of the leading case.
struct AnswerWriter {
  let cases: CaseSet
  let view: CaseView
  let voice: Voice

  var input: ReportInput { cases.input }
  var count: Int { cases.views.count }

  func name(_ column: Column) -> String { voice.quote(voice.say(column.title)) }

  /// Quoted names, at most three of them.
  func names(_ columns: [Column]) -> String { voice.list(columns.map(name), atMost: 3) }

  var serviceName: String {
    voice.quote(view.workload(view.focus).map { voice.say($0.name) } ?? view.focus)
  }

  /// ` im Fall „mittel“`; nothing with one case.
  var inCase: String {
    count < 2 || view.id.isEmpty
      ? "" : voice.say(" im Fall ", " in case ") + voice.quote(voice.say(view.title))
  }

  /// `innerhalb von 2 s`.
  var within: String {
    view.workload(view.focus).map { service in
      let limit = voice.duration(service.slo.threshold)
      return voice.say("binnen \(limit)", "within \(limit)")
    } ?? voice.say("rechtzeitig", "in time")
  }

  func share(_ value: Double) -> String {
    RowFormat.share(voice).full(value)
  }
}

extension RowFormat {
  /// For a share by itself.
  static func share(_ voice: Voice) -> RowFormat {
    let unit = MetricValue(
      id: "", scope: "", unit: "share", mean: nil, low: nil, high: nil, n: 0, nights: [])
    return RowFormat([unit], voice)
  }
}
