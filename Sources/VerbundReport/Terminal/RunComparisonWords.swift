import VerbundMeasure
import VerbundModel
import VerbundStudy

/// The words of a comparison across runs: names, differences, and what to bear in mind.
public struct RunComparisonWords {
  let comparison: RunComparison
  let voice: Voice

  init(comparison: RunComparison, voice: Voice) {
    self.comparison = comparison
    self.voice = voice
  }

  /// One sentence per thing that the runs do not have in common and should.
  public static func cautions(_ comparison: RunComparison, _ language: Language) -> [String] {
    RunComparisonWords(comparison: comparison, voice: Voice(language)).cautions
  }

  /// `1: results/a/b (a, 5 nights, seed 7, model version 7)`.
  func run(_ index: Int) -> String {
    let run = comparison.runs[index]
    let parts = [
      run.manifest.scenario, voice.nights(run.manifest.nights),
      voice.say("Startwert ", "seed ") + "\(run.manifest.seed)",
      voice.say("Modellversion ", "model version ") + "\(run.manifest.modelVersion)",
    ]
    let text = "\(run.folder) (\(parts.joined(separator: ", ")))"
    return TerminalText.clean(comparison.runs.count > 1 ? "\(index + 1): \(text)" : text)
  }

  /// The variant with its case, and the number of its run where there are several.
  func column(_ index: Int) -> String {
    let column = comparison.columns[index]
    let name = voice.say(column.variantName)
    let cell = column.case.isEmpty ? name : "\(name), \(voice.say(column.caseName))"
    return TerminalText.clean(comparison.runs.count > 1 ? "\(column.run + 1): \(cell)" : cell)
  }

  /// The metric, and what it is about where it is not the whole federation.
  func title(_ row: RunComparison.Row) -> String {
    let metric = MetricCatalog.metric(row.id).map { voice.say($0.title) } ?? row.id
    guard row.scope != Scope.whole else { return TerminalText.clean(metric) }
    return TerminalText.clean("\(metric) · \(scope(row.scope))")
  }

  private func scope(_ scope: String) -> String {
    let run = comparison.runs[comparison.columns[comparison.reference].run]
    guard let scenario = run.experiment.cells.first?.scenario else { return scope }
    let id = scope.split(separator: ":", maxSplits: 1).last.map(String.init) ?? scope
    let name: LocalizedText? =
      switch Scope(of: scope) {
      case .workload: scenario.workloads.first { $0.id == id }?.name
      case .site: scenario.sites.first { $0.id == id }?.name
      default: nil
      }
    return name.map { voice.say($0) } ?? id
  }

  /// `+1.3 percentage points (+0.9 to +1.7), paired over 5 nights`; where these are not all nights
  /// of both, the figures in them follow.
  func difference(
    _ found: PairedDifference, _ format: RowFormat, _ common: CommonNights?
  ) -> String {
    guard let mean = format.difference(found.mean) else { return NumberStyle.none }
    let end = method(found, common) + over(common, found, format)
    guard let low = found.low, let high = found.high else {
      return common?.isPart ?? false ? "\(mean), \(end)" : mean
    }
    let ends = [low, high].map { signed($0, format) }
    let range = voice.say("\(ends[0]) bis \(ends[1])", "\(ends[0]) to \(ends[1])")
    return "\(mean) (\(range)), \(end)"
  }

  /// `, in these 97.1 against 95.8`; nothing where these are all nights.
  private func over(
    _ common: CommonNights?, _ found: PairedDifference, _ format: RowFormat
  ) -> String {
    guard let common, common.isPart else { return "" }
    let ours = format.bare(common.column[found.id, found.scope]?.mean)
    let theirs = format.bare(common.reference[found.id, found.scope]?.mean)
    return voice.say(", darin \(ours) gegen \(theirs)", ", in these \(ours) against \(theirs)")
  }

  /// Without the unit, which stands at the mean.
  private func signed(_ value: Double, _ format: RowFormat) -> String {
    let text = voice.numbers.fixed(
      value * format.unit.factor * format.scale, decimals: format.decimals)
    return value > 0 ? "+" + text : text
  }

