import ArgumentParser
import VerbundStudy

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Do a run again: identical, or where it first differs.")

  @Argument(help: "Folder of a run, or of a reference.")
  var folder: String
  @Option(
    name: .customLong("case"), parsing: .singleValue,
    help: "Only this case; may be given again. Default: all.")
  var cases: [String] = []
  @Option(help: "Only the first nights of every variant and case. Default: all.")
  var nights: Int?
  @Option(help: "Threads, 1 to 256. Default: all cores.")
  var jobs: Int?
  @Flag(help: "Say nothing but the result.")
  var quiet = false
  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    if let nights, nights < 1 { throw ValidationError("--nights must be at least 1") }
    try Jobs.check(jobs)
  }

  func run() throws {
    Signals.catchStop()
    let words = languageOptions.words
    let bar = ProgressBar(quiet: quiet, words: words)
    defer { bar.finish() }
    let found: Verification
    do throws(StudyError) {
      found = try RunFolder(folder).verify(
        cases: cases, nights: nights, jobs: Jobs.number(jobs), progress: { bar.update($0) },
        watch: bar.watch, isCancelled: { Signals.isStopped })
    } catch {
      bar.finish()
      guard case .interrupted = error else { throw Failure(error) }
      throw Failure(Failure.interrupted, words.pick("abgebrochen", "interrupted"))
    }
    bar.finish()
    guard let difference = found.difference else {
      return try Console.tell("\(folder): \(words.identical) (\(extent(found, words)))\n")
    }
    try Console.tell(
      "\(folder): \(words.pick("weicht ab", "differs")): \(difference)\n")
    throw ExitCode(Failure.checkFailed)
  }

  /// What was done again: the digest of all of it, or which part.
  private func extent(_ found: Verification, _ words: Words) -> String {
    if found.isWhole { return found.digest }
    let nights =
      found.nights < found.nightsInRun
      ? words.pick(
        "die ersten \(found.nights) von \(found.nightsInRun) Nächten",
        "the first \(found.nights) of \(found.nightsInRun) nights")
      : words.pick("alle Nächte", "all nights")
    return ([nights] + cases).joined(separator: ", ")
  }
}
