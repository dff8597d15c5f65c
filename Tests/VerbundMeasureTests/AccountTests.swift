import Foundation
import Testing

@testable import VerbundMeasure

@Suite struct AccountTests {
  @Test func units() {
    // 1,000 W for an hour: 1e6 mW x 3.6e12 ns.
    #expect(Account(1_000_000 * 3_600_000_000_000).kilowattHours == 1)
    #expect(Account(3_600_000_000_000).coreHours == 1)
  }

  @Test func survivesAFileBeyond64Bits() throws {
    for value in [0, -1, Int128(Int64.max) * 1_000, .max, .min] as [Int128] {
      let data = try JSONEncoder().encode([Account(value)])
      #expect(String(decoding: data, as: UTF8.self) == "[\"\(value)\"]")
      #expect(try JSONDecoder().decode([Account].self, from: data) == [Account(value)])
    }
  }

  @Test(arguments: ["[\"\"]", "[\"1.5\"]", "[\"1e3\"]", "[1]"]) func noAccount(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Account].self, from: Data(text.utf8))
    }
  }
}
