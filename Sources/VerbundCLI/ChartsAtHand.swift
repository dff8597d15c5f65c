import Foundation
import VerbundReport
import VerbundScenario

/// The program of interactive charts, where `./dev` put it.
enum ChartsAtHand {
  private static let variable = "VERBUND_CHARTS"

  /// `VERBUND_CHARTS` names the file, or nothing for pages without charts. Where it is not set, the
  /// file lies in `charts/vega.js` beside the folder of the executable, or one above.
  static func bundle() -> ChartBundle? {
    if let path = ProcessInfo.processInfo.environment[variable] {
      if path.isEmpty { return nil }
      let bundle = read(path)
      if bundle == nil {
        Console.complain("\(variable): \(path) holds no charts; the report goes without them")
      }
      return bundle
    }
    return places.lazy.compactMap(read).first
  }

  private static var places: [String] {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = FilePath.parent(link ?? CommandLine.arguments[0])
    return ["\(folder)/../charts/vega.js", "\(folder)/../../charts/vega.js"]
  }

  private static func read(_ path: String) -> ChartBundle? {
    FileManager.default.contents(atPath: path).flatMap(ChartBundle.init)
  }
}
