import Foundation

/// Keeps two processes from working on one run: a lock file beside its folder.
///
/// The kernel drops the lock with the process, however it ends; a lock file left behind is no lock.
struct FolderLock: ~Copyable {
  private let path: String
  private let file: Int32

  /// - Throws: `busy` if another process holds it, `cannotWrite` if the file cannot be made.
  init(_ path: String) throws(StudyError) {
    self.path = path
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw Disk.failure(path) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(file)
        throw code == EWOULDBLOCK ? .busy(path: path) : Disk.failure(path, code)
      }
      // The last holder may have removed the name between our open and our lock.
      if Self.names(path, file) {
        self.file = file
        return
      }
      close(file)
    }
  }

  /// Always true: naming the lock at the end of a scope keeps it until there.
  var isHeld: Bool { file >= 0 }

  deinit {
    unlink(path)
    close(file)
  }

  private static func names(_ path: String, _ file: Int32) -> Bool {
    var named = stat()
    var held = stat()
    return stat(path, &named) == 0 && fstat(file, &held) == 0
      && named.st_ino == held.st_ino && named.st_dev == held.st_dev
  }
}
