import VerbundMeasure
import VerbundModel

/// The answer in three sentences over all cases, made from the figures of the tables.
public struct Answer: Sendable, Hashable {
  /// A sentence that stands by itself, and what one must know before one relies on it.
  public struct Point: Sendable, Hashable {
    public var sentence: String
    /// Whole sentences, the weightiest first.
    public var remarks: [String]

    /// All of it, one sentence after the other.
    public var text: String { ([sentence] + remarks).joined(separator: " ") }
  }

  /// What to do, in one sentence.
  public var proposal: String
  /// How much hardware it is about, and who serves better: what holds in every case, and where a
  /// verdict turns.
  public var service: Point
  /// What equal service takes.
  public var equal: Point
  /// The lenders' own citizens, what a night costs, and what cannot be said.
  public var price: Point

  public var points: [Point] { [service, equal, price] }

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

extension Answer.Point {
  /// From parts without their full stops; those that are nil or empty are left out.
  init(_ sentence: String, remarks: [String?]) {
    self.sentence = sentence.capitalisedFirst + "."
    self.remarks = remarks.compactMap(\.self).filter { !$0.isEmpty }
      .map { $0.capitalisedFirst + "." }
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
