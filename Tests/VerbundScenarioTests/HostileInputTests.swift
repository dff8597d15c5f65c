import Foundation
import Testing

@testable import VerbundScenario

@Suite struct HostileInputTests {
  /// Far below what an exponential reader takes, far above what a loaded machine needs.
  private func isQuick(_ body: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    let time = try clock.measure(body)
    #expect(time < .seconds(30))
  }

  @Test func anAliasBombIsRefusedAtOnce() {
    var text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    for level in 1...30 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    isQuick {
      let found = lines(text: text)
      #expect(found.count == 1)
      #expect(found.first?.contains("more than 10000 values after aliases") == true)
    }
  }

  @Test(arguments: ["? *a30\n: 1\n", "*a30 : 1\n", "[*a30, 1]: 1\n", "{ x: *a30 } : 1\n"])
  func aBombInAKeyIsRefusedAtOnce(_ key: String) {
    var text = "a0: &a0 [1, 1]\n"
    for level in 1...30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    isQuick {
      let found = lines(text: text + key)
      #expect(found.count == 1)
      #expect(found.first?.contains("keys must be plain text") == true)
    }
  }

  @Test func fewAliasesInKeysAreHarmless() {
    let found = lines(text: "a: &a [1]\n? *a\n: 1\n")
    #expect(found.contains { $0.contains("a key must be plain text") })
  }

  @Test(arguments: [
    String(repeating: "[", count: 20_000),
    String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000),
    String(repeating: "{a: ", count: 20_000),
    String(repeating: "- ", count: 20_000) + "1",
    String(repeating: "? ", count: 20_000) + "1",
    (0..<3_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func depthIsRefusedAtOnce(_ text: String) {
    isQuick {
      let found = lines(text: text)
      #expect(found.count == 1)
      #expect(found.first?.contains("nested deeper than 100") == true)
    }
  }

  @Test func depthHundredIsTheLimit() {
    func nested(_ depth: Int) -> String {
      "x: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "\n"
    }
    #expect(!lines(text: nested(99)).contains { $0.contains("nested deeper") })
    #expect(lines(text: nested(100)).contains { $0.contains("nested deeper") })
  }

  @Test func manyValuesAreRefused() {
    let list = "x: [" + [String](repeating: "1", count: 10_001).joined(separator: ",") + "]\n"
    #expect(lines(text: list).first?.contains("more than 10000 values") == true)
    isQuick {
      let huge = String(repeating: "- a\n", count: 2_000_000)
      #expect(lines(text: huge).first?.contains("more than 10000 values") == true)
    }
  }

  @Test func emptyBinaryAndHugeFiles() throws {
    let folder = try Folder.temporary()
    defer { Folder.remove(folder) }
    func found(_ data: Data) throws -> [String] {
      try data.write(to: URL(filePath: folder + "/t.yaml"))
      return lines(folder + "/t.yaml")
    }
    let place = "\(folder)/t.yaml:1:1: "
    #expect(try found(Data()) == [place + "empty file"])
    #expect(try found(Data(" \n\n".utf8)) == [place + "empty file"])
    #expect(
      try found(Data([0x7F, 0x45, 0x4C, 0x46, 0, 0])) == [
        place + "a binary file (a text file is needed)"
      ])
    #expect(
      try found(Data([0x61, 0x3A, 0x20, 0xFF, 0xFE])) == [
        place + "not valid UTF-8 (save it as UTF-8)"
      ])
    #expect(
      try found(Data(repeating: 0x23, count: 10_000_001)) == [place + "larger than 10 MB"])
    #expect(try found(Data([0x61, 0x3A, 0x20, 0x07])).count == 1)
  }

  @Test func aByteOrderMarkIsNoCharacter() {
    #expect(lines(text: "\u{FEFF}verbund: 2\n").contains { $0.hasPrefix("t.yaml:1:10: verbund:") })
  }

  @Test func whatIsNoFile() throws {
    let folder = try Folder.temporary()
    defer { Folder.remove(folder) }
    func isMissing(_ path: String) -> Bool {
      do { _ = try ScenarioFile.read(path) } catch {
        if case .noSuchFile(path) = error { return true }
      }
      return false
    }
    #expect(isMissing(folder))
    #expect(isMissing(folder + "/none.yaml"))
    #expect(isMissing(""))
    #expect(isMissing("a\0b"))
    do {
      _ = try ScenarioFile.read("/dev/zero")
      Issue.record("a device was read")
    } catch {
      guard case .unreadable = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  /// No byte of a sound file, lost or changed, may stop the process.
  @Test func damagedFilesNeverTrap() throws {
    let sound = Array(try Folder.text("\(Folder.wrong)/base.yaml").utf8)
    let signs = Array("[]{}:,-?*&!|>'\"%@#9 \n\t~".utf8)
    var state: UInt64 = 20_270_509
    for _ in 0..<150 {
      var bytes = sound
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let index = Int(state >> 33) % bytes.count
        if state & 1 == 0 {
          bytes.remove(at: index)
        } else {
          bytes[index] = signs[Int(state >> 40) % signs.count]
        }
      }
      _ = lines(text: String(decoding: bytes, as: UTF8.self))
    }
  }
}
