import Foundation
import VerbundCore
import VerbundModel

@testable import VerbundScenario

/// Folders of the tests and of the repository.
enum Folder {
  static var wrong: String { Bundle.module.bundlePath + "/Wrong" }
  static var scenarios: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path + "/scenarios"
  }

  /// A new folder of its own for files that a test writes.
  static func temporary(_ files: [String: String] = [:]) throws -> String {
    let root = FileManager.default.temporaryDirectory.path + "/verbund-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for (name, text) in files {
      let path = root + "/" + name
      try FileManager.default.createDirectory(
        atPath: FilePath.parent(path), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    return TextFile.resolve(root) ?? root
  }

  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: path), encoding: .utf8)
  }
}

/// The lines that an author would see for a file; empty if it can be read.
func lines(_ path: String) -> [String] {
  do {
    _ = try ScenarioFile.read(path)
    return []
  } catch {
    return error.description.split(separator: "\n").map(String.init)
  }
}

/// The lines for a text under the name `t.yaml`.
func lines(text: String) -> [String] {
  do {
    _ = try ScenarioFile.read(text: text, file: "t.yaml")
    return []
  } catch {
    return error.description.split(separator: "\n").map(String.init)
  }
}
