import Testing
import VerbundCore

@Suite struct NearestWordTests {
  private let keys = ["hosts", "horizon", "workloads", "regions", "pue"]

  @Test(arguments: [
    ("host", "hosts"), ("hsots", "hosts"), ("Hosts", "hosts"), ("horizont", "horizon"),
    ("worklods", "workloads"), ("wrokloads", "workloads"), ("peu", "pue"), ("puE", "pue"),
  ])
  func slipOfTheHand(word: String, expected: String) {
    #expect(nearestWord(to: word, among: keys) == expected)
  }

  @Test(arguments: ["", "carbon", "xy", "abcdefghij", String(repeating: "h", count: 5_000)])
  func nothingNear(word: String) {
    #expect(nearestWord(to: word, among: keys) == nil)
  }

  @Test func tiesTakeTheFirst() {
    #expect(nearestWord(to: "abd", among: ["abc", "abe"]) == "abc")
    #expect(nearestWord(to: "abd", among: ["abe", "abc"]) == "abe")
  }

  @Test func nearerWinsOverEarlier() {
    #expect(nearestWord(to: "latency", among: ["latentcy", "latency"]) == "latency")
  }
}
