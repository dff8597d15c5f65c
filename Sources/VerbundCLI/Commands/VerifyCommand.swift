import ArgumentParser
import VerbundStudy

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Do a run again: identical, or where it first differs.")

  @Argument(help: "Folder of a run, or of a reference.")
  var folder: String
  @Option(help: "Threads, 1 to 256. Default: all cores.")
  var jobs: Int?
  @Flag(help: "Say nothing but the result.")
  var quiet = false
  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws { try Jobs.check(jobs) }

  func run() throws {
    Signals.catchStop()
    let words = languageOptions.words
    let bar = ProgressBar(quiet: quiet, words: words)
    defer { bar.finish() }
    let found: Verification
    do throws(StudyError) {
      found = try RunFolder(folder).verify(
        jobs: Jobs.number(jobs), progress: { bar.update($0) },
        isCancelled: { Signals.isStopped })
    } catch {
      bar.finish()
      guard case .interrupted = error else { throw Failure(error) }
      throw Failure(Failure.interrupted, words.pick("abgebrochen", "interrupted"))
    }
    bar.finish()
    guard let difference = found.difference else {
      return try Console.print("\(folder): \(words.identical) (\(found.digest))\n")
    }
    try Console.print(
      "\(folder): \(words.pick("weicht ab", "differs")): \(difference)\n")
    throw ExitCode(Failure.checkFailed)
  }
}
