import Foundation
import VerbundScenario

/// Files written whole or not at all.
///
/// A file gets its name only after its bytes are on the disk: whoever finds it, finds all of it.
enum Disk {
  /// Errors that mean the medium failed, not the place: the disk is full or broken.
  private static let mediumErrors: Set<Int32> = [ENOSPC, EDQUOT, EFBIG, EIO]

  static func failure(_ path: String, _ code: Int32 = errno) -> StudyError {
    let reason = String(cString: strerror(code))
    return mediumErrors.contains(code)
      ? .inputOutput(path: path, reason: reason) : .cannotWrite(path: path, reason: reason)
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(StudyError) {
    if mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) { return }
    guard errno == ENOENT else { throw failure(path) }
    let above = FilePath.parent(path)
    guard above != path else { throw failure(path, ENOENT) }
    try makeFolder(above)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func write(_ bytes: Data, to path: String) throws(StudyError) {
    try write(pieces: CollectionOfOne(bytes), to: path)
  }

  /// Writes beside the target, syncs, renames. Nothing remains of a failed attempt.
  static func write(pieces: some Sequence<Data>, to path: String) throws(StudyError) {
    let folder = FilePath.parent(path)
    let name = FilePath.name(path)
    let draft = "\(folder)/.\(name).\(getpid())\(draftSuffix)"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path) }
    var code: Int32 = 0
    for piece in pieces where code == 0 { code = writeAll(piece, to: file) }
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(draft, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(draft)
      throw failure(path, code)
    }
    syncFolder(folder)
  }

  private static let draftSuffix = ".draft"

  /// Removes what a killed process left half-written in a folder.
  static func removeDrafts(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(".") && name.hasSuffix(draftSuffix) {
      unlink("\(folder)/\(name)")
    }
  }

  /// The error code, 0 for none.
  private static func writeAll(_ bytes: Data, to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let written = Foundation.write(file, buffer.baseAddress! + done, buffer.count - done)
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        done += written
      }
      return 0
    }
  }

  /// Makes renames last; a medium that cannot do it is no error.
  static func syncFolder(_ path: String) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  static func move(_ from: String, to: String) throws(StudyError) {
    guard rename(from, to) == 0 else { throw failure(to) }
    syncFolder(FilePath.parent(to))
  }

  /// Removes a file, or a folder with all that is in it.
  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  static func read(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }
}
