import ArgumentParser
import VerbundStudy

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Do a run again: identical, or where it first differs.")

  @Argument(help: "Folder of a run, or of a reference.")
  var folder: String
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
    let all: Int
    do throws(StudyError) {
      let run = try RunFolder(folder)
      all = run.experiment.nights
      found = try run.verify(
        nights: nights, jobs: Jobs.number(jobs), progress: { bar.update($0) }, watch: bar.watch,
        isCancelled: { Signals.isStopped })
    } catch {
      bar.finish()
      guard case .interrupted = error else { throw Failure(error) }
      throw Failure(Failure.interrupted, words.pick("abgebrochen", "interrupted"))
    }
    bar.finish()
    guard let difference = found.difference else {
      let extent =
        found.nights < all
        ? words.pick(
          "die ersten \(found.nights) von \(all) Nächten",
          "the first \(found.nights) of \(all) nights")
        : found.digest
      return try Console.tell("\(folder): \(words.identical) (\(extent))\n")
    }
    try Console.tell(
      "\(folder): \(words.pick("weicht ab", "differs")): \(difference)\n")
    throw ExitCode(Failure.checkFailed)
  }
}
