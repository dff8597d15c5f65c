import Foundation
import Testing

@Suite("Banned words")
struct WordTests {
  @Test("no file holds a word that the house forbids")
  func tree() {
    expectNone(Tree.texts.flatMap(wordFindings))
  }

  @Test(
    "the rule sees each of them where it counts",
    arguments: [
      ("docs/a.md", "a " + "TO" + "DO here"),
      ("Sources/VerbundCLI/A.swift", "// " + "FIX" + "ME"),
      ("Sources/VerbundCLI/A.swift", "fatal" + "Error(text)"),
      ("Sources/VerbundCLI/A.swift", "let a = try" + "! b()"),
      ("Sources/VerbundReport/A.swift", "print(a)"),
      ("Sources/VerbundStudy/A.swift", "let a = Double.random(in: b)"),
      ("Sources/VerbundPlan/A.swift", "let a = Date()"),
      ("Sources/VerbundMeasure/A.swift", "let a = exp(b)"),
      ("Sources/VerbundMeasure/A.swift", "let a = 2 + pow(b, c)"),
      ("Sources/VerbundEngine/A.swift", "var a: [String: Int] = [:]"),
      ("Sources/VerbundLoad/A.swift", "var a = Set<Int>()"),
      ("Package.swift", "unsafe" + "Flags([])"),
      ("scenarios/a.yaml", "include: /ho" + "me/someone/a.yaml"),
    ])
  func breach(path: String, text: String) {
    #expect(wordFindings(TextFile(path: path, text: text)).count == 1)
  }

  @Test(
    "the rule lets the others pass",
    arguments: [
      ("Sources/VerbundEngine/A.swift", "let a = Elementary.exp(b) // exp(b)"),
      ("Sources/VerbundCore/A.swift", "public static func log(_ x: Double) -> Double {"),
      ("Sources/VerbundStudy/A.swift", "var a: [String: Int] = [:]"),
      ("Sources/VerbundCLI/A.swift", "print(\"fatal" + "Error(\")"),
      ("Sources/VerbundEngine/A.swift", "let a = catalog(b) + isSet<b"),
      ("Tests/VerbundStudyTests/A.swift", "let a = \"\\(folder)/ro" + "ot/a.yaml\""),
    ])
  func allowed(path: String, text: String) {
    expectNone(wordFindings(TextFile(path: path, text: text)))
  }
}

/// A phrase that must not stand somewhere, and what to write instead.
struct Ban {
  var phrase: String
  var remedy: String
  /// Whether comments and strings count too.
  var everywhere = false
  /// Whether the character before the phrase may be part of a name or a path.
  var alsoInside = false
  var applies: (TextFile) -> Bool

  static var all: [Ban] {
    marks + traps + impurities + tables
  }

  /// Put together here so that this file does not break its own rule.
  private static var marks: [Ban] {
    let unfinished = ["TO" + "DO", "FIX" + "ME", "X" + "XX"].map {
      Ban(phrase: $0, remedy: "finish it, or say in plain words what is not done", everywhere: true)
      { _ in true }
    }
    let places = ["/ho" + "me/", "/ro" + "ot/", "/wo" + "rk/"].map {
      Ban(phrase: $0, remedy: "name no machine's path", everywhere: true) { _ in true }
    }
    return unfinished + places
  }

  private static var traps: [Ban] {
    [
      Ban(phrase: "fatal" + "Error(", remedy: "throw, or return an Issue", applies: isSource),
      Ban(phrase: "try" + "!", remedy: "handle the error", applies: isSource),
      Ban(phrase: "as" + "!", remedy: "use as? and say what was wrong", applies: isSource),
      Ban(phrase: "unsafe" + "Flags", remedy: "packages with them cannot be depended upon") {
        $0.path == "Package.swift"
      },
      Ban(phrase: "-O" + "unchecked", remedy: "keep the checks", everywhere: true) {
        $0.path == "Package.swift" || $0.path == "dev"
      },
      Ban(phrase: "print(", remedy: "return text; the command line prints") {
        isSource($0) && $0.room != "VerbundCLI" && $0.room != "verbund"
      },
    ]
  }

  private static var impurities: [Ban] {
    let clocks = ["Date(", "ContinuousClock", "SuspendingClock", "clock_gettime", "getenv("].map {
      Ban(phrase: $0, remedy: "a pure room reads no clock and no machine", applies: isPure)
    }
    let chance = ["random(", "SystemRandomNumberGenerator", "shuffled(", "hashValue", "Hasher("].map
    {
      Ban(phrase: $0, remedy: "use Draws: chance is a function of the seed", alsoInside: true) {
        isSource($0)
      }
    }
    let functions = ["exp(", "log(", "log2(", "log10(", "pow(", "sin(", "cos(", "tan(", "cbrt("].map
    {
      Ban(phrase: $0, remedy: "use Elementary: the C library's bits depend on the CPU") {
        isPure($0)
      }
    }
    return clocks + chance + functions
  }

  private static var tables: [Ban] {
    ["[String:", "[Int:", "Dictionary<", "Set<"].map {
      Ban(phrase: $0, remedy: "dense indices and arrays: their order is the same in every run") {
        ["VerbundLoad", "VerbundEngine"].contains($0.room)
      }
    }
  }
}

private func isSource(_ file: TextFile) -> Bool {
  file.room != nil && file.path.hasSuffix(".swift")
}

private func isPure(_ file: TextFile) -> Bool {
  isSource(file) && file.room.flatMap(House.room)?.isPure == true
}

func wordFindings(_ file: TextFile) -> [Finding] {
  Ban.all.filter { $0.applies(file) }.flatMap { ban in
    (ban.everywhere ? file.lines : file.code).enumerated()
      .filter { stands(ban.phrase, in: $1, alsoInside: ban.alsoInside) }
      .map { index, _ in
        Finding(
          path: file.path, line: index + 1, message: "banned: \(ban.phrase)", remedy: ban.remedy)
      }
  }
}

/// Whether a phrase stands by itself: `exp(` is neither in `Elementary.exp(` nor in `func exp(`,
/// and a path behind `\(folder)` is not absolute.
private func stands(_ phrase: String, in line: String, alsoInside: Bool) -> Bool {
  var rest = Substring(line)
  while let found = rest.range(of: phrase) {
    let before = line[..<found.lowerBound]
    let last = before.last ?? " "
    if alsoInside
      || !(last.isLetter || last.isNumber || ".)}_".contains(last))
        && !before.hasSuffix("func ")
    {
      return true
    }
    rest = rest[found.upperBound...]
  }
  return false
}
