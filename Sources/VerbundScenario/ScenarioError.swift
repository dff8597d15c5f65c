import VerbundCore

/// Why a scenario could not be read.
public enum ScenarioError: Error, Sendable, CustomStringConvertible {
  /// There is no such file, or it is a folder.
  case noSuchFile(String)
  /// The file is there but cannot be read as one: no right to, or no regular file.
  case unreadable(String)
  /// All that is wrong with it.
  case issues(IssueList)

  public var description: String {
    switch self {
    case .noSuchFile(let path): "\(path): no such file"
    case .unreadable(let path): "\(path): cannot be read"
    case .issues(let list): list.description
    }
  }
}
