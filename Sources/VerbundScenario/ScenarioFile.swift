import Foundation
import VerbundCore
import VerbundModel

/// Scenario files in: an experiment, or all that is wrong with them.
public enum ScenarioFile {
  /// An experiment and where its values stand.
  public struct Loaded: Sendable {
    public let experiment: Experiment
    /// File, line and column by dotted path in a cell, such as `sites.west.pue`: for issues that
    /// are found after reading. A value that variants override has the position of the first cell.
    public let positions: [String: SourcePosition]
  }

  /// Reads a scenario file with all that it includes and extends.
  public static func read(_ path: String) throws(ScenarioError) -> Experiment {
    try load(path).experiment
  }

  /// Reads a scenario file, and remembers where its values stand.
  public static func load(_ path: String) throws(ScenarioError) -> Loaded {
    let text: String
    do {
      text = try TextFile.read(path)
    } catch {
      switch error {
      case .missing, .folder: throw .noSuchFile(path)
      case .irregular, .denied: throw .unreadable(path)
      case .unfit(let message, let hint):
        let start = SourcePosition(file: path, line: 1, column: 1)
        throw .issues(IssueList([Issue(at: start, message, hint: hint)]))
      }
    }
    guard let resolved = TextFile.resolve(path) else { throw .noSuchFile(path) }
    let root = IncludeRoot.of(folder: FilePath.parent(resolved))
    // Files named in it lie beside the file itself, not beside a link to it.
    let isLink = TextFile.resolve(FilePath.parent(path)) != FilePath.parent(resolved)
    return try load(text: text, file: isLink ? resolved : path, resolved: resolved, root: root)
  }

  /// Reads a text, such as a frozen scenario; it cannot include other files.
  /// - Parameter file: stands in the issues.
  public static func read(text: String, file: String) throws(ScenarioError) -> Experiment {
    try load(text: text, file: file).experiment
  }

  /// Reads a text, and remembers where its values stand.
  public static func load(text: String, file: String) throws(ScenarioError) -> Loaded {
    let sound: String
    do {
      sound = try TextFile.decode(Data(text.utf8))
    } catch {
      let start = SourcePosition(file: file, line: 1, column: 1)
      guard case .unfit(let message, let hint) = error else { throw .unreadable(file) }
      throw .issues(IssueList([Issue(at: start, message, hint: hint)]))
    }
    return try load(text: sound, file: file, resolved: file, root: nil)
  }

  private static func load(
    text: String, file: String, resolved: String, root: String?
  ) throws(ScenarioError) -> Loaded {
    var composition = Composition(root: root)
    guard let tree = composition.compose(text, file: file, resolved: resolved) else {
      throw .issues(IssueList(composition.issues))
    }
    var reader = ExperimentReader(tree)
    let experiment = reader.read()
    let issues = composition.issues + reader.issues
    guard let experiment, issues.isEmpty else { throw .issues(IssueList(issues)) }
    return Loaded(experiment: experiment, positions: reader.positions)
  }

  /// The nearest folder upward that holds `catalogue`, and how many steps up it lies; nil where
  /// there is none.
  public static func catalogueRoot(above folder: String) -> (path: String, steps: Int)? {
    guard let resolved = TextFile.resolve(folder) else { return nil }
    let root = IncludeRoot.of(folder: resolved)
    let inner = resolved.dropFirst(root == "/" ? 0 : root.count)
    let steps = inner.split(separator: "/").count
    guard TextFile.resolve("\(root)/catalogue") != nil else { return nil }
    return (root, steps)
  }
}