  private func method(_ found: PairedDifference, _ common: CommonNights?) -> String {
    guard let common else {
      let degrees = voice.numbers.significant(found.degrees ?? 0)
      return voice.say("Welch, \(degrees) Freiheitsgrade", "Welch, \(degrees) degrees of freedom")
    }
    guard common.isPart else {
      return voice.say("gepaart über ", "paired over ") + voice.nights(found.n)
    }
    let number = common.count
    if number == 1 { return voice.say("nur die erste Nacht", "the first night only") }
    return voice.say(
      "gepaart über die ersten \(number) Nächte", "paired over the first \(number) nights")
  }

  var method: String {
    voice.say(
      """
      Mittel der Nächte ± halbes 95-%-Intervall, dahinter der Unterschied zum Bezug mit seinem \
      95-%-Intervall. Gepaart: Beide Läufe sahen dieselben Menschen, verglichen wird Nacht für \
      Nacht. Welch: verschiedene Nächte, verglichen werden die Mittel zweier unabhängiger \
      Stichproben. \(Verdict.legend(voice)).
      """,
      """
      Mean of the nights ± half of the 95% interval, then the difference from the reference with \
      its 95% interval. Paired: both runs saw the same people, and are compared night by night. \
      Welch: different nights, the means of two unrelated samples are compared. \
      \(Verdict.legend(voice)).
      """)
  }

  /// One sentence per column or group of columns that lacks some rows.
  var gaps: [String] {
    var groups: [(columns: [Int], rows: [String])] = []
    for gap in comparison.gaps {
      let row = gap.scope == Scope.whole ? gap.id : "\(gap.id) \(gap.scope)"
      if let place = groups.firstIndex(where: { $0.columns == gap.columns }) {
        groups[place].rows.append(row)
      } else {
        groups.append((gap.columns, [row]))
      }
    }
    return groups.map { group in
      let names = voice.list(group.columns.map { voice.quote(column($0)) })
      let shown = group.rows.prefix(6).joined(separator: ", ")
      let rest = group.rows.count - min(6, group.rows.count)
      let more = rest > 0 ? voice.say(" und \(rest) weitere", " and \(rest) more") : ""
      return voice.say(
        "Nicht verglichen, denn \(names) hat es nicht: \(shown)\(more).",
        "Not compared, since \(names) has none: \(shown)\(more).")
    }
  }

  var cautions: [String] {
    comparison.cautions.map { caution in
      switch caution {
      case .modelVersions(let versions):
        voice.say(
          "Achtung: Die Läufe haben verschiedene Modellversionen (\(list(versions))); ein Teil "
            + "der Unterschiede kann vom Modell kommen.",
          "Mind: the runs have different model versions (\(list(versions))); a part of the "
            + "differences may come from the model.")
      case .fidelities(let fidelities):
        voice.say(
          "Achtung: Die Läufe sind verschieden genau gerechnet (\(names(fidelities))).",
          "Mind: the runs have different fidelities (\(names(fidelities))).")
      case .nights(let nights): differentNights(nights)
      case .seeds(let seeds):
        voice.say(
          "Achtung: Die Läufe haben verschiedene Startwerte (\(list(seeds))), also andere "
            + "Menschen: Unterschiede sind darum unschärfer.",
          "Mind: the runs have different seeds (\(list(seeds))), so other people: differences are "
            + "less sharp for that.")
      }
    }
  }

  /// Which nights are in common stands with each difference.
  private func differentNights(_ nights: [Int]) -> String {
    let start = voice.say(
      "Achtung: Die Läufe haben verschieden viele Nächte (\(list(nights))).",
      "Mind: the runs have different numbers of nights (\(list(nights))).")
    guard comparison.common.contains(where: { $0?.isPart ?? false }) else { return start }
    return start
      + voice.say(
        """
         Mittel und Intervall gelten für alle Nächte des Laufs; Unterschied und Urteil nur für die \
        Nächte, die beide haben, und die Mittel darin stehen dahinter.
        """,
        """
         Mean and interval are over all nights of the run; difference and verdict only over the \
        nights that both have, and the means in these stand behind it.
        """)
  }

  private func names(_ fidelities: [Fidelity]) -> String { list(fidelities.map(\.rawValue)) }

  private func list(_ values: [some Any]) -> String {
    values.map { "\($0)" }.joined(separator: ", ")
  }
}
