import Testing

@testable import VerbundEngine

@Suite struct EventKeyTests {
  /// The kinds are spelt out once more where they are read from a key.
  @Test func everyKindComesBackFromItsKey() {
    let kinds = (0..<16).compactMap { EventKind(rawValue: $0) }
    #expect(kinds.count > 10)
    for kind in kinds {
      let event = FederationEvent(kind, at: 0, stream: 4_095, serial: .max, page: 255, subject: 1)
      #expect(event.kind == kind)
    }
  }
}
