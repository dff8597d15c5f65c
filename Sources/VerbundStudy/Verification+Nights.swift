import VerbundMeasure
import VerbundModel

extension RunFolder {
  /// The first stored night that is not the one that was computed again, in a sentence that names
  /// its file. A reference keeps no nights.
  func storedDifference(_ cell: Cell, _ records: [NightRecord]) -> String? {
    guard keepsNights else { return nil }
    for record in records {
      let file = "nights/" + store.name(cell, record.night)
      guard Disk.exists("\(path)/\(file)") else { return "\(file) is missing" }
      guard let night = store.load(cell, record.night) else {
        return "\(file) is damaged, or of another run"
      }
      if let what = RecordDifference.first(night, record) {
        return "\(file) is not the night that \(RunFile.manifest) names: \(what)"
      }
    }
    return nil
  }

  var store: NightStore {
    NightStore(folder: path, run: manifest.run, binary: manifest.machine.binary)
  }

  /// A run has the series that are made of its nights, even if somebody took the nights away.
  private var keepsNights: Bool {
    Disk.isFolder("\(path)/nights") || Disk.exists("\(path)/\(SeriesFile.name)")
  }
}
