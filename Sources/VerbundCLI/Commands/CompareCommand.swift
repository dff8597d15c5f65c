import ArgumentParser
import VerbundCore
import VerbundMeasure
import VerbundReport
import VerbundStudy

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Put finished runs side by side, across scenarios.",
    discussion: """
      Differences are against one cell: that of --against, else the one that the first run's \
      scenario names. Where two runs saw the same people, they are compared night by night; else \
      by Welch's interval.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @Argument(help: "Folders of runs.")
  var folders: [String]
  @Option(help: "The reference: RUN, RUN:variant or RUN:variant:case.")
  var against: String?
  @Option(
    parsing: .singleValue,
    help: "Id of a metric or its beginning; may be given again. Default: key metrics, all in JSON.")
  var metric: [String] = []
  @Option(help: "Form of the output.")
  var format: Format = .text
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let metrics = try chosenMetrics()
    let comparison: RunComparison
    do throws(StudyError) {
      var all = folders
      let reference = against.map { Self.reference($0, among: &all) }
      let runs = try all.map { folder throws(StudyError) in try ComparedRun(folder) }
      comparison = try RunComparison(
        runs, metrics: metrics, scopes: isOverview ? [.federation, .workload] : nil,
        against: reference)
    } catch {
      throw Failure(error)
    }
    switch format {
    case .csv: try Console.print(ComparisonFile.text(comparison))
    case .json: try Console.print(ComparisonJSON.line(comparison))
    case .text:
      try Console.print(
        RunComparisonTable.render(
          comparison, language: languageOptions.language, color: Console.isColored,
          width: Console.width))
    }
    // In the text they stand below the table already.
    guard format != .text else { return }
    for line in RunComparisonWords.cautions(comparison, languageOptions.language) {
      Console.say(line)
    }
  }

  /// Key metrics of services; whoever chooses metrics gets them in all scopes.
  private var isOverview: Bool { metric.isEmpty && format == .text }

  /// Nil for all.
  private func chosenMetrics() throws(Failure) -> [String]? {
    guard !metric.isEmpty else { return isOverview ? RunComparisonTable.keyMetrics : nil }
    let known = MetricCatalog.all.map(\.id)
    for wanted in metric where !known.contains(where: { Self.names(wanted, $0) }) {
      throw Failure(.unknown("metric", wanted, among: known))
    }
    return known.filter { id in metric.contains { Self.names($0, id) } }
  }

  private static func names(_ wanted: String, _ id: String) -> Bool {
    id == wanted || id.hasPrefix(wanted + ".")
  }

  /// A run that is not among the folders is added to them. A folder's name may hold colons.
  static func reference(_ text: String, among folders: inout [String]) -> ReferenceCell {
    var path = Substring(text)
    var rest: [String] = []
    while true {
      let name = String(path)
      let place = folders.firstIndex { trimmed($0) == trimmed(name) }
      if place != nil || rest.count == 2 || !path.contains(":") {
        if place == nil { folders.append(name) }
        return ReferenceCell(
          run: place ?? folders.count - 1, variant: rest.first,
          case: rest.count > 1 ? rest[1] : nil)
      }
      guard let colon = path.lastIndex(of: ":") else { continue }
      rest.insert(String(path[path.index(after: colon)...]), at: 0)
      path = path[..<colon]
    }
  }

  private static func trimmed(_ path: String) -> Substring {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
