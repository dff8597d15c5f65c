import VerbundCore
import VerbundEngine
import VerbundMeasure
import VerbundModel

/// Names a run by the digest of everything that its results depend on.
enum RunIdentity {
  /// 64 hexadecimal digits. Each field is led by its length, so that no two run together.
  static func digest(
    _ experiment: Experiment, fidelity: Fidelity, modelVersion: Int = VerbundEngine.modelVersion
  ) -> String {
    var hash = SHA256()
    func add(_ text: String) {
      hash.update(UInt64(text.utf8.count))
      hash.update(text)
    }
    add("verbund run 1")
    add(experiment.frozen)
    hash.update(experiment.seed)
    hash.update(UInt64(experiment.nights))
    hash.update(UInt64(experiment.cells.count))
    for cell in experiment.cells {
      add(cell.variant)
      add(cell.case)
    }
    add(fidelity.rawValue)
    hash.update(UInt64(modelVersion))
    return hash.finalize().description
  }
}
