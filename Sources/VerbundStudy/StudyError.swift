import VerbundCore

/// Why a study gave no result.
public enum StudyError: Error, Sendable, Hashable {
  /// No variant or case of that name.
  case unknown(kind: String, name: String, hint: String?)
  /// The scenario cannot be planned; no positions yet.
  case badScenario([Issue])
  /// A file or folder cannot be made there.
  case cannotWrite(path: String, reason: String)
  /// Another process works on the same run.
  case busy(path: String)
  /// The disk is full or failed in the middle of reading or writing.
  case inputOutput(path: String, reason: String)
  /// An internal error: what went in did not come out.
  case booksDoNotBalance(String)
  /// The scenario is larger than the simulation's number ranges.
  case tooLarge(String)
  case interrupted(finished: Int, total: Int)
  /// No run folder, or one that is not whole.
  case noRun(path: String, reason: String)
}

extension StudyError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknown(let kind, let name, let hint):
      "no \(kind) \"\(name)\"" + (hint.map { "; did you mean \"\($0)\"?" } ?? "")
    case .badScenario(let issues):
      IssueList(issues).description
    case .cannotWrite(let path, let reason):
      "cannot write \(path): \(reason)"
    case .busy(let path):
      "another process is working on this run (it holds \(path)); wait for it or stop it"
    case .inputOutput(let path, let reason):
      "\(path): \(reason)"
    case .booksDoNotBalance(let account):
      "internal error: the books do not balance: \(account)"
    case .tooLarge(let reason):
      "the scenario is too large: \(reason)"
    case .interrupted(let finished, let total):
      "interrupted: \(finished) of \(total) nights are finished and kept"
    case .noRun(let path, let reason):
      "\(path): \(reason)"
    }
  }
}
