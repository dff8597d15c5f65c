import Foundation
import VerbundScenario

/// The shipped catalogue, and the glossary beside it.
enum CatalogueAtHand {
  /// The folder of the catalogue: near the working directory, else near the program.
  static let folder: String? =
    Catalogue.folder(nearestTo: FileManager.default.currentDirectoryPath)
    ?? Catalogue.folder(nearestTo: "/proc/self/exe")

  /// - Throws: no catalogue (66), or its issues (65).
  static func shipped() throws(Failure) -> Catalogue {
    guard let folder else {
      throw Failure(
        Failure.noSuchFile,
        "no folder scenarios/catalogue upward from here or from the program: name a scenario file")
    }
    do throws(ScenarioError) {
      return try Catalogue.read(folder: folder)
    } catch {
      throw Failure(error)
    }
  }
}
