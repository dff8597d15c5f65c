import VerbundCore
import VerbundMeasure
import VerbundModel
import VerbundPlan
import VerbundScenario

/// What is known of a term: as a metric, a policy, a confidence, an entry of the catalogue by its
/// id or name, a key of the scenario format or a word of the glossary.
struct Explanations {
  let language: Language
  let words: Words
  let catalogue: Catalogue?
  let glossary: Glossary

  /// A paragraph for each meaning; empty where the term has none.
  func texts(of term: String) -> [String] {
    var texts: [String] = []
    for metric in MetricCatalog.all where metric.id == term || metric.id.hasPrefix(term + ".") {
      texts.append(text(metric))
    }
    for policy in PolicyCatalog.all where policy.id == term {
      texts.append("\(policy.id) (\(policy.kind))\n  \(policy.text[language])\n")
    }
    for code in Confidence.allCases where code.rawValue == term.uppercased() {
      let kind = words.pick("Verlässlichkeit", "confidence")
      texts.append("\(code.rawValue) (\(kind))\n  \(code.meaning[language])\n")
    }
    for entry in catalogue?.entries ?? [] where Self.names(entry, term) {
      texts.append(text(entry))
    }
    for word in glossary.matching(term) {
      texts.append("\(word.term) / \(word.german)\n  \(word.meaning)\n")
    }
    for place in KeyPaths.matching(term) {
      texts.append("\(place.path)\n  \(place.key.doc)\n  \(place.key.summary)\n")
    }
    return texts
  }

  /// Everything that can be explained, for the nearest word.
  var known: [String] {
    var known = MetricCatalog.all.map(\.id)
    known += PolicyCatalog.all.map(\.id)
    known += Confidence.allCases.map(\.rawValue)
    known += (catalogue?.entries ?? []).flatMap { [$0.id] + Self.names($0) }
    known += glossary.words.flatMap(Glossary.names)
    known += KeyPaths.all.map(\.key.name)
    return known
  }

  /// By its id as it is written, or by its name in either language, whatever the case.
  private static func names(_ entry: Catalogue.Entry, _ term: String) -> Bool {
    entry.id == term || names(entry).contains { $0.lowercased() == term.lowercased() }
  }

  private static func names(_ entry: Catalogue.Entry) -> [String] {
    entry.name.map { [$0.de, $0.en] } ?? []
  }

  private func text(_ entry: Catalogue.Entry) -> String {
    let title = entry.name.map { ": \(Columns.plain($0[language]))" } ?? ""
    let rows = entry.figures.map { figure in
      ["  \(figure.key.isEmpty ? entry.id : figure.key)", figure.value, figure.confidence.rawValue]
        + (figure.source.isEmpty ? [] : [figure.source])
    }
    return "\(entry.id) (\(entry.section), \(entry.file))\(title)\n" + Self.compact(rows)
  }

  /// Long values do not push the columns behind them out of sight.
  private static func compact(_ rows: [[String]]) -> String {
    let short = rows.map { row in row[1].count > 40 ? [row[0], ""] + row.dropFirst(2) : row }
    let lines = Columns.aligned(short).split(separator: "\n", omittingEmptySubsequences: false)
    return zip(lines, rows).map { line, row in
      row[1].count > 40 ? "\(line)\n    \(Columns.plain(row[1]))\n" : "\(line)\n"
    }.joined()
  }

  private func text(_ metric: MetricDefinition) -> String {
    let better =
      switch metric.better {
      case .higher: words.pick("mehr ist besser", "higher is better")
      case .lower: words.pick("weniger ist besser", "lower is better")
      case .neutral: words.pick("weder gut noch schlecht", "neither way is good")
      }
    let margin =
      switch metric.margin {
      case .absolute(let amount): "\(amount) \(metric.unit)"
      case .relative(let share): "\(words.number((share * 1_000).rounded() / 10)) %"
      }
    let least = words.pick("kleinster relevanter Unterschied", "smallest relevant difference")
    return """
      \(metric.id) (\(metric.unit)): \(metric.title[language])
        \(metric.definition[language])
        \(better); \(least): \(margin)

      """
  }
}
