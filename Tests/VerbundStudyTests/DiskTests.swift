import Foundation
import Testing

@testable import VerbundStudy

@Suite struct DiskTests {
  @Test func writesWholeFilesAndNothingElse() throws {
    let scratch = try Scratch()
    try Disk.makeFolder("\(scratch.path)/a/b/c")
    try Disk.write(Data("one".utf8), to: "\(scratch.path)/a/b/c/x")
    try Disk.write(Data("two".utf8), to: "\(scratch.path)/a/b/c/x")
    #expect(scratch.names("a/b/c") == ["x"])
    #expect(scratch.bytes("a/b/c/x") == Data("two".utf8))
  }

  @Test func saysWhereAndWhyItCannotWrite() throws {
    let scratch = try Scratch()
    try Disk.write(Data(), to: "\(scratch.path)/file")
    let path = "\(scratch.path)/file/results"
    #expect(throws: StudyError.cannotWrite(path: path, reason: "Not a directory")) {
      try Disk.makeFolder(path)
    }
    #expect(throws: StudyError.cannotWrite(path: path, reason: "Not a directory")) {
      try Disk.write(Data([1]), to: path)
    }
  }

  @Test func aFullDiskIsAnErrorOfTheMedium() {
    for code in [ENOSPC, EDQUOT, EFBIG, EIO] {
      guard case .inputOutput = Disk.failure("x", code) else {
        Issue.record("\(code) is taken for a matter of rights")
        continue
      }
    }
  }

  @Test func draftsOfAKilledProcessGo() throws {
    let scratch = try Scratch()
    for name in [".x.77.draft", "kept.draft", ".kept", "kept"] {
      try Disk.write(Data(), to: "\(scratch.path)/\(name)")
    }
    Disk.removeDrafts(in: scratch.path)
    #expect(scratch.names() == [".kept", "kept", "kept.draft"])
  }

  @Test func aLockIsHeldOnceAndLeavesNothing() throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/lock"
    func hold() throws {
      let lock = try FolderLock(path)
      #expect(throws: StudyError.busy(path: path)) { _ = try FolderLock(path).isHeld }
      let isHeld = lock.isHeld
      #expect(isHeld)
    }
    try hold()
    try hold()
    #expect(scratch.names() == [])
  }
}
