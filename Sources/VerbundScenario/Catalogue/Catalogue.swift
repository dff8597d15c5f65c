import Foundation
import VerbundCore
import VerbundModel

/// What stands in catalogue files, or in a scenario, entry by entry: for lists and explanations.
public struct Catalogue: Sendable {
  /// A value of an entry as it is written, and where it comes from.
  public struct Figure: Sendable, Hashable {
    /// Dotted path within the entry; empty where the entry is one value.
    public let key: String
    public let value: String
    public let confidence: Confidence
    public let source: String
  }

  /// An entry of a section, such as a host class.
  public struct Entry: Sendable {
    public let section: String
    public let id: String
    /// The file in which it stands.
    public let file: String
    public let name: LocalizedText?
    public let figures: [Figure]

    /// The value of a key, nil where the entry has none.
    public func value(_ key: String) -> String? { figures.first { $0.key == key }?.value }
  }

  /// In the order of the files.
  public let entries: [Entry]

  /// The entries of a section.
  public func entries(of section: String) -> [Entry] { entries.filter { $0.section == section } }

  /// Reads all files of a folder of catalogues.
  /// - Throws: no such folder, or all issues of the files.
  public static func read(folder: String) throws(ScenarioError) -> Catalogue {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .noSuchFile(folder)
    }
    var issues: [Issue] = []
    var entries: [Entry] = []
    for name in names.sorted() where name.hasSuffix(".yaml") {
      let path = IncludeRoot.join(folder, name)
      do {
        var composition = Composition(root: nil)
        let resolved = TextFile.resolve(path) ?? path
        if let tree = composition.compose(
          try TextFile.read(path), file: path, resolved: resolved)
        {
          entries += CatalogueEntries.all(in: tree, file: name)
        }
        issues += composition.issues
      } catch {
        guard case .unfit(let message, let hint) = error else { throw .unreadable(path) }
        let start = SourcePosition(file: path, line: 1, column: 1)
        issues.append(Issue(at: start, message, hint: hint))
      }
    }
    guard issues.isEmpty else { throw .issues(IssueList(issues)) }
    return Catalogue(entries: entries)
  }

  /// What an experiment uses: its parts, and the presets that they refer to.
  public init(of experiment: Experiment) {
    var issues: [Issue] = []
    var covering = Covering()
    let tree = TreeParser.parse(experiment.frozen, file: experiment.name, issues: &issues)
    entries =
      tree.map {
        CatalogueEntries.ofScenario(covering.cover($0), file: experiment.name)
      } ?? []
  }

  private init(entries: [Entry]) { self.entries = entries }

  /// The folder of catalogues that belongs to a folder: the nearest one upward that holds
  /// `scenarios/catalogue` or `catalogue`.
  public static func folder(nearestTo folder: String) -> String? {
    guard var candidate = TextFile.resolve(folder) else { return nil }
    while true {
      for name in ["scenarios/catalogue", "catalogue"] {
        let path = IncludeRoot.join(candidate == "/" ? "/" : candidate, name)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
          return path
        }
      }
      if candidate == "/" || candidate.isEmpty { return nil }
      candidate = FilePath.parent(candidate)
    }
  }
}
