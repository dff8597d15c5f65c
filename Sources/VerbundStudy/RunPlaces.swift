import Foundation
import VerbundMeasure
import VerbundModel

/// Where a run lies while it is worked on, and where it lies when it is whole.
struct RunPlaces: Sendable {
  let home: String
  let run: String

  /// - Throws: `cannotWrite` for a name that is no plain folder name.
  init(results: String, scenario: String, run: String) throws(StudyError) {
    let isPlain = scenario.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isPlain, (1...64).contains(scenario.utf8.count) else {
      throw .cannotWrite(path: results, reason: "the scenario's name is no folder name")
    }
    home = "\(results.isEmpty ? "." : results)/\(scenario)"
    self.run = run
  }

  /// The first twelve digits: no two runs of a scenario are likely to share them.
  private var short: String { String(run.prefix(12)) }

  var final: String { "\(home)/\(short)" }
  var partial: String { "\(home)/.\(short).partial" }
  var lock: String { "\(home)/.\(short).lock" }
  /// A finished run of another build, on its way out.
  var replaced: String { "\(home)/.\(short).replaced" }
}

/// The nights of a run folder, whole or partial.
struct NightStore: Sendable {
  let folder: String
  let run: String
  /// Nights that another build wrote are not taken.
  let binary: String

  func path(_ cell: Cell, _ night: Int) -> String { "\(folder)/nights/\(name(cell, night))" }

  func name(_ cell: Cell, _ night: Int) -> String {
    NightFile.name(variant: cell.variant, case: cell.case, night: night)
  }

  func header(_ cell: Cell, _ night: Int) -> NightFile.Header {
    .init(run: run, binary: binary, variant: cell.variant, case: cell.case, night: night)
  }

  /// Nil if the night is missing, foreign or damaged.
  func load(_ cell: Cell, _ night: Int) -> NightRecord? {
    Disk.read(path(cell, night)).flatMap {
      NightFile.decode($0, header: header(cell, night))
    }
  }

  func save(_ record: NightRecord, of cell: Cell) throws(StudyError) {
    let bytes = try NightFile.encode(record, header: header(cell, record.night))
    try Disk.write(bytes, to: path(cell, record.night))
  }

  /// All nights of a cell in their order.
  func load(_ cell: Cell, nights: Int) throws(StudyError) -> [NightRecord] {
    var records: [NightRecord] = []
    for night in 0..<nights {
      guard let record = load(cell, night) else {
        let path = path(cell, night)
        throw Disk.exists(path)
          ? .inputOutput(path: path, reason: "the night is damaged, or of another run")
          : .noRun(path: path, reason: "the night is missing")
      }
      records.append(record)
    }
    return records
  }
}
