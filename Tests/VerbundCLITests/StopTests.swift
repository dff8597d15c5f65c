import Foundation
import Testing

/// What happens when a run is stopped, when nobody reads, and when the disk is full.
@Suite(.serialized) struct StopTests {
  private let options = ["--nights", "8", "--variant", "inseln", "--format", "json"]

  private func nights(_ scratch: Scratch) -> [String] {
    scratch.names("\(scratch.path)/two-sites").filter { $0.hasSuffix(".partial") }
      .flatMap { scratch.names("\(scratch.path)/two-sites/\($0)/nights") }
      .filter { $0.hasSuffix(".json") }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aStoppedRunGoesOnWhereItStopped(_ signal: Int32) throws {
    let broken = try Scratch()
    let whole = try Scratch()
    let arguments = ["run", Tool.smoke, "--results", broken.path, "--jobs", "1"] + options
    let child = try Tool.start(Tool.path, arguments)
    while child.process.isRunning, nights(broken).isEmpty { usleep(2_000) }
    kill(child.process.processIdentifier, signal)
    let stopped = try child.outcome()
    #expect(stopped.code == 130)
    #expect(stopped.out.isEmpty)
    #expect(stopped.error.contains("the same command goes on"))
    let kept = nights(broken).count
    #expect(stopped.error.contains("interrupted: \(kept) of 8 nights are finished and kept"))
    #expect((1..<8).contains(kept))

    let resumed = try Tool.start(Tool.path, arguments).outcome()
    #expect(resumed.code == 0, "\(resumed.error)")
    let unbroken = try Tool.start(
      Tool.path, ["run", Tool.smoke, "--results", whole.path] + options
    ).outcome()
    let (a, b) = (try Answer(resumed.out), try Answer(unbroken.out))
    #expect(a.digest == b.digest)
    let (x, y) = ("\(a.folder)/metrics.csv", "\(b.folder)/metrics.csv")
    #expect(FileManager.default.contentsEqual(atPath: x, andPath: y))
  }

  @Test func aReaderWhoLeavesEndsItQuietly() throws {
    let scratch = try Scratch()
    let outcome = try Tool.shell(
      "{ \"$0\" run \"$1\" --nights 1 --results \"$2\"; echo $? >\"$2/code\"; } | true",
      Tool.smoke, scratch.path)
    #expect(outcome.error.isEmpty)
    let code = try String(contentsOfFile: "\(scratch.path)/code", encoding: .utf8)
    #expect(code == "0\n")
  }

  @Test func aClosedOutputSpoilsNoFile() throws {
    let scratch = try Scratch()
    let outcome = try Tool.shell(
      "\"$0\" run \"$1\" --nights 1 --variant inseln --results \"$2\" >&- 2>&-", Tool.smoke,
      scratch.path)
    #expect(outcome.code == 0)
    let folder = "\(scratch.path)/two-sites/" + scratch.names("\(scratch.path)/two-sites")[0]
    #expect(try Tool.run("verify", folder).code == 0)
  }

  /// A limit on the size of files stands for the full disk: the same write fails in the middle.
  @Test func aFullDiskLeavesNothingHalfWritten() throws {
    let scratch = try Scratch()
    let outcome = try Tool.shell(
      "ulimit -f 4; exec \"$0\" run \"$1\" --nights 1 --results \"$2\"", Tool.smoke, scratch.path)
    #expect(outcome.code == 74)
    #expect(outcome.error.contains("nights/inseln--0.json: File too large"))
    #expect(nights(scratch).isEmpty)
    let partial = try #require(scratch.names("\(scratch.path)/two-sites").first)
    #expect(scratch.names("\(scratch.path)/two-sites/\(partial)/nights") == [])
    let again = try Tool.run("run", Tool.smoke, "--nights", "1", "--results", scratch.path)
    #expect(again.code == 0)
  }

  @Test(arguments: ["list metrics", "--help", "help run", "--version", "run --help"])
  func aFullOutputIsAnError(_ arguments: String) throws {
    let outcome = try Tool.shell("exec \"$0\" \(arguments) >/dev/full")
    #expect(outcome.code == 74)
    #expect(outcome.error == "standard output: No space left on device\n")
    let whole = try Tool.shell("exec \"$0\" \(arguments)")
    #expect(whole.code == 0 && whole.error.isEmpty && whole.out.hasSuffix("\n"))
  }

  private func finished(_ scratch: Scratch) throws -> String {
    try Answer(
      Tool.run(
        "run", Tool.smoke, "--nights", "1", "--results", scratch.path, "--format", "json",
        "--quiet"
      ).out
    ).folder
  }

  /// Nobody reads the sentence, the code still says it.
  @Test func aReaderWhoLeavesHidesNoDifference() throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    try FileManager.default.removeItem(atPath: "\(folder)/nights/inseln--0.json")
    let outcome = try Tool.shell(
      "{ \"$0\" verify \"$1\"; echo $? >\"$2/code\"; } | true", folder, scratch.path)
    #expect(outcome.error.isEmpty)
    #expect(try String(contentsOfFile: "\(scratch.path)/code", encoding: .utf8) == "1\n")
  }

  /// A draft that leads to a full device stands for the full disk: its name is known beforehand.
  @Test func figuresOnAFullDiskEndLikeARun() throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    let figures = "\(scratch.path)/figures"
    #expect(try Tool.run("report", folder, "--figures", figures).code == 0)
    let name = try #require(scratch.names(figures).first { $0.hasSuffix(".svg") })
    let outcome = try Tool.shell(
      "ln -s /dev/full \"$2/.$3.$$.draft\"; exec \"$0\" report \"$1\" --figures \"$2\"", folder,
      figures, name)
    #expect(outcome.code == 74)
    #expect(outcome.error == "\(figures)/\(name): No space left on device\n")
  }

  /// The names are only told; the files are what was asked for.
  @Test func aReaderWhoLeavesKeepsNoFigureFromItsFolder() throws {
    let scratch = try Scratch()
    let folder = try finished(scratch)
    let (whole, cut) = ("\(scratch.path)/whole", "\(scratch.path)/cut")
    #expect(try Tool.run("report", folder, "--figures", whole).code == 0)
    let outcome = try Tool.shell(
      "{ \"$0\" report \"$1\" --figures \"$2\"; echo $? >\"$3\"; } | true", folder, cut,
      "\(scratch.path)/code")
    #expect(outcome.error.isEmpty)
    #expect(try String(contentsOfFile: "\(scratch.path)/code", encoding: .utf8) == "0\n")
    #expect(scratch.names(cut) == scratch.names(whole) && !scratch.names(whole).isEmpty)
  }

  @Test func twoAtOnceDoNotMeet() throws {
    let scratch = try Scratch()
    let arguments = ["run", Tool.smoke, "--results", scratch.path, "--jobs", "1"] + options
    let first = try Tool.start(Tool.path, arguments)
    while first.process.isRunning, nights(scratch).isEmpty { usleep(2_000) }
    let second = try Tool.start(Tool.path, arguments).outcome()
    #expect(second.code == 73)
    #expect(second.error.contains("another process is working on this run"))
    #expect(try first.outcome().code == 0)
  }
}
