import Foundation

/// Headless Chromium, driven by Tests/Browser/look.py.
enum Browser {
  /// What it found in one report.
  struct Report: Decodable {
    var report: String
    var version: String
    var looks: [Look]
  }

  struct Look: Decodable {
    var language: String, scheme: String
    /// Whether the language could be chosen by keyboard.
    var chosen: Bool
    var headings: [String]
    var figures: [Figure]
    var injected: Injected
    var keyboard: Keyboard
    /// Whether the Enter key opened a data table; nil without one.
    var details: Bool?
    /// Whether the space bar took a variant out of the charts; nil without charts.
    var switched: Bool?
    var violations: [Violation], phoneViolations: [Violation]
    /// Pixels that a phone would have to scroll sideways.
    var overflow: Double
    var requests: [String], complaints: [String], dialogs: [String]

    private enum CodingKeys: String, CodingKey {
      case language, scheme, chosen, headings, figures, injected, keyboard, details, switched
      case violations
      case phoneViolations = "phone-violations"
      case overflow, requests, complaints, dialogs
    }
  }

  struct Figure: Decodable {
    var id: String
    var drawings: Int
    var width: Double, height: Double
    var strokes: Int
    var interactive: Bool
    var caption: String
    var table: Bool
  }

  struct Injected: Decodable {
    var marked: Bool
    var handlers: Int
    var links: [String]
    var scripts: Int
  }

  struct Keyboard: Decodable {
    var stops: Int
    var missed: [String], blind: [String]
  }

  struct Violation: Decodable {
    var rule: String
    var nodes: Int
    var first: String
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let python = environment["VERBUND_BROWSER_PYTHON"]
  static var isThere: Bool { python != nil }

  private static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Browser/look.py").path

  /// Runs a scenario and looks at its report, by default with the charts that `./dev` has fetched.
  static func look(at scenario: String, withCharts: Bool = true) throws -> Report {
    let scratch = try Scratch()
    let run = try Tool.run(
      "run", scenario, "--nights", "2", "--results", scratch.path, "--format", "json",
      environment: withCharts ? [:] : ["VERBUND_CHARTS": ""])
    guard run.code == 0 else { throw Fault(text: run.error) }
    return try look(atPage: "\(Answer(run.out).folder)/report.html")
  }

  static func look(atPage page: String) throws -> Report {
    let pictures = environment["VERBUND_PICTURES"] ?? NSTemporaryDirectory() + "verbund-pictures"
    let outcome = try Tool.start(python ?? "python3", [script, pictures, page]).outcome()
    guard outcome.code == 0 else { throw Fault(text: outcome.error) }
    let reports = try JSONDecoder().decode([Report].self, from: Data(outcome.out.utf8))
    guard let first = reports.first else { throw Fault(text: "nothing was looked at") }
    return first
  }

  struct Fault: Error, CustomStringConvertible {
    var text: String
    var description: String { text }
  }

  /// A page with one fault of each kind that is looked for.
  static let brokenPage = """
    <!DOCTYPE html><html lang="de"><head><title>broken</title></head><body>
    <style>a:focus { outline: none }</style>
    <input type="radio" name="language" id="language-de" checked aria-label="de">
    <input type="radio" name="language" id="language-en" aria-label="en">
    <h1>broken</h1>
    <p style="color: #bbb; background: #fff">pale</p>
    <p style="width: 2000px">wide</p>
    <a href="#a">no ring</a>
    <button onfocus="this.blur()">cannot be reached</button>
    <figure><figcaption></figcaption></figure>
    <img src="http://127.0.0.1:9/picture.png">
    <script>window.injected = true; console.error("broken on purpose")</script>
    </body></html>
    """
}
