import VerbundCore
import VerbundModel

/// Reads an experiment from the tree of a scenario with all its files.
struct ExperimentReader {
  private(set) var issues: [Issue] = []
  private var assumptions: [Assumption] = []
  private(set) var positions: [String: SourcePosition] = [:]
  private var used: Set<String> = []
  private var origins: [String: [String]] = [:]
  private let tree: Tree
  private let root: Record

  init(_ tree: Tree) {
    self.tree = tree
    root = Record(tree, RootTable.root)
  }

  private static let maximalCells = 1_000

  /// The experiment, or nil and the issues.
  mutating func read() -> Experiment? {
    walkRoot()
    let election = readElection()
    let (horizon, start) = readHorizon()
    let cells = readCells(TimeFrame(horizon ?? Self.standIn))
    checkNames(cells)
    guard issues.isEmpty, horizon != nil, let start else { return nil }
    let frozen = Freezer.freeze(tree, used: used, start: start)
    return Experiment(
      name: root.text("name") ?? "", title: root.localized("title") ?? LocalizedText(""),
      question: root.localized("question") ?? LocalizedText(""),
      seed: UInt64(root.whole("seed") ?? 0), nights: root.whole("nights") ?? 1, cells: cells,
      compareTo: root.text("compare-to"),
      focus: root.text("focus") ?? cells.first?.scenario.workloads.first?.id ?? "",
      margins: margins(), assumptions: sorted(assumptions), frozen: FrozenWriter.write(frozen),
      election: election, origins: origins.filter { $0.value != [$0.key] })
  }

  private static let standIn = Horizon(
    start: 0, utcOffset: 0, length: 36_525 * 24 * .hour, slot: .minute)

  /// Everything outside the cells, and the presets whether used or not.
  private mutating func walkRoot() {
    var walk = Walk()
    let tree = tree
    var presets = Walk(isPartial: true) { tree[$0]?[$1] != nil }
    let inCells = Set(RootTable.parts.map(\.name) + ["control-period", "election"])
    let presetNames = Set(RootTable.presets.map(\.name))
    for entry in tree.entries {
      guard let key = RootTable.root.key(entry.key) else {
        walk.addUnknown(entry, in: tree, among: RootTable.root.keys.map(\.name) + Self.composing)
        continue
      }
      if presetNames.contains(key.name) {
        presets.walk(entry.value, key.kind, at: key.name)
      } else if !inCells.contains(key.name) {
        walk.walk(entry.value, key.kind, at: key.name)
      }
    }
    for key in RootTable.root.keys where tree[key.name] == nil {
      if case .required = key.presence { walk.addMissing(key.name, in: tree) }
    }
    issues += walk.issues + presets.issues
    assumptions += walk.assumptions
    positions = walk.positions
  }

  /// The election by its id in the calendar, or in its own words.
  private mutating func readElection() -> Election? {
    guard let key = RootTable.root.key("election"), let stated = tree[key.name] else { return nil }
    var presets = Presets(root: tree)
    let expanded = presets.expand(stated, key.kind)
    var walk = Walk()
    walk.walk(expanded, key.kind, at: key.name)
    issues += presets.issues + walk.issues
    positions.merge(walk.positions) { first, _ in first }
    used.formUnion(presets.used)
    let record = Record(expanded, ElectionTables.election)
    guard let date = record.text("date"),
      let kind = record.text("kind").flatMap(Election.Kind.init(rawValue:)),
      let dateTree = expanded["date"]
    else { return nil }
    let id = stated.text ?? stated["like"]?.text ?? key.name
    return Election(
      id: id, name: record.localized("name") ?? LocalizedText(id), date: date, kind: kind,
      laender: expanded["laender"]?.items.compactMap(\.text) ?? [],
      confidence: dateTree.cover.confidence, source: dateTree.cover.source)
  }

  static let composing = ["include", "extends"]

  private mutating func readHorizon() -> (Horizon?, Instant?) {
    let record = root.record("horizon")
    guard let start = record.instant("start"), let length = record.time("length"),
      let slot = record.time("slot")
    else { return (nil, nil) }
    var isSound = true
    func refuse(_ key: String, _ message: String, hint: String? = nil) -> Bool {
      issues.append(record.issue(key, message, hint: hint))
      return false
    }
    if slot % .second != 0 { isSound = refuse("slot", "must be whole seconds") }
    if length % slot != 0 {
      isSound = refuse(
        record.tree["slot"] == nil ? "length" : "slot", "the slot must divide the length",
        hint: "\(describe(length)) is no multiple of \(describe(slot))")
    } else if length / slot > 600_000 {
      isSound = refuse(
        record.tree["slot"] == nil ? "length" : "slot", "more than 600000 slots",
        hint: "\(length / slot) slots of \(describe(slot))")
    }
    if start.isLocal, !keepsOffset(start, length) {
      isSound = refuse(
        "start", "the clocks change within the horizon",
        hint: "write the offset that holds for all times: \"\(start.text)\"")
    }
    let horizon = Horizon(
      start: start.unixSeconds, utcOffset: start.utcOffset, length: length, slot: slot)
    return (isSound ? horizon : nil, start)
  }

