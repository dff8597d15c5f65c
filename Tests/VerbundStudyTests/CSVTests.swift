import Foundation
import Testing

@testable import VerbundStudy

@Suite struct CSVTests {
  private func line(_ cells: CSV.Cell...) -> String {
    var csv = CSV("x")
    for cell in cells { csv.row(cell) }
    return String(decoding: csv.bytes.dropFirst(2), as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("+49", "'+49"), ("-x", "'-x"),
    ("@cmd", "'@cmd"), ("=a,b", "\"'=a,b\""), ("\tx", "'\tx"), ("a=b", "a=b"), ("", ""),
  ])
  func textsAreQuotedAndHarmless(_ text: String, _ expected: String) {
    #expect(line(.init(text)) == expected + "\n")
  }

  @Test(arguments: [
    (0.1, "0.1"), (-3.0, "-3"), (100.0, "100"), (1e-5, "1e-05"), (1e22, "1e+22"), (-0.0, "0"),
    (Double.nan, ""), (.infinity, ""), (0.1 + 0.2, "0.30000000000000004"),
  ])
  func numbersAreShortAndReadBack(_ number: Double, _ expected: String) {
    #expect(line(.init(number)) == expected + "\n")
    if number.isFinite { #expect(Double(CSV.number(number)) == number) }
  }

  @Test(arguments: [
    (1.0 / 3, "0.3333333"), (29.884676191965326, "29.88468"), (1234567.25, "1234567"),
    (0.00001234567891, "1.234568e-05"), (-0.5, "-0.5"), (600.0, "600"), (0.0, "0"),
    (1e20, "1e+20"), (-1.0 / 3, "-0.3333333"), (9.9999999, "10"), (1_234_567.5, "1234568"),
    (.leastNonzeroMagnitude, "4.940656e-324"), (-1.7e308, "-1.7e+308"),
  ])
  func numbersCanBeRounded(_ number: Double, _ expected: String) {
    #expect(line(.init(number, digits: 7)) == expected + "\n")
  }

  @Test func nothingIsAnEmptyCell() {
    #expect(line(.init(nil as Double?), .init(7)) == "\n7\n")
  }

  /// A column that the dictionary does not know, or one that no file has, is a fault of either.
  @Test func everyColumnIsDescribed() throws {
    let text = String(decoding: ColumnsFile.bytes, as: UTF8.self)
    func described(_ file: String) -> [String] {
      text.split(separator: "\n").filter { $0.hasPrefix(file + ",") }
        .map { String($0.split(separator: ",")[1]) }
    }
    func header(_ bytes: Data) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n")[0]
        .split(separator: ",").map(String.init)
    }
    #expect(described("metrics.csv") == header(MetricsFile.bytes([])))
    #expect(described("series.csv") == header(SeriesFile.header.bytes))
    #expect(described("latency.csv") == header(LatencyFile.bytes([])))
    let nights = try SeriesNightsFile.bytes([]) { _ in [] }
    #expect(described("series-nights.csv") == header(nights))
  }
}
