/// Paths as text. Foundation's own functions trap on a path of one character.
public enum FilePath {
  /// `a` of `a/b` and `a/b/`, `/` of `/a`, `.` for a bare name.
  public static func parent(_ path: String) -> String {
    let path = withoutSlashes(path)
    guard path != "/", let slash = path.lastIndex(of: "/") else { return path == "/" ? "/" : "." }
    let parent = path[..<slash]
    return parent.isEmpty ? "/" : withoutSlashes(String(parent))
  }

  /// `b` of `a/b` and `a/b/`.
  public static func name(_ path: String) -> String {
    let path = withoutSlashes(path)
    guard path != "/", let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  private static func withoutSlashes(_ path: String) -> String {
    guard path.hasSuffix("/") else { return path }
    let end = path.lastIndex { $0 != "/" }
    return end.map { String(path[...$0]) } ?? "/"
  }
}
