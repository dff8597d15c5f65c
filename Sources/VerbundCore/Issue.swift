/// Where a value stands in a file, counted from one.
public struct SourcePosition: Sendable, Hashable, Comparable {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// One thing that is wrong with an input, said so that its author can mend it.
///
/// Printed as `file:line:column: path: message (hint)`.
public struct Issue: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var position: SourcePosition?
  /// Dotted path of the value, for example `sites.west.pue`; empty for the whole file.
  public var path: String
  public var message: String
  /// What to do, for example `did you mean "hosts"?`.
  public var hint: String?

  public init(
    at position: SourcePosition? = nil, path: String = "", _ message: String, hint: String? = nil
  ) {
    self.position = position
    self.path = path
    self.message = message
    self.hint = hint
  }

  public var description: String {
    var text = ""
    if let position { text += "\(position.file):\(position.line):\(position.column): " }
    if !path.isEmpty { text += "\(path): " }
    text += message
    if let hint { text += " (\(hint))" }
    return text
  }

  public static func < (a: Issue, b: Issue) -> Bool {
    switch (a.position, b.position) {
    case (let p?, let q?) where p != q: return p < q
    case (nil, .some): return true
    case (.some, nil): return false
    default: return (a.path, a.message) < (b.path, b.message)
    }
  }
}

/// All issues of one input at once, in the order of the files.
public struct IssueList: Error, Sendable, CustomStringConvertible {
  public var issues: [Issue]

  public init(_ issues: [Issue]) { self.issues = Array(Set(issues)).sorted() }

  public var description: String { issues.map(\.description).joined(separator: "\n") }
}
