import Foundation
import VerbundModel
import VerbundReport
import VerbundStudy

/// The folder of `report --figures`.
struct FigureFolder {
  private let folder: OutputFolder
  private let words: Words

  init(_ path: String, words: Words) throws(Failure) {
    self.words = words
    do throws(StudyError) {
      folder = try OutputFolder(path)
    } catch {
      throw Failure(error)
    }
  }

  /// Prints the path of every file. Pixels that cannot be made are no error: drawings are there.
  func write(_ input: ReportInput, _ languages: [Language]) throws(Failure) {
    var isWithoutPixels = false
    for figure in languages.flatMap({ FigureFiles.all(input, language: $0) }) {
      let drawing = try write(Data(figure.svg.utf8), figure.name + ".svg")
      if let pixels = Pictures.png(of: drawing) {
        _ = try write(pixels, figure.name + ".png")
      } else {
        isWithoutPixels = true
      }
      _ = try write(Data(figure.csv.utf8), figure.name + ".csv")
    }
    guard isWithoutPixels else { return }
    Console.say(
      words.pick(
        "für PNG-Dateien fehlt ein Programm; unter Debian: sudo apt-get install librsvg2-bin",
        "PNG files take a program that is missing; on Debian: sudo apt-get install librsvg2-bin"))
  }

  private func write(_ bytes: Data, _ name: String) throws(Failure) -> String {
    let file: String
    do throws(StudyError) {
      file = try folder.write(bytes, as: name)
    } catch {
      throw Failure(error)
    }
    try Console.tell("\(file)\n")
    return file
  }
}