  /// Whether Berlin's clock has the same offset at the end. Summer and winter are longer than any
  /// horizon of up to 120 days; beyond that the clocks may change and change back.
  private func keepsOffset(_ start: Instant, _ length: Nanoseconds) -> Bool {
    guard length <= 120 * 24 * .hour else { return false }
    let end = start.unixSeconds + length / .second
    let clock = CivilTime(unixSeconds: end, utcOffset: start.utcOffset)
    return clock.berlinOffset == start.utcOffset
  }

  private func describe(_ time: Nanoseconds) -> String { UnitFamily.time.describe(Double(time)) }

  private mutating func readCells(_ frame: TimeFrame) -> [Cell] {
    let variants = alternatives("variants", standIn: "base")
    let cases = alternatives("cases", standIn: "")
    guard variants.count * cases.count <= Self.maximalCells else {
      issues.append(root.issue("variants", "more than \(Self.maximalCells) cells"))
      return []
    }
    var cells: [Cell] = []
    for one in cases {
      for variant in variants {
        let base = tree.removing(["variants", "cases"])
        let merged = base.merged(with: one.overrides).merged(with: variant.overrides)
        let reading = CellReader.read(merged, frame: frame)
        issues += reading.issues
        assumptions += reading.assumptions
        positions.merge(reading.positions) { first, _ in first }
        for (place, path) in reading.origins where origins[place]?.contains(path) != true {
          origins[place, default: []].append(path)
        }
        used.formUnion(reading.used)
        cells.append(
          Cell(
            variant: variant.id, case: one.id, variantName: variant.name, caseName: one.name,
            scenario: reading.scenario))
      }
    }
    return cells
  }

  private struct Alternative {
    let id: String
    let name: LocalizedText
    let overrides: Tree
  }

  private func alternatives(_ key: String, standIn: String) -> [Alternative] {
    let none = Tree(content: .mapping([]), position: tree.position)
    let found = tree[key]?.entries ?? []
    guard !found.isEmpty else {
      return [Alternative(id: standIn, name: LocalizedText(standIn), overrides: none)]
    }
    return found.map { entry in
      var name = LocalizedText(entry.key)
      if let text = entry.value["name"],
        case .localized(let given) = try? Kind.localized.value(of: text)
      {
        name = given
      }
      var overrides = none
      overrides.entries = entry.value.entries.filter { RootTable.overridable.contains($0.key) }
      return Alternative(id: entry.key, name: name, overrides: overrides)
    }
  }

  /// The names by which the experiment refers to its own parts.
  private mutating func checkNames(_ cells: [Cell]) {
    func check(_ key: String, _ known: [String], _ what: String) {
      guard let name = root.text(key), !known.contains(name) else { return }
      let near = nearestWord(to: name, among: known).map { "did you mean \"\($0)\"?" }
      let list = known.isEmpty ? nil : "known: \(known.prefix(8).joined(separator: ", "))"
      issues.append(root.issue(key, "there is no \(what) \"\(name)\"", hint: near ?? list))
    }
    let variants = tree["variants"]?.entries.map(\.key) ?? []
    check("compare-to", variants.isEmpty ? ["base"] : variants, "variant")
    check("focus", tree["workloads"]?.entries.map(\.key) ?? [], "workload")
  }

  private func margins() -> [String: Double] {
    var margins: [String: Double] = [:]
    for (entry, value) in root.amounts("margins") {
      if case .number(let number) = value { margins[entry.key] = number }
    }
    return margins
  }

  /// Without repetitions, in the order in which the values stand in the tree.
  private func sorted(_ all: [Assumption]) -> [Assumption] {
    var order: [String: Int] = [:]
    number(tree, &order)
    var seen: Set<Assumption> = []
    let distinct = all.filter { seen.insert($0).inserted }
    let keyed = distinct.enumerated().map { index, assumption in
      (place: place(assumption.path, order), index: index, assumption: assumption)
    }
    return keyed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.assumption)
  }

  private func number(_ tree: Tree, _ order: inout [String: Int]) {
    if order[tree.path] == nil { order[tree.path] = order.count }
    for entry in tree.entries { number(entry.value, &order) }
    for item in tree.items { number(item, &order) }
  }

  /// The place of the value, or of the nearest mapping around it for a default.
  private func place(_ path: String, _ order: [String: Int]) -> Int {
    var path = Substring(path)
    while true {
      if let place = order[String(path)] { return place }
      guard let dot = path.lastIndex(of: ".") else { return order.count }
      path = path[..<dot]
    }
  }
}
