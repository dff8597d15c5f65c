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

  private func body(_ values: [[Double?]]) throws -> (NightRecord, Data) {
    var record = record
    record.series = values.map {
      Series(scope: "\"values\":[1,2", metric: "x", unit: "1", values: $0)
    }
    return (record, try StudyJSON.encoder(pretty: false).encode(record))
  }

  /// Read or written fast, every bit of every number is the general coder's.
  @Test func valuesComeBackToTheBit() throws {
    var numbers: [Double?] = [
      0, -0.0, 1, -1, nil, 0.1, 1e-300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
      123_456_789_012_345, 1_234_567_890_123_456, 9_007_199_254_740_994, 1e15, 1e16, 1e21,
      0.000_166_666_666_666_666_66,
    ]
    var state: UInt64 = 1
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: state)
      if number.isFinite { numbers.append(number) }
    }
    let (record, bytes) = try body([numbers, [], [nil], [7]])
    #expect(NightBody.cut(bytes)?.rows.map(\.count) == [numbers.count, 0, 1, 1])
    let found = try #require(NightBody.decode(bytes))
    let general = try StudyJSON.decoder.decode(NightRecord.self, from: bytes)
    #expect(found == record && found == general)
    let bits = [found, general].map { $0.series[0].values.map { $0?.bitPattern } }
    #expect(bits[0] == bits[1])
    #expect(try NightBody.encodeFast(record) == bytes)
    let (empty, noBytes) = try body([])
    #expect(try NightBody.encodeFast(empty) == noBytes)
  }

  /// What the fast way does not know takes the general one; what is no JSON takes none.
  @Test func otherValuesGoTheGeneralWay() throws {
    for odd in [Double.infinity, -.infinity, .nan] {
      let (record, bytes) = try body([[1, odd]])
      #expect(try NightBody.encodeFast(record) == nil)
      #expect(try NightBody.encode(record) == bytes)
      #expect(NightBody.cut(bytes) == nil)
      let found = try #require(NightBody.decode(bytes)).series[0].values[1]
      #expect(found.map { $0.isNaN ? odd.isNaN : $0 == odd } == true)
    }
    let text = String(decoding: try body([[1, nil]]).1, as: UTF8.self)
    for bad in [
      "1,nul]", "1,null,]", "1,,2]", ",]", "0x1F]", "1 2]", "--1]", "1e999]", "[1]]", "1", "1,n",
    ] {
      let changed = text.replacing("\"values\":[1,null]", with: "\"values\":[\(bad)")
      #expect(changed != text)
      let general = try? StudyJSON.decoder.decode(NightRecord.self, from: Data(changed.utf8))
      #expect(NightBody.decode(Data(changed.utf8)) == general, "\(bad)")
    }
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
