import VerbundModel

/// One row of the list of assumptions: a figure, the same figure at several places, or figures of
/// one mapping. All have one confidence and one source.
struct AssumptionRow: Sendable, Hashable {
  /// With several paths there is one value; with several values one path, that of their mapping.
  var paths: [String]
  /// Last part of the path, and value as the author wrote it.
  var figures: [Figure]
  var confidence: Confidence
  var source: String

  struct Figure: Sendable, Hashable {
    var path: String
    var value: String
  }

  /// Folds what repeats, in the order in which it is met; every figure stays.
  static func all(of items: [Assumption]) -> [AssumptionRow] { inMappings(atPlaces(items)) }

  /// The same figure of the same part of the scenario, at several places.
  private static func atPlaces(_ items: [Assumption]) -> [AssumptionRow] {
    struct Key: Hashable { let part: Substring, stem: String, rest: Assumption }
    var rows: [AssumptionRow] = []
    var places: [Key: Int] = [:]
    for item in items {
      var rest = item
      rest.path = ""
      let key = Key(
        part: item.path.prefix { $0 != "." }, stem: FigureName.stem(of: item.path), rest: rest)
      if let index = places[key] {
        if !rows[index].paths.contains(item.path) { rows[index].paths.append(item.path) }
      } else {
        places[key] = rows.count
        rows.append(
          AssumptionRow(
            paths: [item.path], figures: [Figure(path: item.path, value: item.value)],
            confidence: item.confidence, source: item.source))
      }
    }
    return rows
  }

  /// Neighbours in one mapping with one source.
  private static func inMappings(_ rows: [AssumptionRow]) -> [AssumptionRow] {
    var folded: [AssumptionRow] = []
    for row in rows {
      if let last = folded.last, last.paths.count == 1, row.paths.count == 1,
        last.confidence == row.confidence, last.source == row.source,
        let parent = parent(of: row.figures[0].path),
        last.figures.allSatisfy({ Self.parent(of: $0.path) == parent && $0.path != row.paths[0] })
      {
        folded[folded.count - 1].paths = [String(parent)]
        folded[folded.count - 1].figures += row.figures
      } else {
        folded.append(row)
      }
    }
    return folded
  }

  private static func parent(of path: String) -> Substring? {
    path.lastIndex(of: ".").map { path[..<$0] }
  }

  /// `sites.*.pue` with `west`, `sued`: what the paths have in common, and where they differ.
  var pattern: (text: String, places: [String]) {
    let parts = paths.map { $0.split(separator: ".", omittingEmptySubsequences: false) }
    guard let first = parts.first, parts.count > 1 else { return (paths.first ?? "", []) }
    let shortest = parts.map(\.count).min() ?? 0
    let head = (0..<shortest).prefix { index in parts.allSatisfy { $0[index] == first[index] } }
      .count
    let tail = (0..<(shortest - head)).prefix { index in
      parts.allSatisfy { $0[$0.count - 1 - index] == first[first.count - 1 - index] }
    }.count
    let text = first.prefix(head) + ["*"] + first.suffix(tail)
    return (
      text.joined(separator: "."),
      parts.map { $0.dropFirst(head).dropLast(tail).joined(separator: ".") }
    )
  }
}
