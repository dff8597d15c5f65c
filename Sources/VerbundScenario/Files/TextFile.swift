import Foundation
import VerbundCore

/// A file of the disk as text: regular, not too large, UTF-8, no control bytes.
enum TextFile {
  enum Fault: Error {
    case missing, folder, irregular, denied
    case unfit(String, hint: String?)
  }

  /// The whole text, without a byte-order mark.
  static func read(_ path: String) throws(Fault) -> String {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard !path.isEmpty, !path.contains("\0"),
      manager.fileExists(atPath: path, isDirectory: &isFolder)
    else { throw .missing }
    if isFolder.boolValue { throw .folder }
    let resolved = resolve(path) ?? path
    let attributes = try? manager.attributesOfItem(atPath: resolved)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { throw .irregular }
    if let size = attributes?[.size] as? UInt64, size > UInt64(Limits.bytes) { throw tooLarge }
    guard manager.isReadableFile(atPath: resolved), let data = manager.contents(atPath: resolved)
    else { throw .denied }
    return try decode(data)
  }

  static func decode(_ data: Data) throws(Fault) -> String {
    guard data.count <= Limits.bytes else { throw tooLarge }
    guard !data.contains(0) else { throw .unfit("a binary file", hint: "a text file is needed") }
    guard var text = String(validating: data, as: UTF8.self) else {
      throw .unfit("not valid UTF-8", hint: "save it as UTF-8")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let isBlank = text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    guard !isBlank else { throw .unfit("empty file", hint: nil) }
    return text
  }

  private static var tooLarge: Fault {
    .unfit("larger than \(Limits.bytes / 1_000_000) MB", hint: nil)
  }

  /// The path without symbolic links, `.` and `..`; nil where nothing is there.
  static func resolve(_ path: String) -> String? {
    guard !path.contains("\0"), let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}

/// The folder below which a scenario may include files.
enum IncludeRoot {
  /// The nearest folder upward from the (resolved) folder that holds `catalogue`, else itself.
  static func of(folder: String) -> String {
    var candidate = folder
    while true {
      var isFolder: ObjCBool = false
      let catalogue = candidate == "/" ? "/catalogue" : candidate + "/catalogue"
      if FileManager.default.fileExists(atPath: catalogue, isDirectory: &isFolder),
        isFolder.boolValue
      {
        return candidate
      }
      if candidate == "/" || candidate.isEmpty { return folder }
      candidate = FilePath.parent(candidate)
    }
  }

  static func contains(_ root: String, _ path: String) -> Bool {
    root == "/" || path.hasPrefix(root + "/")
  }

  /// A path relative to a folder, shortened as text, for messages and for opening.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") { return path }
    var parts = folder == "." ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/").map(String.init) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (folder.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
