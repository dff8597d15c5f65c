/// What a scenario may cost its reader.
enum Limits {
  static let bytes = 10_000_000
  static let depth = 100
  static let nodes = 10_000
  static let files = 64
}
