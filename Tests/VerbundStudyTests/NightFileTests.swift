import Foundation
import Testing
import VerbundMeasure

@testable import VerbundStudy

@Suite struct NightFileTests {
  private let header = NightFile.Header(
    run: "r", binary: "b", variant: "v,\"record\":", case: "c", night: 3)

  private var record: NightRecord {
    var workload = WorkloadRecord(id: "portal")
    workload.energyAttributed = Account(Int128(1) << 100)
    for value: Int64 in [0, 7, 1_000, 123_456_789] { workload.latency.record(value) }
    return NightRecord(
      night: 3, fidelity: .request, slot: 60, slots: 3, workloads: [workload], sites: [],
      links: [], loans: [],
      series: [Series(scope: "federation", metric: "x", unit: "1", values: [0.1, nil, 1e-300])],
      trace: "t", arrivals: "a", events: 9)
  }

  @Test func comesBackAsItWas() throws {
    let bytes = try NightFile.encode(record, header: header)
    #expect(NightFile.decode(bytes, header: header) == record)
    #expect(try JSONSerialization.jsonObject(with: bytes) is [String: Any])
  }

  @Test func isNotReadForAnother() throws {
    let bytes = try NightFile.encode(record, header: header)
    var others = [header, header, header, header, header]
    others[0].run = "s"
    others[1].binary = "c"
    others[2].variant = "w"
    others[3].case = ""
    others[4].night = 4
    for other in others { #expect(NightFile.decode(bytes, header: other) == nil) }
  }

  /// Whatever byte is changed or cut off, the night is not taken.
  @Test func isNotReadDamaged() throws {
    let bytes = try NightFile.encode(record, header: header)
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var damaged = bytes
      damaged[index] ^= 1
      let isTaken = NightFile.decode(damaged, header: header) != nil
      #expect(!isTaken, "byte \(index)")
      let isTakenCut = NightFile.decode(bytes.prefix(index), header: header) != nil
      #expect(!isTakenCut, "cut at \(index)")
    }
  }

  @Test func namesAreUniqueAndStayInTheirFolder() {
    let parts = ["a", "b", "a--b", "b--c", "c", "", "-", "a-", "-b", "../x", "A", "ä", "a.b"]
    var names: [String] = []
    for variant in parts where !variant.isEmpty {
      for part in parts { names.append(NightFile.name(variant: variant, case: part, night: 0)) }
    }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.contains("/") && !$0.hasPrefix(".") })
    #expect(NightFile.name(variant: "verbund", case: "small", night: 4) == "verbund--small--4.json")
  }
}
