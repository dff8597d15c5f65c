import VerbundCore
import VerbundScenario
import VerbundStudy

/// What ends a command early: a sentence for people and an exit code for scripts.
struct Failure: Error {
  let code: Int32
  let message: String

  init(_ code: Int32, _ message: String) {
    self.code = code
    self.message = message
  }

  static let checkFailed: Int32 = 1
  static let usage: Int32 = 64
  static let badScenario: Int32 = 65
  static let noSuchFile: Int32 = 66
  static let booksDoNotBalance: Int32 = 70
  static let cannotWrite: Int32 = 73
  static let inputOutput: Int32 = 74
  static let interrupted: Int32 = 130

  init(_ error: ScenarioError) {
    let code =
      if case .issues = error { Self.badScenario } else { Self.noSuchFile }
    self.init(code, "\(error)")
  }

  init(_ error: StudyError) {
    let code =
      switch error {
      case .unknown: Self.usage
      case .badScenario, .tooLarge: Self.badScenario
      case .noRun: Self.noSuchFile
      case .booksDoNotBalance: Self.booksDoNotBalance
      case .cannotWrite, .busy: Self.cannotWrite
      case .inputOutput: Self.inputOutput
      case .interrupted: Self.interrupted
      }
    self.init(code, "\(error)")
  }
}

extension StudyError {
  /// An unknown word with the nearest known one.
  static func unknown(_ kind: String, _ name: String, among known: [String]) -> StudyError {
    .unknown(kind: kind, name: name, hint: nearestWord(to: name, among: known))
  }
}
