/// A metric's unit as people read it: shares as per cent, the rest by its name.
struct UnitText: Sendable, Hashable {
  /// What a value in the metric's unit is multiplied by before it is written.
  var factor: Double
  var name: String

  init(_ unit: String, _ voice: Voice) {
    switch unit {
    case "share", "1":
      factor = 100
      name = "%"
    case "count", "":
      factor = 1
      name = ""
    case "core-h":
      factor = 1
      name = "vCPU-h"
    case "1/s":
      factor = 1
      name = voice.say("je\u{A0}s", "per\u{A0}s")
    default:
      factor = 1
      name = unit
    }
  }

  /// The unit of a difference: percentage points for shares.
  func ofDifference(_ voice: Voice) -> String {
    name == "%" ? voice.say("Prozentpunkte", "percentage points") : name
  }
}
