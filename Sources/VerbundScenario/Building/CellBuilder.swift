import VerbundCore
import VerbundModel

/// Makes the model of one cell from its expanded tree, and finds what contradicts itself.
///
/// Where a value has an issue already, a stand-in takes its place so that the rest can be checked;
/// the model is thrown away then.
struct CellBuilder {
  var issues: [Issue] = []
  let root: Record
  let frame: TimeFrame
  var presets: Presets
  /// Classes, regions, hubs and links that something in use refers to.
  var used = UsedEntries()
  /// Links that are stated and take part, sound or not.
  var statedLinks = 0

  init(root: Tree, frame: TimeFrame, presets: Presets) {
    self.root = Record(root, RootTable.root)
    self.frame = frame
    self.presets = presets
  }

  mutating func build() -> Scenario {
    let sites = distinctNames(
      root.records("sites").map { buildSite($0.id, $0.record) }, id: \.id, name: \.name)
    let workloads = distinctNames(
      root.records("workloads").map { buildWorkload($0.id, $0.record, sites) }, id: \.id,
      name: \.name)
    let network = buildNetwork(sites)
    if sites.isEmpty, root.tree["sites"]?.entries.isEmpty == true {
      issues.append(root.issue("sites", "there must be a site"))
    }
    if workloads.isEmpty, root.tree["workloads"]?.entries.isEmpty == true {
      issues.append(root.issue("workloads", "there must be a workload"))
    }
    let scenario = Scenario(
      horizon: frame.horizon, regions: network.regions,
      hostClasses: used.hostClasses.map { buildHostClass($0.id, $0.record) },
      linkClasses: used.linkClasses.map { buildLinkClass($0.id, $0.record) },
      hubs: network.hubs, sites: sites, links: network.links, workloads: workloads,
      uncertain: buildUncertainty(), lending: buildLending(sites), overflow: buildOverflow(sites),
      faults: root.records("faults").compactMap { buildFault($0.id, $0.record, sites, workloads) },
      controlPeriod: root.time("control-period") ?? 15 * .second)
    checkReach(scenario)
    return scenario
  }

  /// An id that must be one of those known.
  mutating func require(
    _ id: String, oneOf known: [String], what: String, at tree: Tree
  ) -> Bool {
    if known.contains(id) { return true }
    let near = nearestWord(to: id, among: known).map { "did you mean \"\($0)\"?" }
    let list = known.isEmpty ? nil : "known: \(known.prefix(8).joined(separator: ", "))"
    issues.append(
      Issue(at: tree.position, path: tree.path, "there is no \(what) \"\(id)\"", hint: near ?? list)
    )
    return false
  }

  /// The entry of a preset section, expanded, and remembered as used.
  mutating func use(
    _ section: WritableKeyPath<UsedEntries, [UsedEntries.Entry]>, _ name: String, _ id: String,
    _ table: KeyTable, at tree: Tree
  ) -> Record? {
    if let known = used[keyPath: section].first(where: { $0.id == id }) { return known.record }
    guard let found = presets.entry(name, id, for: tree) else { return nil }
    let record = Record(presets.expand(found, .table(table)), table)
    used[keyPath: section].append(UsedEntries.Entry(id: id, record: record))
    return record
  }

  /// A time of day within the horizon.
  mutating func instant(_ record: Record, _ key: String) -> Nanoseconds? {
    guard let minute = record.minuteOfDay(key) else { return nil }
    if let time = frame.instant(minuteOfDay: minute) { return time }
    issues.append(record.issue(key, "lies outside the horizon"))
    return nil
  }

  /// A time of day after another time within the horizon.
  mutating func instant(
    _ record: Record, _ key: String, after begin: Nanoseconds
  ) -> Nanoseconds? {
    guard let minute = record.minuteOfDay(key) else { return nil }
    if let time = frame.instant(minuteOfDay: minute, after: begin) { return time }
    issues.append(record.issue(key, "does not lie after the begin and within the horizon"))
    return nil
  }
}

/// Entries of preset sections in use, in the order of their first use.
struct UsedEntries {
  struct Entry {
    let id: String
    let record: Record
  }

  var hostClasses: [Entry] = []
  var linkClasses: [Entry] = []
  var regions: [Entry] = []
  var hubs: [Entry] = []
  var backbone: [Entry] = []

  /// With the section's name, for the walk.
  var all: [(section: String, entry: Entry)] {
    hostClasses.map { ("host-classes", $0) } + linkClasses.map { ("link-classes", $0) }
      + regions.map { ("regions", $0) } + hubs.map { ("hubs", $0) }
      + backbone.map { ("backbone", $0) }
  }
}
