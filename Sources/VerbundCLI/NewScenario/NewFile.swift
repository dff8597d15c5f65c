import Foundation
import VerbundCore
import VerbundScenario

/// Where a new scenario goes. It gets its name only when it has been read and planned.
struct NewFile {
  let path: String
  private let folder: String

  /// - Parameter output: as the user gave it.
  /// - Throws: no such folder (73).
  init(_ output: String?, for name: String) throws(Failure) {
    let isHome = FileManager.default.fileExists(atPath: "scenarios/catalogue")
    path = output ?? (isHome ? "scenarios/\(name).yaml" : "\(name).yaml")
    folder = FilePath.parent(path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else { throw Failure(Failure.cannotWrite, "cannot write \(path): no folder \(folder)") }
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Failure(Failure.cannotWrite, "cannot write \(path): it is a folder")
    }
  }

  func refuseExisting() throws(Failure) {
    guard access(path, F_OK) == 0 else { return }
    throw Failure(Failure.cannotWrite, "\(path) is there already; --force overwrites it")
  }

  /// Writes the scenario; with a catalogue above if that holds what is needed.
  /// - Returns: why a catalogue is not used although there is one.
  func write(_ scenario: NewScenario, force: Bool) throws(Failure) -> String? {
    let draft = "\(folder)/.\(FilePath.name(path)).\(getpid()).draft.yaml"
    defer { unlink(draft) }
    var note: String?
    if let root = ScenarioFile.catalogueRoot(above: folder) {
      let way = root.steps == 0 ? "" : String(repeating: "../", count: root.steps)
      let hasSchema = access("\(root.path)/\(Self.schema)", F_OK) == 0
      let text = scenario.text(
        catalogue: "\(way)catalogue", schema: hasSchema ? "\(way)\(Self.schema)" : nil)
      do throws(Failure) {
        try check(text, in: draft)
        try publish(draft, force: force)
        return nil
      } catch {
        guard error.code == Failure.badScenario else { throw error }
        note = "\(root.path)/catalogue lacks what is needed, so the file does without it"
      }
    }
    try check(scenario.text(catalogue: nil, schema: nil), in: draft)
    try publish(draft, force: force)
    return note
  }

  private static let schema = "schema/verbund-1.schema.json"

  private func check(_ text: String, in draft: String) throws(Failure) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
    } catch {
      throw refused(errno)
    }
    do throws(Failure) {
      _ = try ScenarioAtHand(draft).study()
    } catch {
      throw Failure(error.code, error.message.replacing(draft, with: path))
    }
  }

  /// Without force the name must still be free.
  private func publish(_ draft: String, force: Bool) throws(Failure) {
    let code = force ? rename(draft, path) : link(draft, path)
    guard code != 0 else { return }
    if errno == EEXIST { try refuseExisting() }
    throw refused(errno)
  }

  private func refused(_ code: Int32) -> Failure {
    Failure(Failure.cannotWrite, "cannot write \(path): \(String(cString: strerror(code)))")
  }
}
