import VerbundModel

/// One figure of a report as files.
public struct FigureFiles: Sendable {
  /// Begins the files' names: letters, digits, hyphens and a point, whatever the scenario says.
  public let name: String
  /// A drawing that stands alone, on white.
  public let svg: String
  public let csv: String

  /// The figures of the page in one language.
  public static func all(_ input: ReportInput, language: Language) -> [FigureFiles] {
    let voice = Voice(language)
    return PageFigures(cases: CaseSet(input), voice: voice).all.map { figure in
      FigureFiles(
        name: "\(figure.id).\(language.rawValue)",
        svg: FigureDrawing(figure: figure, voice: voice).standalone,
        csv: FigureCSV(figure: figure, voice: voice).text)
    }
  }
}

/// The figures of a page: in its sections and as files.
struct PageFigures {
  let cases: CaseSet
  let voice: Voice

  var all: [Figure] { [overview].compactMap(\.self) + cases.views.flatMap(evening) }

  /// The cases side by side; nil with one case.
  var overview: Figure? {
    guard cases.views.count > 1 else { return nil }
    return CaseFigures(input: cases.input, views: cases.views, voice: voice).attainment
  }

  func evening(_ view: CaseView) -> [Figure] {
    EveningFigures(view: view, input: cases.input, voice: voice).all
  }
}
