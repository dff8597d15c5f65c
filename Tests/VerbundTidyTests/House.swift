/// A room of the house: a target, its floor, and what it may import besides the rooms below.
struct Room {
  var name: String
  var floor: Int
  /// Third-party modules that this room alone may import.
  var thirdParty: Set<String> = []
  /// A pure room feeds a digest: no clock, no C library, no Foundation.
  var isPure = false
}

/// The house as `docs/architecture.md` draws it. A new room takes a line here and there.
enum House {
  static let rooms = [
    Room(name: "COpenBLAS", floor: 0),
    Room(name: "CMemory", floor: 0),
    Room(name: "VerbundCore", floor: 0, isPure: true),
    Room(name: "VerbundModel", floor: 1, isPure: true),
    Room(name: "VerbundMeasure", floor: 2, isPure: true),
    Room(name: "VerbundScenario", floor: 2, thirdParty: ["Yams"]),
    Room(name: "VerbundPlan", floor: 2, isPure: true),
    Room(name: "VerbundLoad", floor: 3, thirdParty: ["COpenBLAS"], isPure: true),
    Room(name: "VerbundEngine", floor: 3, thirdParty: ["CMemory"], isPure: true),
    Room(name: "VerbundStudy", floor: 4),
    Room(name: "VerbundReport", floor: 5),
    Room(name: "VerbundCLI", floor: 6, thirdParty: ["ArgumentParser"]),
    Room(name: "VerbundBench", floor: 6, thirdParty: ["ArgumentParser"]),
    // The door: the executable, which only calls the command line's room.
    Room(name: "verbund", floor: 7),
  ]

  static func room(_ name: String) -> Room? { rooms.first { $0.name == name } }

  /// Modules of the toolchain that read clocks, locales, the C library or the machine.
  static let impure: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch"]

  /// Modules of the toolchain that every room may import.
  static let harmless: Set<String> = ["Swift", "Synchronization"]
}
