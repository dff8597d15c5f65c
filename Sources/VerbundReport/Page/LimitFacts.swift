import VerbundModel

// What cannot be said because of what this very scenario holds, with its figures.
extension SectionContext {
  var limitFacts: [String] { [orderLimit, doorLimit, electorateLimit].compactMap(\.self) }

  private var orderLimit: String? {
    let orders = views.contains { view in
      view.columns.contains { $0.scenario?.lending.order == .portal }
    }
    guard orders else { return nil }
    let band = input.experiment.assumptions.first { $0.path == "uncertain.forecast" }
    let decimals = (band?.value ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let values = decimals.joined(separator: voice.say(",", "."))
    let factor = values.isEmpty ? "" : voice.say(" (Faktor \(values))", " (factor \(values))")
    return voice.say(
      """
      Die vorab aufgegebene Bestellung ist aus den Zahlen derselben Nacht berechnet, bis auf einen \
      angenommenen Prognosefehler\(factor). So gut weiß das vorher niemand.
      """,
      """
      The order placed beforehand is computed from the figures of the same night, up to an assumed \
      forecast error\(factor). Nobody knows them that well beforehand.
      """)
  }

  /// The fullest front door of the service in question, over all cases, variants and nights.
  private var doorLimit: String? {
    var fullest: (peak: Double, limit: Double)?
    for view in views {
      for column in view.columns {
        guard let value = column.table["connections.peak", view.focusScope],
          let peak = value.nights.compactMap(\.self).max(),
          let door = column.scenario?.workloads.first(where: { $0.id == view.focus })?.door,
          door.connections > 0
        else { continue }
        let limit = Double(door.connections)
        if fullest.map({ peak / limit > $0.peak / $0.limit }) ?? true { fullest = (peak, limit) }
      }
    }
    guard let (peak, limit) = fullest, let view = views.first else { return nil }
    let name = voice.quote(workload(view.focus, view))
    let (most, all) = (
      voice.numbers.fixed(peak, decimals: 0), voice.numbers.fixed(limit, decimals: 0)
    )
    let share = AxisText(unit: "%", voice: voice).full(peak / limit * 100)
    let assumed = isDoorAssumed ? voice.say("; sie ist angenommen", ", which is assumed") : ""
    return voice.say(
      """
      Am Eingang von \(name) waren höchstens \(most) Verbindungen zugleich offen, \(share) seiner \
      Grenze von \(all)\(assumed). Ein kleinerer Eingang wiese früher ab.
      """,
      """
      At the front door of \(name) at most \(most) connections were open at once, \(share) of its \
      limit of \(all)\(assumed). A smaller door would refuse sooner.
      """)
  }

  private var isDoorAssumed: Bool {
    let limits = input.experiment.assumptions.filter {
      $0.path.contains("door") && $0.path.hasSuffix(".connections")
    }
    return !limits.isEmpty && limits.allSatisfy { $0.confidence == .A }
  }

  private var electorateLimit: String? {
    let isFederal = input.experiment.assumptions.contains {
      $0.path.hasPrefix("regions.") && $0.path.hasSuffix(".people")
        && $0.source.contains("Bundestagswahl 2025")
    }
    guard isFederal else { return nil }
    return voice.say(
      """
      Die Zahl der Wahlberechtigten ist die der Bundestagswahl 2025. Wo bei Landtagswahlen schon \
      Menschen ab 16 wählen, sind es 1 bis 3\u{A0}% mehr.
      """,
      """
      The electorate is that of the Bundestagswahl 2025. Where people from 16 on vote in Landtag \
      elections, it is 1 to 3% larger.
      """)
  }
}
